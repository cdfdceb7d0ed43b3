// Which overlay goes over which document.
#include "mock/contract/layers.h"

#include <algorithm>
#include <filesystem>

#include "tests/contract/told.h"

namespace standin::contract {

namespace {

const std::string here = std::filesystem::current_path().string();

// Lays an overlay in the folder "over" over two documents, "api.yaml" in "a b" and "other.yaml".
std::string layered(const std::string& extends, const std::string& actions) {
    std::vector<Source> documents = {read_source_text("a b/api.yaml", "info: {}\nx: 1\n"),
                                     read_source_text("other.yaml", "info: {}\ny: 1\n")};
    std::string told;
    const std::string mistakes = mistakes_of([&] {
        std::vector<Overlay> overlays;
        overlays.push_back(read_overlay(
            read_source_text("over/o.yaml", "overlay: 1.1.0\ninfo: {title: T, version: '1'}\n" +
                                                extends + "\nactions:\n" + actions)));
        const Layers layers = lay_all(overlays, documents);
        for (const std::string& laid : layers.laid) told += laid + '\n';
        for (const Mistake& idle : layers.idle) told += idle.text() + '\n';
    });
    return told + mistakes;
}

class Layered : public testing::TestWithParam<TextRow> {};

TEST_P(Layered, ByWhatIsExtended) {
    EXPECT_EQ(layered("extends: " + GetParam().text, "- {target: $.info, update: {z: 1}}"),
              GetParam().expected);
}

const char* const over_api = "over/o.yaml over a b/api.yaml\n";

std::string extends_none(const std::string& reference) {
    return "over/o.yaml:3:10: \"" + reference + "\" is none of the contracts (/extends)";
}

const TextRow rows[] = {
    {"relative", "'../a%20b/api.yaml'", over_api},
    {"relative_round_about", "'./../over/.././a b/api.yaml'", over_api},
    {"other", "../other.yaml", "over/o.yaml over other.yaml\n"},
    {"absolute", "'" + here + "/a%20b/api.yaml'", over_api},
    {"file_url", "'file://" + here + "/a%20b/api.yaml'", over_api},
    {"file_url_of_this_machine", "'file://localhost" + here + "/a%20b/api.yaml'", over_api},
    {"file_url_without_machine", "'file:" + here + "/a%20b/api.yaml'", over_api},
    {"beside", "api.yaml", extends_none("api.yaml")},
    {"web", "https://example.com/api.yaml", extends_none("https://example.com/api.yaml")},
    {"file_of_another_machine", "file://example.com/api.yaml",
     extends_none("file://example.com/api.yaml")},
};
INSTANTIATE_TEST_SUITE_P(Overlay, Layered, testing::ValuesIn(rows), name_of_row);

TEST(Layers, WithoutExtendsAreWhereSomethingIsSelected) {
    EXPECT_EQ(layered("", "- {target: $.info, update: {z: 1}}"),
              "over/o.yaml over a b/api.yaml\nover/o.yaml over other.yaml\n");
    EXPECT_EQ(layered("", "- {target: $.y, remove: true}"), "over/o.yaml over other.yaml\n");
    EXPECT_EQ(layered("", "- {target: $.info, update: {}}\n- {target: $.x, remove: true}"),
              "over/o.yaml over a b/api.yaml\nover/o.yaml over other.yaml\n"
              "over/o.yaml:6:12: selects nothing in other.yaml (/actions/1/target)\n");
}

TEST(Layers, ThatSelectNothingAreRefused) {
    const std::string refused =
        "over/o.yaml:5:12: no target of this overlay selects anything (/actions/0/target)";
    EXPECT_EQ(layered("", "- {target: $.none, remove: true}"), refused);
    EXPECT_EQ(layered("extends: ../other.yaml", "- {target: $.x, remove: true}"), refused);
}

TEST(Layers, LieOverOneAnother) {
    std::vector<Source> documents = {read_source_text("api.yaml", "a: {}\n")};
    std::vector<Overlay> overlays;
    for (const char* action : {"{target: $.a, update: {b: {}}}", "{target: $.a.b, update: {c: 1}}",
                               "{target: $.none, remove: true}", "{target: $, remove: true}"}) {
        overlays.push_back(read_overlay(read_source_text(
            "o.yaml",
            "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n- " + std::string(action))));
    }
    EXPECT_EQ(mistakes_of([&] { lay_all(overlays, documents); }),
              "o.yaml:4:12: no target of this overlay selects anything (/actions/0/target)\n"
              "o.yaml:4:12: the whole document cannot be removed (/actions/0/target)");
    EXPECT_EQ(to_json(documents[0].root()), R"({"a":{"b":{"c":1}}})");
}

}  // namespace

}  // namespace standin::contract
