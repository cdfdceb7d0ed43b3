// The files of JSONTestSuite: y_ must be read, n_ must be refused, i_ may be either.
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "mock/core/json.h"

namespace standin {

namespace {

namespace fs = std::filesystem;

fs::path suite_folder() {
    const char* given = std::getenv("STANDIN_SUITES");
    const fs::path suites =
        given ? fs::path(given) : fs::path(STANDIN_SOURCE_DIR) / "../shared/suites";
    return suites / "json-parsing/test_parsing";
}

std::vector<std::string> files() {
    std::set<std::string> names;
    if (fs::is_directory(suite_folder())) {
        for (const auto& entry : fs::directory_iterator(suite_folder())) {
            if (entry.path().extension() == ".json") names.insert(entry.path().filename().string());
        }
    }
    return {names.begin(), names.end()};
}

std::string name_of_file(const testing::TestParamInfo<std::string>& file) {
    std::string name = fs::path(file.param).stem().string();
    for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return name + "_" + std::to_string(file.index);
}

class Suite : public testing::TestWithParam<std::string> {};

TEST_P(Suite, ReadOrRefused) {
    std::ifstream stream(suite_folder() / GetParam(), std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    JsonFault fault;
    const auto document = read_json(text, fault, {.marks = true});
    EXPECT_EQ(!document, fault.why != JsonFault::Why::none);
    if (GetParam().starts_with("y_")) {
        EXPECT_TRUE(document) << fault.message;
    } else if (GetParam().starts_with("n_")) {
        EXPECT_FALSE(document);
    }
    if (!document) {
        EXPECT_GE(fault.mark.line, 1U);
        EXPECT_GE(fault.mark.column, 1U);
        EXPECT_FALSE(fault.message.empty());
        return;
    }
    // What was written is read again as the same value.
    const auto again = read_json(to_json(document->root()), fault);
    ASSERT_TRUE(again) << fault.message;
    EXPECT_TRUE(equal(document->root(), again->root()));
}

INSTANTIATE_TEST_SUITE_P(Parsing, Suite, testing::ValuesIn(files()), name_of_file);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Suite);

TEST(SuiteFolder, HasFiles) {
    if (!fs::exists(suite_folder())) GTEST_SKIP() << "skipped: no suite";
    EXPECT_GT(files().size(), 300U);
}

}  // namespace

}  // namespace standin
