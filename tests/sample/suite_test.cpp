// Samples of the schemas of the official JSON Schema Test Suite: each is what its schema asks for.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "mock/sample/sample.h"
#include "mock/schema/check.h"

namespace standin::sample {

namespace {

namespace fs = std::filesystem;

struct Row {
    std::string name;
    std::string schema;
    schema::Dialect dialect;
};

struct Folder {
    const char* name;
    schema::Dialect dialect;
    size_t least;   // schemas of which samples are made
    size_t others;  // that refer to other documents
};

constexpr Folder drafts[] = {
    {"draft4", schema::Dialect::draft_4, 148, 8},
    {"draft7", schema::Dialect::draft_7, 233, 11},
    {"draft2019-09", schema::Dialect::json_schema_2019_09, 331, 15},
    {"draft2020-12", schema::Dialect::json_schema_2020_12, 338, 20},
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

// Of these no samples are made: a contract refers to files beside it, and nothing is fetched.

bool needs_another_document(const ContractError& error) {
    const std::string_view what = error.what();
    return what.find("which is not known here") != what.npos;
}

fs::path suite_folder() {
    const char* given = std::getenv("STANDIN_SUITES");
    const fs::path suites =
        given ? fs::path(given) : fs::path(STANDIN_SOURCE_DIR) / "../shared/suites";
    return suites / "json-schema/tests";
}

std::string word(std::string_view text) {
    std::string name;
    for (char c : text) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return name;
}

bool accepts_something(const Value& group) {
    for (const Value& test : group.at("tests")->items()) {
        if (test.at("valid")->boolean()) return true;
    }
    return false;
}

void read_file(const fs::path& path, const Folder& draft, std::vector<Row>& rows) {
    std::ifstream stream(path);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    JsonFault fault;
    const auto document = read_json(text, fault);
    if (!document) throw std::runtime_error(path.string() + ": " + fault.message);
    for (const Value& group : document->root().items()) {
        const std::string name = std::string(draft.name) + ": " + path.stem().string() + ": " +
                                 std::string(group.at("description")->text());
        if (!accepts_something(group)) continue;
        rows.push_back({name, to_json(*group.at("schema")), draft.dialect});
    }
}

std::vector<Row> read_suite(const Folder& draft) {
    std::vector<Row> rows;
    if (!fs::exists(suite_folder())) return rows;
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator(suite_folder() / draft.name)) {
        if (entry.path().extension() == ".json") files.insert(entry.path());
    }
    for (const fs::path& path : files) read_file(path, draft, rows);
    return rows;
}

std::vector<Row> read_suites() {
    std::vector<Row> rows;
    for (const Folder& draft : drafts) {
        std::ranges::move(read_suite(draft), std::back_inserter(rows));
    }
    return rows;
}

// A schema that is a document of its own.
std::shared_ptr<const contract::Contract> contract_of(const Row& row) {
    auto contract = std::make_shared<contract::Contract>();
    contract->dialect = row.dialect;
    contract->documents =
        std::make_unique<contract::Documents>(contract::read_source_text("suite.json", row.schema));
    return contract;
}

class Suite : public testing::TestWithParam<Row> {};

TEST_P(Suite, HasSamples) {
    const auto contract = contract_of(GetParam());
    Judge judge(*contract);
    const contract::Located schema = contract::root_of(contract->source());
    try {
        judge.compiled(schema);
    } catch (const ContractError& error) {
        EXPECT_TRUE(needs_another_document(error)) << error.what();
        return;
    }
    for (const bool dynamic : {false, true}) {
        Wish wish;
        wish.dynamic = dynamic;
        const Sample sample = make(judge, schema, wish);
        EXPECT_TRUE(sample.problems.empty()) << to_json(sample.value()) << "\n"
                                             << GetParam().schema;
    }
}

INSTANTIATE_TEST_SUITE_P(Drafts, Suite, testing::ValuesIn(read_suites()), [](const auto& row) {
    return word(row.param.name) + "_" + std::to_string(row.index);
});
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Suite);

TEST(SuiteFolder, IsMadeSamplesOfButForOtherDocuments) {
    if (!fs::exists(suite_folder())) GTEST_SKIP() << "skipped: no suite";
    for (const Folder& draft : drafts) {
        size_t others = 0;
        size_t made = 0;
        for (const Row& row : read_suite(draft)) {
            const auto contract = contract_of(row);
            try {
                Judge(*contract).compiled(contract::root_of(contract->source()));
                ++made;
            } catch (const ContractError&) {
                ++others;
            }
        }
        EXPECT_EQ(others, draft.others) << draft.name;
        EXPECT_GE(made, draft.least) << draft.name;
    }
}

}  // namespace

}  // namespace standin::sample
