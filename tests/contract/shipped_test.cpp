// The contracts and fixtures that come with the mock are what they should be.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "mock/contract/contracts.h"
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

TEST(ShippedOverlays, AreExplainedByOneThatIsRight) {
    std::ifstream stream(source + "/contracts/overlays/README.md");
    const std::string readme(std::istreambuf_iterator<char>(stream), {});
    const std::string fence = "```yaml\n";
    const size_t begin = readme.find(fence) + fence.size();
    const std::string example = readme.substr(begin, readme.find("```", begin) - begin);
    EXPECT_EQ(mistakes_of([&] {
                  const Overlay overlay = read_overlay(read_source_text("README.md", example));
                  EXPECT_EQ(overlay.actions.size(), 3U);
              }),
              "");
}

// Each by itself, and all of them together.
TEST(ShippedOverlays, ChangeTheirContracts) {
    std::vector<std::string> overlays;
    for (const auto& entry : std::filesystem::directory_iterator(source + "/contracts/overlays")) {
        if (entry.path().extension() == ".yaml") overlays.push_back(entry.path().string());
    }
    std::sort(overlays.begin(), overlays.end());
    const auto laid = [](const std::vector<std::string>& files) {
        std::string told;
        std::vector<Wanted> wanted;
        for (const std::string& file : contract_files()) wanted.push_back({file});
        const Loaded loaded = load_contracts(wanted, files);
        for (const std::string& each : loaded.layers.laid) told += each + '\n';
        for (const Mistake& idle : loaded.layers.idle) told += idle.text() + '\n';
        read_fixtures(source + "/fixtures", loaded.contracts);
        return told;
    };
    std::string all;
    for (const std::string& overlay : overlays) {
        std::string contract = overlay;
        contract.replace(contract.find("/overlays"), 9, "");
        contract.replace(contract.find("-observed"), 9, "");
        EXPECT_EQ(laid({overlay}), overlay + " over " + contract + '\n');
        all += overlay + " over " + contract + '\n';
    }
    EXPECT_EQ(overlays.size(), contract_files().size());
    EXPECT_EQ(laid(overlays), all);
}

TEST(ShippedFixtures, AreReadAgainstTheShippedContracts) {
    std::vector<std::shared_ptr<const Contract>> contracts;
    for (const std::string& file : contract_files()) contracts.push_back(load_contract(file));
    const Fixtures fixtures = read_fixtures(source + "/fixtures", contracts);
    EXPECT_EQ(fixtures.left_out, std::vector<std::string>{});
    EXPECT_EQ(fixtures.files.size(), contracts.size());
}

}  // namespace

}  // namespace standin::contract
