// What overlays make of documents.
#include "mock/contract/overlay.h"

#include "tests/contract/told.h"

namespace standin::contract {

namespace {

Overlay overlay_of(const std::string& actions, const std::string& version = "1.1.0") {
    return read_overlay(read_source_text("overlay.yaml", "overlay: " + version +
                                                             "\ninfo: {title: T, version: '1'}\n"
                                                             "actions:\n" +
                                                             actions));
}

constexpr const char* document = R"(info: {title: A, tags: [x]}
paths:
  /a: {get: {x: 1}, put: {x: 2}}
  /b: {get: {x: 3}}
list: [1, {n: 2}, [3]]
none: null
)";

// The document with the changes, or every mistake.
std::string laid(const std::string& actions, const std::string& version = "1.1.0") {
    const Source source = read_source_text("api.yaml", document);
    std::string json;
    const std::string mistakes = mistakes_of(
        [&] { json = to_json(lay(overlay_of(actions, version), source).source.root()); });
    return mistakes.empty() ? json : mistakes;
}

// The document with one part of it replaced.
std::string with(std::string_view from, std::string_view to) {
    std::string json = to_json(read_source_text("api.yaml", document).root());
    const size_t at = json.find(from);
    return at == json.npos ? "no such part" : json.replace(at, from.size(), to);
}

class Laid : public testing::TestWithParam<TextRow> {};

TEST_P(Laid, By1_1) {
    EXPECT_EQ(laid(GetParam().text), GetParam().expected);
}

const TextRow rows[] = {
    {"member_added", "- {target: $.info, update: {z: 1}}", with("[\"x\"]}", "[\"x\"],\"z\":1}")},
    {"member_replaced", "- {target: $.info, update: {title: B}}", with("\"A\"", "\"B\"")},
    {"member_merged", "- {target: $, update: {paths: {/b: {get: {y: 4}}}}}",
     with("{\"x\":3}", "{\"x\":3,\"y\":4}")},
    {"array_of_a_member_joined", "- {target: $.info, update: {tags: [y, z]}}",
     with("[\"x\"]", "[\"x\",\"y\",\"z\"]")},
    {"object_appended", "- {target: $.list, update: {m: 1}}", with("[3]]", "[3],{\"m\":1}]")},
    {"primitive_appended", "- {target: $.list, update: null}", with("[3]]", "[3],null]")},
    {"array_joined", "- {target: $.list, update: [4, [5]]}", with("[3]]", "[3],4,[5]]")},
    {"array_in_an_array_joined", "- {target: '$.list[2]', update: [4]}", with("[3]]", "[3,4]]")},
    {"primitive_replaced", "- {target: '$.list[0]', update: one}", with("[1,", "[\"one\",")},
    {"null_replaced", "- {target: $.none, update: 0}", with("null", "0")},
    {"primitive_by_null", "- {target: $.info.title, update: null}", with("\"A\"", "null")},
    {"several_changed", "- {target: $.paths.*.get, update: {s: true}}",
     with(R"({"get":{"x":1},"put":{"x":2}},"/b":{"get":{"x":3}})",
          R"({"get":{"x":1,"s":true},"put":{"x":2}},"/b":{"get":{"x":3,"s":true}})")},
    {"once_where_selected_twice", "- {target: '$.list[2,2]', update: 4}", with("[3]]", "[3,4]]")},
    {"inside_what_is_changed_too", "- {target: '$.paths..[?@.x<3]', update: {s: 0}}",
     with(R"({"x":1},"put":{"x":2})", R"({"x":1,"s":0},"put":{"x":2,"s":0})")},
    {"outer_before_inner", "- {target: '$.paths[\"/b\"]..[\"get\"]', update: {get: {q: 1}}}",
     with("{\"x\":3}", R"({"x":3,"get":{"q":1}})")},
    {"removed", "- {target: $.info.tags, remove: true}", with(",\"tags\":[\"x\"]", "")},
    {"items_removed", "- {target: '$.list[0,2]', remove: true}",
     with("[1,{\"n\":2},[3]]", "[{\"n\":2}]")},
    {"removed_at_every_level", "- {target: $.paths..*, remove: true}",
     with(R"({"/a":{"get":{"x":1},"put":{"x":2}},"/b":{"get":{"x":3}}})", "{}")},
    {"made_again", "- {target: $.list, remove: true}\n- {target: $, update: {list: [9]}}",
     with(R"("list":[1,{"n":2},[3]],"none":null)", R"("none":null,"list":[9])")},
    {"each_over_the_one_before",
     "- {target: $, update: {new: {}}}\n- {target: $.new, update: {a: 1}}",
     with("null}", "null,\"new\":{\"a\":1}}")},
    {"copied", "- {target: '$.paths[\"/b\"]', copy: '$.paths[\"/a\"]'}",
     with(R"({"get":{"x":3}})", R"({"get":{"x":1},"put":{"x":2}})")},
    {"copied_into_an_array", "- {target: $.list, copy: $.info}",
     with("[3]]", R"([3],{"title":"A","tags":["x"]}])")},
    {"copied_to_itself", "- {target: $.list, copy: $.list}", with("[3]]", R"([3],1,{"n":2},[3]])")},
    {"moved",
     "- {target: $.paths, update: {/c: {}}}\n"
     "- {target: '$.paths[\"/c\"]', copy: '$.paths[\"/a\"]'}\n"
     "- {target: '$.paths[\"/a\"]', remove: true}",
     with(R"("/a":{"get":{"x":1},"put":{"x":2}},"/b":{"get":{"x":3}})",
          R"("/b":{"get":{"x":3}},"/c":{"get":{"x":1},"put":{"x":2}})")},
    {"nothing_selected", "- {target: $.other, update: {a: 1}}", with("", "")},
    {"copy_of_nothing_to_nothing", "- {target: $.other, copy: $.more}", with("", "")},

    {"object_for_a_primitive", "- {target: $.info, update: {title: {en: A}}}",
     "overlay.yaml:4:36: an object does not fit a primitive at /info/title "
     "(/actions/0/update/title)"},
    {"array_for_an_object", "- target: $.paths.*\n  update: []",
     "overlay.yaml:5:11: an array does not fit an object at /paths/~1a (/actions/0/update)"},
    {"primitive_for_an_array", "- target: $\n  update:\n    info:\n      tags: y",
     "overlay.yaml:7:13: a primitive does not fit an array at /info/tags "
     "(/actions/0/update/info/tags)"},
    {"null_for_an_object", "- {target: $, update: {info: null}}",
     "overlay.yaml:4:30: a primitive does not fit an object at /info (/actions/0/update/info)"},
    {"object_for_the_root_alone", "- {target: $, update: 1}",
     "overlay.yaml:4:23: a primitive does not fit an object at the root (/actions/0/update)"},
    {"misfit_of_a_copy", "- {target: $.info, copy: $.list}",
     "overlay.yaml:4:26: an array does not fit an object at /info (/actions/0/copy)"},
    {"misfit_inside_a_copy",
     "- {target: $, copy: \"$.paths['/a']\"}\n"
     "- {target: $.get, update: {x: {}}}",
     "overlay.yaml:5:31: an object does not fit a primitive at /get/x (/actions/1/update/x)"},
    {"mixed_targets", "- {target: $.*, update: {a: 1}}",
     "overlay.yaml:4:12: selects an object at $['info'] and an array at $['list'] "
     "(/actions/0/target)"},
    {"copy_of_nothing", "- {target: $.info, copy: $.more}",
     "overlay.yaml:4:26: selects 0 nodes of api.yaml, not one (/actions/0/copy)"},
    {"copy_of_several", "- {target: $.info, copy: $.paths.*}",
     "overlay.yaml:4:26: selects 2 nodes of api.yaml, not one (/actions/0/copy)"},
    {"root_removed", "- {target: $, remove: true}",
     "overlay.yaml:4:12: the whole document cannot be removed (/actions/0/target)"},
    {"every_mistake", "- {target: $, remove: true}\n- {target: $.none, update: [1]}",
     "overlay.yaml:4:12: the whole document cannot be removed (/actions/0/target)\n"
     "overlay.yaml:5:28: an array does not fit a primitive at /none (/actions/1/update)"},
};
INSTANTIATE_TEST_SUITE_P(Overlay, Laid, testing::ValuesIn(rows), name_of_row);

class LaidBy1_0 : public testing::TestWithParam<TextRow> {};

TEST_P(LaidBy1_0, OverTheDocument) {
    EXPECT_EQ(laid(GetParam().text, "1.0.0"), GetParam().expected);
}

const TextRow rows_1_0[] = {
    {"array_is_one_entry", "- {target: $.list, update: [4]}", with("[3]]", "[3],[4]]")},
    {"array_of_a_member_joined", "- {target: $.info, update: {tags: [y]}}",
     with("[\"x\"]", "[\"x\",\"y\"]")},
    {"primitive_removed", "- {target: $.info.title, remove: true}", with("\"title\":\"A\",", "")},
    {"primitive_not_changed", "- {target: $.info.title, update: B}",
     "overlay.yaml:4:12: selects a primitive at /info/title, which needs Overlay 1.1 "
     "(/actions/0/target)"},
    {"mixed_targets", "- {target: '$[\"info\",\"list\"]', update: {a: 1}}",
     R"({"info":{"title":"A","tags":["x"],"a":1},"paths":{"/a":{"get":{"x":1},"put":{"x":2}},)"
     R"("/b":{"get":{"x":3}}},"list":[1,{"n":2},[3],{"a":1}],"none":null})"},
    {"nothing_asked_for", "- {target: $.info}", with("", "")},
    {"not_removed", "- {target: $.info, remove: false, update: {title: B}}",
     with("\"A\"", "\"B\"")},
};
INSTANTIATE_TEST_SUITE_P(Overlay, LaidBy1_0, testing::ValuesIn(rows_1_0), name_of_row);

TEST(Overlaid, KeepsPlacesInBothFiles) {
    const Source source = read_source_text("api.yaml", document);
    const Source once =
        lay(overlay_of("- {target: $.info, update: {title: B, z: 1}}"), source).source;
    const Source twice = lay(read_overlay(read_source_text(
                                 "second.yaml",
                                 "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n"
                                 "- {target: $.info, update: {y: 2}}")),
                             once)
                             .source;
    EXPECT_EQ(twice.file, "api.yaml");
    std::string told;
    for (const Member& member : twice.root().at("info")->members()) {
        told += Mistake{twice.file_of(member.mark), member.mark, "", ""}.text() + ' ';
        const Mark mark = member.value.mark();
        told += Mistake{twice.file_of(mark), mark, "", ""}.text() + '\n';
    }
    EXPECT_EQ(told,
              "overlay.yaml:4:29:  overlay.yaml:4:36: \n"
              "api.yaml:1:18:  api.yaml:1:24: \n"
              "overlay.yaml:4:39:  overlay.yaml:4:42: \n"
              "second.yaml:4:29:  second.yaml:4:32: \n");
    EXPECT_EQ(mistakes_of([&] {
                  const Value* value = twice.root().at("info", "y");
                  twice.refuse(value->mark(), "/info/y", "is wrong");
              }),
              "second.yaml:4:32: is wrong (/info/y)");
}

TEST(Overlaid, PlacesAReplacedTargetWhereItComesFrom) {
    const Source source = read_source_text("api.yaml", document);
    const Source changed = lay(overlay_of("- {target: $.none, update: 1}"), source).source;
    EXPECT_EQ(changed.root().members().back().mark, Mark(4, 28, 1));
    EXPECT_EQ(changed.root().members().back().value.mark(), Mark(4, 28, 1));
}

TEST(Overlaid, SharesWhatIsNotChanged) {
    const Source source = read_source_text("api.yaml", document);
    const Source changed = lay(overlay_of("- {target: $.info, update: {z: 1}}"), source).source;
    EXPECT_EQ(changed.root().at("paths")->members().data(),
              source.root().at("paths")->members().data());
    EXPECT_EQ(to_json(source.root()).find("\"z\""), std::string::npos);
    EXPECT_LT(changed.document->bytes(), 1000U);
}

TEST(Overlaid, LivesOnWithoutWhatItWasMadeOf) {
    std::string json;
    {
        auto source = std::make_unique<Source>(read_source_text("api.yaml", document));
        auto overlay = std::make_unique<Overlay>(overlay_of("- {target: $.none, update: kept}"));
        const Source changed = lay(*overlay, *source).source;
        overlay.reset();
        source.reset();
        json = to_json(changed.root());
    }
    EXPECT_EQ(json, with("null", "\"kept\""));
}

TEST(Overlaid, TellsWhichActionsSelectNothing) {
    const Overlay overlay = overlay_of(
        "- {target: $.other, update: {}}\n- {target: $.info, update: {}}\n"
        "- {target: $.more, remove: true}");
    const Overlaid over = lay(overlay, read_source_text("api.yaml", document));
    ASSERT_EQ(over.idle.size(), 2U);
    EXPECT_EQ(over.idle[0]->pointer, "/actions/0");
    EXPECT_EQ(over.idle[1]->pointer, "/actions/2");
}

TEST(Overlaid, IsBounded) {
    const auto nested = [](size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    const auto copied = [&](size_t depth) {
        const Source deep = read_source_text("api.yaml", "a: " + nested(depth) + "\nb: {c: []}\n");
        return mistakes_of([&] { lay(overlay_of("- {target: $.b.c, copy: $.a}"), deep); });
    };
    EXPECT_EQ(copied(510), "");
    EXPECT_EQ(copied(511),
              "overlay.yaml:4:12: nests the document deeper than 512 levels (/actions/0)");
    std::string actions = "- {target: $.list, update: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}\n";
    for (size_t i = 0; i < 22; ++i) actions += "- {target: $.list, copy: $.list}\n";
    EXPECT_EQ(laid(actions).substr(0, 80),
              "overlay.yaml:24:12: adds more than 10000000 values to the document (/actions/20)");
}

TEST(Overlaid, IsNotLookedAtForever) {
    const std::string path = "$..[?$..[?$..[?$..[?$..[?$..[?$..[?$..[?@==77]]]]]]]]";
    EXPECT_EQ(
        laid("- {target: '" + path + "', remove: true}"),
        "overlay.yaml:4:12: looks at too many values, or searches too long (/actions/0/target)");
    EXPECT_EQ(
        laid("- {target: $.info, copy: '" + path + "'}"),
        "overlay.yaml:4:26: looks at too many values, or searches too long (/actions/0/copy)");
}

TEST(Overlaid, ByMoreFilesThanMarksCanTell) {
    Source source = read_source_text("api.yaml", document);
    const Overlay overlay = overlay_of("- {target: $.none, update: 1}");
    for (size_t i = 0; i < 255; ++i) source = lay(overlay, source).source;
    EXPECT_EQ(mistakes_of([&] { lay(overlay, source); }),
              "overlay.yaml: there are 255 overlays over one document already");
}

}  // namespace

}  // namespace standin::contract
