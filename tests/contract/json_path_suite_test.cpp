// The JSONPath Compliance Test Suite: every row of it, values and normalized paths.
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "mock/contract/json_path.h"
#include "mock/core/json.h"

namespace standin::contract {

namespace {

namespace fs = std::filesystem;

fs::path suite_file() {
    const char* given = std::getenv("STANDIN_SUITES");
    const fs::path suites =
        given ? fs::path(given) : fs::path(STANDIN_SOURCE_DIR) / "../shared/suites";
    return suites / "jsonpath/cts.json";
}

// Lives as long as the program: the rows point into it.
std::vector<Value> rows() {
    static const auto suite = [] {
        std::ifstream stream(suite_file(), std::ios::binary);
        const std::string text(std::istreambuf_iterator<char>(stream), {});
        JsonFault fault;
        return read_json(text, fault);
    }();
    if (!suite) return {};
    const auto items = suite->root().at("tests")->items();
    return {items.begin(), items.end()};
}

std::string name_of_test(const testing::TestParamInfo<Value>& row) {
    std::string name;
    for (const char c : row.param.at("name")->text()) {
        name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    }
    return name + "_" + std::to_string(row.index);
}

// What is allowed: one result, or each of several.
std::vector<std::string> allowed(const Value& row, const char* one, const char* several) {
    if (const Value* result = row.find(one)) return {to_json(*result)};
    std::vector<std::string> results;
    for (const Value& result : row.at(several)->items()) results.push_back(to_json(result));
    return results;
}

std::string values_of(const std::vector<PathNode>& nodes) {
    Document document;
    std::vector<Value> values;
    for (const PathNode& node : nodes) values.push_back(*node.value);
    return to_json(document.array(values));
}

std::string paths_of(const std::vector<PathNode>& nodes) {
    std::vector<std::string> paths;
    for (const PathNode& node : nodes) paths.push_back(normalized(node.path));
    Document document;
    std::vector<Value> values;
    for (const std::string& path : paths) values.push_back(Value::of(std::string_view(path)));
    return to_json(document.array(values));
}

class Compliance : public testing::TestWithParam<Value> {};

TEST_P(Compliance, OfARow) {
    const Value& row = GetParam();
    const JsonPath path(row.at("selector")->text());
    if (row.find("invalid_selector")) {
        EXPECT_NE(path.mistake(), "");
        return;
    }
    ASSERT_EQ(path.mistake(), "");
    const auto nodes = path.select(*row.at("document")).value();
    const auto values = allowed(row, "result", "results");
    const auto paths = allowed(row, "result_paths", "results_paths");
    ASSERT_EQ(values.size(), paths.size());
    std::string told;
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i] == values_of(nodes) && paths[i] == paths_of(nodes)) return;
        told += values[i] + " at " + paths[i] + "\n";
    }
    FAIL() << values_of(nodes) << " at " << paths_of(nodes) << " is none of\n" << told;
}

INSTANTIATE_TEST_SUITE_P(JsonPath, Compliance, testing::ValuesIn(rows()), name_of_test);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Compliance);

TEST(ComplianceSuite, HasRows) {
    if (!fs::exists(suite_file())) GTEST_SKIP() << "skipped: no suite";
    EXPECT_GT(rows().size(), 650U);
}

}  // namespace

}  // namespace standin::contract
