// The contracts and fixtures that come with the mock are what they should be.
#include <algorithm>
#include <filesystem>

#include "mock/contract/fixture.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

const std::string source = STANDIN_SOURCE_DIR;

std::vector<std::string> contract_files() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(source + "/contracts")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

class Shipped : public testing::TestWithParam<std::string> {};

TEST_P(Shipped, IsLoaded) {
    EXPECT_EQ(mistakes_of([] { load_contract(GetParam()); }), "");
}

INSTANTIATE_TEST_SUITE_P(Contracts, Shipped, testing::ValuesIn(contract_files()),
                         [](const auto& file) {
                             std::string name = std::filesystem::path(file.param).stem().string();
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(ShippedFixtures, AreReadAgainstTheShippedContracts) {
    std::vector<std::shared_ptr<const Contract>> contracts;
    for (const std::string& file : contract_files()) contracts.push_back(load_contract(file));
    const Fixtures fixtures = read_fixtures(source + "/fixtures", contracts);
    EXPECT_EQ(fixtures.left_out, std::vector<std::string>{});
    EXPECT_EQ(fixtures.files.size(), contracts.size());
}

}  // namespace

}  // namespace standin::contract
