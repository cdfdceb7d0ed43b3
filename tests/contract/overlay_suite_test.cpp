// The compliant sets of the Overlay Specification: a document, an overlay, and what comes of them.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "mock/contract/overlay.h"
#include "mock/core/json.h"

namespace standin::contract {

namespace {

namespace fs = std::filesystem;

fs::path suite_folder() {
    const char* given = std::getenv("STANDIN_SUITES");
    const fs::path suites =
        given ? fs::path(given) : fs::path(STANDIN_SOURCE_DIR) / "../shared/suites";
    return suites / "overlay/compliant-sets";
}

std::vector<std::string> sets() {
    std::set<std::string> names;
    if (fs::is_directory(suite_folder())) {
        for (const auto& entry : fs::directory_iterator(suite_folder())) {
            if (entry.is_directory()) names.insert(entry.path().filename().string());
        }
    }
    return {names.begin(), names.end()};
}

std::string name_of_set(const testing::TestParamInfo<std::string>& set) {
    std::string name = set.param;
    for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return name;
}

class CompliantSet : public testing::TestWithParam<std::string> {};

TEST_P(CompliantSet, GivesItsOutput) {
    const auto read = [](const char* file) {
        return read_source((suite_folder() / GetParam() / file).string());
    };
    const Source below = read("openapi.yaml");
    const Overlay overlay = read_overlay(read("overlay.yaml"));
    const Overlaid laid = lay(overlay, below);
    const Source output = read("output.yaml");
    EXPECT_TRUE(equal(laid.source.root(), output.root()))
        << to_json(laid.source.root()) << "\nis not\n"
        << to_json(output.root());
    EXPECT_FALSE(equal(laid.source.root(), below.root()));
    EXPECT_TRUE(laid.idle.empty());
}

INSTANTIATE_TEST_SUITE_P(Overlay, CompliantSet, testing::ValuesIn(sets()), name_of_set);
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(CompliantSet);

TEST(CompliantSets, AreThere) {
    if (!fs::exists(suite_folder())) GTEST_SKIP() << "skipped: no suite";
    EXPECT_GE(sets().size(), 8U);
}

}  // namespace

}  // namespace standin::contract
