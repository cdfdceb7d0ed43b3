// What JSONPath queries select.
#include "mock/contract/json_path.h"

#include "tests/contract/told.h"

namespace standin::contract {

namespace {

// The paths of what is selected in a document, or what is wrong with the query.
std::string selected(std::string_view query, std::string_view json) {
    const JsonPath path(query);
    if (!path.mistake().empty()) return path.mistake();
    JsonFault fault;
    const auto document = read_json(json, fault);
    std::string told;
    const auto nodes = path.select(document->root());
    if (!nodes) return "too much";
    for (const PathNode& node : *nodes) {
        if (!told.empty()) told += ' ';
        told += normalized(node.path);
    }
    return told;
}

constexpr std::string_view library = R"({
    "books": [
        {"title": "A", "pages": 100, "tags": ["x", "y"], "author": {"name": "Ada"}},
        {"title": "B", "pages": 250.5, "tags": []},
        {"title": "Cé", "lent": null, "pages": "many"}
    ],
    "open": true,
    "limit": 200,
    "pattern": "[AB]"
})";

class Selected : public testing::TestWithParam<TextRow> {};

TEST_P(Selected, InTheLibrary) {
    EXPECT_EQ(selected(GetParam().text, library), GetParam().expected);
}

const TextRow rows[] = {
    {"root", "$", "$"},
    {"name", "$.open", "$['open']"},
    {"name_in_single_quotes", "$['open']", "$['open']"},
    {"name_in_double_quotes", "$[\"open\"]", "$['open']"},
    {"name_of_nothing", "$.closed", ""},
    {"name_in_an_array", "$.books.title", ""},
    {"wildcard_of_an_object", "$.*", "$['books'] $['open'] $['limit'] $['pattern']"},
    {"wildcard_of_an_array", "$.books[*]", "$['books'][0] $['books'][1] $['books'][2]"},
    {"wildcard_of_a_primitive", "$.open.*", ""},
    {"index", "$.books[1]", "$['books'][1]"},
    {"index_from_the_end", "$.books[-1]", "$['books'][2]"},
    {"index_beyond", "$.books[3]", ""},
    {"index_before", "$.books[-4]", ""},
    {"index_of_an_object", "$[0]", ""},
    {"several", "$.books[2,0,0]", "$['books'][2] $['books'][0] $['books'][0]"},
    {"slice", "$.books[1:]", "$['books'][1] $['books'][2]"},
    {"slice_backwards", "$.books[::-2]", "$['books'][2] $['books'][0]"},
    {"slice_without_step", "$.books[::0]", ""},
    {"slice_of_an_object", "$[::]", ""},
    {"slice_with_the_largest_step", "$.books[0::9007199254740991]", "$['books'][0]"},
    {"descendants_by_name", "$..name", "$['books'][0]['author']['name']"},
    {"descendants_by_index", "$..[1]", "$['books'][1] $['books'][0]['tags'][1]"},
    {"descendants_of_descendants", "$..tags..*",
     "$['books'][0]['tags'][0] $['books'][0]['tags'][1]"},
    {"exists", "$.books[?@.author]", "$['books'][0]"},
    {"null_exists", "$.books[?@.lent]", "$['books'][2]"},
    {"does_not_exist", "$.books[?!@.tags]", "$['books'][2]"},
    {"nested_filter", "$.books[?@.tags[?@=='y']]", "$['books'][0]"},
    {"filter_of_an_object", "$[?@==true]", "$['open']"},
    {"equal", "$.books[?@.title=='B']", "$['books'][1]"},
    {"equal_objects", "$.books[?@.author==$.books[0].author]", "$['books'][0]"},
    {"nothing_equals_nothing", "$.books[?@.none==$.none]",
     "$['books'][0] $['books'][1] $['books'][2]"},
    {"nothing_is_not_null", "$.books[?@.lent!=null]", "$['books'][0] $['books'][1]"},
    {"less", "$.books[?@.pages<$.limit]", "$['books'][0]"},
    {"less_or_equal", "$.books[?@.pages<=100]", "$['books'][0]"},
    {"greater", "$.books[?@.pages>1e2]", "$['books'][1]"},
    {"greater_or_equal", "$.books[?@.pages>=100]", "$['books'][0] $['books'][1]"},
    {"texts_by_code_points", "$.books[?@.title>\"B\"]", "$['books'][2]"},
    {"or_binds_weaker", "$.books[?@.title=='A'||@.title=='B'&&@.none]", "$['books'][0]"},
    {"parentheses", "$.books[?(@.title=='A'||@.title=='B')&&@.author]", "$['books'][0]"},
    {"negated_parentheses", "$.books[?!(@.title=='A'||@.title=='B')]", "$['books'][2]"},
    {"length_of_a_text", "$.books[?length(@.title)==2]", "$['books'][2]"},
    {"length_of_an_array", "$.books[?length(@.tags)==0]", "$['books'][1]"},
    {"length_of_an_object", "$.books[?length(@)==4]", "$['books'][0]"},
    {"length_of_a_number", "$[?length(@.limit)==length(@.none)]",
     "$['books'] $['open'] $['limit'] $['pattern']"},
    {"count", "$.books[?count(@.*)>3]", "$['books'][0]"},
    {"value", "$.books[?value(@..name)=='Ada']", "$['books'][0]"},
    {"value_of_several", "$.books[?value(@.tags[*])=='x']", ""},
    {"match_is_whole", "$.books[?match(@.title,'[AC]')]", "$['books'][0]"},
    {"search_is_not", "$.books[?search(@.title,'[AC]')]", "$['books'][0] $['books'][2]"},
    {"match_of_the_document", "$.books[?match(@.title,$.pattern)]", "$['books'][0] $['books'][1]"},
    {"match_of_no_regexp", "$.books[?match(@.title,'\\\\w')]", ""},
    {"not_matched_by_no_regexp", "$.books[?!search(@.title,'(')]",
     "$['books'][0] $['books'][1] $['books'][2]"},
    {"blanks", "$ .books [ ?\n@ .title == 'A' && ( ! @.none ) ] [ 'title' , \"pages\" ]",
     "$['books'][0]['title'] $['books'][0]['pages']"},
};
INSTANTIATE_TEST_SUITE_P(JsonPath, Selected, testing::ValuesIn(rows), name_of_row);

