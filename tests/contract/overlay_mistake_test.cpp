// What is said of an overlay that is none.
#include "mock/contract/overlay.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

class MistakenOverlay : public testing::TestWithParam<TextRow> {};

TEST_P(MistakenOverlay, WithTheWholeText) {
    EXPECT_EQ(mistakes_of([] { read_overlay(read_source_text("o.yaml", GetParam().text)); }),
              GetParam().expected);
}

// Behind three lines that are right.
std::string with_actions(const std::string& actions, const std::string& version = "1.1.0") {
    return "overlay: " + version + "\ninfo: {title: T, version: '1'}\nactions:\n" + actions;
}

const TextRow rows[] = {
    {"right", with_actions("- {target: $, update: {}}"), ""},
    {"right_with_extensions",
     "overlay: 1.1.0\nx-a: 1\ninfo: {title: T, version: '1', description: D, x-b: 2}\n"
     "extends: api.yaml\nactions: [{target: $, description: D, remove: false, update: 1, x-c: 3}]",
     ""},
    {"no_object", "[]", "o.yaml:1:1: \"overlay\" must be of type object, not array"},
    {"nothing_in_it", "a: 1",
     "o.yaml:1:1: \"overlay\" is missing (/overlay)\n"
     "o.yaml:1:1: \"info\" is missing (/info)\n"
     "o.yaml:1:1: \"actions\" is missing (/actions)\n"
     "o.yaml:1:1: \"a\" is not known here (/a)"},
    {"later_version", with_actions("- {target: $}", "1.2.0"),
     "o.yaml:1:10: Overlay 1.2.0 is not supported; 1.0.x and 1.1.x are (/overlay)"},
    {"version_that_is_a_number", with_actions("- {target: $, update: {}}", "1.1"),
     "o.yaml:1:1: \"overlay\" must be of type string, not number (/overlay)"},
    {"no_title", "overlay: 1.1.0\ninfo: {version: '1'}\nactions: [{target: $, update: 1}]",
     "o.yaml:2:7: \"title\" is missing (/info/title)"},
    {"no_actions", "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: []",
     "o.yaml:3:1: \"actions\" breaks the schema of overlays: minItems 1 (/actions)"},
    {"no_target", with_actions("- {update: {}}"),
     "o.yaml:4:3: \"target\" is missing (/actions/0/target)"},
    {"wrong_types", with_actions("- {target: 1, remove: 'true', copy: {}}"),
     "o.yaml:4:4: \"target\" must be of type string, not number (/actions/0/target)\n"
     "o.yaml:4:31: \"copy\" must be of type string, not object (/actions/0/copy)\n"
     "o.yaml:4:15: \"remove\" must be of type boolean, not string (/actions/0/remove)"},
    {"unknown_members", with_actions("- {target: $, updat: {}}"),
     "o.yaml:4:15: \"updat\" is not known here (/actions/0/updat)"},
    {"wrong_queries", with_actions("- {target: paths, update: 1}\n- {target: $, copy: '$..'}"),
     "o.yaml:4:12: \"target\" is no JSONPath query: \"$\" is expected at offset 0 "
     "(/actions/0/target)\n"
     "o.yaml:5:21: \"copy\" is no JSONPath query: a name, \"*\" or \"[\" is expected at offset 3 "
     "(/actions/1/copy)"},
    {"update_and_remove", with_actions("- {target: $.a, update: 1, remove: true}"),
     "o.yaml:4:3: an action has one of \"update\", \"copy\" and \"remove\" (/actions/0)"},
    {"update_and_copy", with_actions("- {target: $.a, update: 1, copy: $.b}"),
     "o.yaml:4:3: an action has one of \"update\", \"copy\" and \"remove\" (/actions/0)"},
    {"copy_and_remove", with_actions("- {target: $.a, copy: $.b, remove: true}"),
     "o.yaml:4:3: an action has one of \"update\", \"copy\" and \"remove\" (/actions/0)"},
    {"nothing_asked_for", with_actions("- {target: $.a, remove: false}"),
     "o.yaml:4:3: an action needs \"update\", \"copy\" or \"remove: true\" (/actions/0)"},
    {"copy_in_1_0", with_actions("- {target: $.a, copy: $.b}", "1.0.0"),
     "o.yaml:4:23: \"copy\" is known from Overlay 1.1 on (/actions/0/copy)"},
};
INSTANTIATE_TEST_SUITE_P(Overlay, MistakenOverlay, testing::ValuesIn(rows), name_of_row);

TEST(Overlay, IsReadWhole) {
    const Overlay overlay = read_overlay(
        read_source_text("o.json", R"({"overlay": "1.0.3", "info": {"title": "T", "version": "1"},
            "extends": "./api.yaml",
            "actions": [{"target": "$.a", "update": [1]}, {"target": "$.b", "remove": true}]})"));
    EXPECT_EQ(overlay.title, "T");
    EXPECT_TRUE(overlay.is_1_0);
    EXPECT_EQ(overlay.extends, "./api.yaml");
    EXPECT_EQ(overlay.extends_mark, (Mark{2, 24}));
    ASSERT_EQ(overlay.actions.size(), 2U);
    EXPECT_EQ(overlay.actions[0].does, OverlayAction::Does::update);
    EXPECT_EQ(to_json(overlay.actions[0].update), "[1]");
    EXPECT_EQ(overlay.actions[1].does, OverlayAction::Does::remove);
    EXPECT_EQ(overlay.actions[1].mark, (Mark{3, 70}));
}

}  // namespace

}  // namespace standin::contract
