// Files that cannot be read, and texts that are neither YAML nor JSON.
#include "mock/contract/source.h"

#include <filesystem>
#include <fstream>

#include "tests/contract/told.h"

namespace standin::contract {

namespace {

class Unreadable : public testing::TestWithParam<TextRow> {};

TEST_P(Unreadable, WithTheWholeText) {
    EXPECT_EQ(mistakes_of([] { read_source_text("a.yaml", GetParam().text); }),
              GetParam().expected);
}

std::string nested(size_t depth) {
    return "a: " + std::string(depth, '[') + std::string(depth, ']');
}

const TextRow rows[] = {
    {"empty", "", "a.yaml: is empty"},
    {"white_space_alone", " \n\t\r\n", "a.yaml: is empty"},
    {"byte_order_mark_alone", "\xef\xbb\xbf", "a.yaml: is empty"},
    {"comment_alone", "# nothing\n", "a.yaml:2:1: is not YAML: a document was expected"},
    {"duplicate_key", "a: 1\nb: 2\na: 3\n", "a.yaml:3:1: member \"a\" stands twice"},
    {"duplicate_key_quoted", "a: {b: 1, \"b\": 2}\n", "a.yaml:1:11: member \"b\" stands twice"},
    {"duplicate_of_a_number", "1: a\n\"1\": b\n", "a.yaml:2:1: member \"1\" stands twice"},
    {"second_document", "a: 1\n---\nb: 2\n",
     "a.yaml:2:1: a second YAML document begins here; one file holds one document"},
    {"alias_without_anchor", "a: *x\n", "a.yaml:1:4: alias *x has no anchor"},
    {"alias_within_its_anchor", "a: &x [*x]\n", "a.yaml:1:8: alias *x has no anchor"},
    {"alias_as_a_key", "a: &x b\n*x : 1\n", "a.yaml:2:1: a key must be a plain text"},
    {"sequence_as_a_key", "? [a]\n: 1\n", "a.yaml:1:3: a key must be a plain text"},
    {"merge_of_a_scalar", "a: {<<: 1}\n",
     "a.yaml:1:5: a merge key takes a mapping or a list of mappings"},
    {"merge_of_a_list_of_scalars", "a:\n  <<: [1]\n",
     "a.yaml:2:3: a merge key takes a mapping or a list of mappings"},
    {"infinity", "a: .inf\n", "a.yaml:1:4: JSON has no such number: .inf"},
    {"minus_infinity", "a: -.INF\n", "a.yaml:1:4: JSON has no such number: -.INF"},
    {"not_a_number", "a: .NaN\n", "a.yaml:1:4: JSON has no such number: .NaN"},
    {"integer_tag", "a: !!int 1\n", "a.yaml:1:4: tag tag:yaml.org,2002:int is not supported"},
    {"integer_tag_of_a_text", "a: !!int \"1\"\n",
     "a.yaml:1:4: tag tag:yaml.org,2002:int is not supported"},
    {"binary_tag", "a: !!binary aGk=\n",
     "a.yaml:1:4: tag tag:yaml.org,2002:binary is not supported"},
    {"tag_of_ones_own", "a: !mine b\n", "a.yaml:1:4: tag !mine is not supported"},
    {"tag_of_a_mapping", "a: !!set {b}\n",
     "a.yaml:1:4: tag tag:yaml.org,2002:set is not supported"},
    {"tag_of_a_sequence", "a: !mine [b]\n", "a.yaml:1:4: tag !mine is not supported"},
    {"tag_without_its_handle", "a: !x!y b\n",
     "a.yaml:1:4: is not YAML: found undefined tag handle while parsing a node"},
    {"tab_as_indentation", "a:\n\tb: 1\n",
     "a.yaml:2:1: is not YAML: found character that cannot start any token while scanning for the "
     "next token"},
    {"wrong_indentation", "a: 1\n  b: 2\n",
     "a.yaml:2:4: is not YAML: mapping values are not allowed in this context"},
    {"open_flow", "a: [1, 2\nb: 3\n",
     "a.yaml:2:2: is not YAML: did not find expected ',' or ']' while parsing a flow sequence"},
    {"open_quote", "a: \"b\n",
     "a.yaml:2:1: is not YAML: found unexpected end of stream while scanning a quoted scalar"},
    {"open_json_in_flow", "a: {b: 1\n",
     "a.yaml:2:1: is not YAML: did not find expected ',' or '}' while parsing a flow mapping"},
    {"unknown_escape", "a: \"\\q\"\n",
     "a.yaml:1:5: is not YAML: found unknown escape character while parsing a quoted scalar"},
    {"bad_utf8", "a: 1\nb: \"\xff\"\n", "a.yaml:2:5: is not YAML: invalid leading UTF-8 octet"},
    {"control_character", "a: 1\nb: \x01\n",
     "a.yaml:2:4: is not YAML: control characters are not allowed"},
    {"reserved_character", "a: @b\n",
     "a.yaml:1:4: is not YAML: found character that cannot start any token while scanning for the "
     "next token"},
    {"depth", nested(512), "a.yaml:1:515: nested deeper than 512 levels"},
    {"neither_json_nor_flow", "{\"a\": 1,\n]",
     "a.yaml:2:1: is not JSON: expected a member's name in quotes, found ']'"},
    {"json_duplicate", "{\"a\": {\"b\": 1,\n \"b\": 2}}", "a.yaml:2:2: member \"b\" stands twice"},
    {"json_duplicate_in_an_array", "[{\"b\": 1, \"c\": 2, \"b\": 3}]",
     "a.yaml:1:19: member \"b\" stands twice"},
    {"json_three_times", "{\"b\": 1, \"b\": 2, \"b\": 3}",
     "a.yaml:1:10: member \"b\" stands twice"},
};
INSTANTIATE_TEST_SUITE_P(Source, Unreadable, testing::ValuesIn(rows), name_of_row);

TEST(Source, AtTheDepthLimitIsRead) {
    EXPECT_EQ(mistakes_of([] { read_source_text("a.yaml", nested(511)); }), "");
}

TEST(Source, ThatBeginsLikeJsonMayBeYaml) {
    EXPECT_EQ(to_json(read_source_text("a.yaml", "{a: [yes, 0o17], # flow\n}").root()),
              R"({"a":["yes",15]})");
    EXPECT_EQ(to_json(read_source_text("a.yml", "[{a: 1}]\n").root()), R"([{"a":1}])");
    EXPECT_EQ(mistakes_of([] { read_source_text("a.json", "{a: 1}"); }),
              "a.json:1:2: is not JSON: expected a member's name in quotes, found 'a'");
    EXPECT_EQ(mistakes_of([] { read_source_text("a.json", "{\"a\": 1,\n}"); }),
              "a.json:2:1: is not JSON: expected a member's name in quotes, found '}'");
}

TEST(Source, OfJsonKeepsMarks) {
    EXPECT_EQ(outline(read_source_text("a.json", "{\n \"a\": [1]}").root()),
              R"({@1:1 "a"@2:2 [@2:7 integer@2:8]})");
}

TEST(Source, ThatIsNoFileIsRefused) {
    EXPECT_EQ(mistakes_of([] { read_source("/nowhere/a.yaml"); }),
              "/nowhere/a.yaml: cannot be read: No such file or directory");
    EXPECT_EQ(mistakes_of([] { read_source(STANDIN_SOURCE_DIR); }),
              STANDIN_SOURCE_DIR ": is a folder, not a file");
}

TEST(Source, IsReadFromAFile) {
    const std::string file = testing::TempDir() + "standin_source_test.yaml";
    std::ofstream(file) << "a: 1\n";
    EXPECT_EQ(to_json(read_source(file).root()), R"({"a":1})");
    EXPECT_EQ(read_source(file).file, file);
    std::filesystem::remove(file);
}

}  // namespace

}  // namespace standin::contract