TEST(NormalizedPath, EscapesNames) {
    EXPECT_EQ(selected("$.*", R"({"a'b\\c\n\u000b\"/é": 1})"), R"($['a\'b\\c\n\u000b"/é'])");
    EXPECT_EQ(selected(R"($["a\u0027\uD834\uDD1E"])", R"({"a'𝄞": 1})"), R"($['a\'𝄞'])");
}

std::string nested(size_t depth) {
    std::string query = "$";
    for (size_t i = 0; i < depth; ++i) query += "[?@";
    return query + std::string(depth, ']');
}

TEST(JsonPath, IsNestedToALimit) {
    EXPECT_EQ(selected(nested(32), "[1]"), "");
    EXPECT_EQ(selected(nested(33), "[1]"), "nested deeper than 32 levels at offset 99");
    EXPECT_EQ(selected("$[?" + std::string(100000, '(') + "@]", "[1]"),
              "nested deeper than 32 levels at offset 34");
}

TEST(JsonPath, GivesUpWhereFiltersInsideFiltersNeverEnd) {
    std::string items = "[0";
    for (size_t i = 1; i < 100; ++i) items += ",0";
    EXPECT_EQ(selected("$..[?$..[?$..[?$..[?$..[?@==1]]]]]", items + "]"), "too much");
    EXPECT_EQ(selected("$..[?$..[?$..[?@==1]]]", items + "]"), "");
}

TEST(JsonPath, ReachesTheDeepestValue) {
    const std::string json = std::string(511, '[') + "1" + std::string(511, ']');
    EXPECT_EQ(selected("$..[?@==1]", json).size(), 1 + 511 * 3U);
}

}  // namespace

}  // namespace standin::contract
