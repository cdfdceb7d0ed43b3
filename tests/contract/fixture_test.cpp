// Starting states: what is read of them, and the whole text of each refusal.
#include "mock/contract/fixture.h"

#include <filesystem>
#include <fstream>

#include "tests/contract/told.h"

namespace standin::contract {

namespace {

constexpr std::string_view library = R"(openapi: 3.1.0
x-standin: {name: library}
security: [{token: []}]
paths:
  /shelves/{shelf}/books:
    post: {responses: {}}
  /shelves/{shelf}/books/{isbn}:
    get:
      responses:
        200:
          content:
            application/json:
              schema:
                type: object
                required: [isbn]
                properties:
                  isbn: {type: [string, integer]}
                  pages: {type: integer, minimum: 1}
                  tags: {type: array, items: {type: string}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
)";

const Contracts& contracts() {
    static const Contracts loaded = {load_contract_text("library.yaml", library)};
    return loaded;
}

Fixture read(const std::string& text) {
    return read_fixture(read_source_text("f.yaml", text), contracts());
}

class BadFixture : public testing::TestWithParam<TextRow> {};

TEST_P(BadFixture, IsRefused) {
    EXPECT_EQ(mistakes_of([] { read(GetParam().text); }), GetParam().expected);
}

std::string items(const std::string& text) {
    return "contract: library\nresources:\n  books:\n    - scope: {shelf: a}\n      items:\n" +
           text;
}

const TextRow rows[] = {
    {"scalar", "word", "f.yaml:1:1: is not a fixture: an object is expected"},
    {"sequence", "- contract: library", "f.yaml:1:1: is not a fixture: an object is expected"},
    {"no_contract", "resources: {}", "f.yaml:1:1: \"contract\" is missing"},
    {"contract_a_number", "contract: 1",
     "f.yaml:1:11: \"contract\" must be of type string, not integer (/contract)"},
    {"unknown_member", "contract: library\nresource: {}",
     "f.yaml:2:1: \"resource\" is not known here (/resource)"},
    {"environment_a_list", "contract: library\nenvironment: []",
     "f.yaml:2:14: \"environment\" must be of type object, not array (/environment)"},
    {"variable_a_number", "contract: library\nenvironment: {A: 1}",
     "f.yaml:2:18: \"A\" must be of type string, not integer (/environment/A)"},
    {"credentials_a_list", "contract: library\ncredentials: []",
     "f.yaml:2:14: \"credentials\" must be of type object, not array (/credentials)"},
    {"unknown_scheme", "contract: library\ncredentials: {tokn: [a]}",
     "f.yaml:2:15: contract \"library\" has no security scheme \"tokn\" (/credentials/tokn)"},
    {"credential_alone", "contract: library\ncredentials: {token: a}",
     "f.yaml:2:22: \"token\" must be of type array, not string (/credentials/token)"},
    {"credential_without_a_value", "contract: library\ncredentials: {token: [{scopes: [a]}]}",
     "f.yaml:2:23: \"value\" is missing (/credentials/token/0)"},
    {"credential_with_more", "contract: library\ncredentials: {token: [{value: a, scope: b}]}",
     "f.yaml:2:34: \"scope\" is not known here (/credentials/token/0/scope)"},
    {"scopes_of_numbers", "contract: library\ncredentials: {token: [{value: a, scopes: [1]}]}",
     "f.yaml:2:43: each of \"scopes\" must be of type string, not integer "
     "(/credentials/token/0/scopes/0)"},
    {"credential_a_number", "contract: library\ncredentials: {token: [a, 12345]}",
     "f.yaml:2:26: each of \"token\" must be of type string, not integer (/credentials/token/1)"},
    {"generated_a_list", "contract: library\ngenerated: []",
     "f.yaml:2:12: \"generated\" must be of type object, not array (/generated)"},
    {"count_a_text", "contract: library\ngenerated: {library/books: many}",
     "f.yaml:2:28: \"library/books\" must be of type integer, not string "
     "(/generated/library~1books)"},
    {"count_a_fraction", "contract: library\ngenerated: {library/books: 1.5}",
     "f.yaml:2:28: \"library/books\" must be of type integer, not number "
     "(/generated/library~1books)"},
    {"count_too_large", "contract: library\ngenerated: {library/books: 9223372036854775808}",
     "f.yaml:2:28: \"library/books\" must be of type integer, not number "
     "(/generated/library~1books)"},
    {"count_below_zero", "contract: library\ngenerated: {library/books: 1, library/books#: -1}",
     "f.yaml:2:47: \"library/books#\" must not be negative (/generated/library~1books#)"},
    {"count_for_no_resource", "contract: library\ngenerated: {library/boks: 1}",
     "f.yaml:2:13: contract \"library\" has no resource for \"library/boks\" "
     "(/generated/library~1boks)"},
    {"count_for_another_contract", "contract: library\ngenerated: {music/books: 1}",
     "f.yaml:2:13: contract \"library\" has no resource for \"music/books\" "
     "(/generated/music~1books)"},
    {"unknown_resource", "contract: library\nresources: {boks: []}",
     "f.yaml:2:13: contract \"library\" has no resource \"boks\" (/resources/boks)"},
    {"resource_an_object", "contract: library\nresources: {books: {}}",
     "f.yaml:2:20: \"books\" must be of type array, not object (/resources/books)"},
    {"group_a_text", "contract: library\nresources: {books: [a]}",
     "f.yaml:2:21: {scope, items} is expected (/resources/books/0)"},
    {"group_with_unknown_member",
     "contract: library\nresources: {books: [{scopes: {}, items: []}]}",
     "f.yaml:2:22: \"scopes\" is not known here (/resources/books/0/scopes)"},
    {"no_scope", "contract: library\nresources: {books: [{items: []}]}",
     "f.yaml:2:21: scope \"shelf\" is missing (/resources/books/0)"},
    {"scope_without_its_parameter",
     "contract: library\nresources: {books: [{scope: {}, items: []}]}",
     "f.yaml:2:21: scope \"shelf\" is missing (/resources/books/0)"},
    {"scope_with_another_parameter",
     "contract: library\nresources: {books: [{scope: {shelf: a, room: b}, items: []}]}",
     "f.yaml:2:40: \"room\" is not known here (/resources/books/0/scope/room)"},
    {"scope_a_number", "contract: library\nresources: {books: [{scope: {shelf: 1}, items: []}]}",
     "f.yaml:2:37: \"shelf\" must be of type string, not integer (/resources/books/0/scope/shelf)"},
    {"no_items", "contract: library\nresources: {books: [{scope: {shelf: a}}]}",
     "f.yaml:2:21: \"items\" is missing (/resources/books/0)"},
    {"item_a_text", items("        - word\n"),
     "f.yaml:6:11: its key \"isbn\" is missing (/resources/books/0/items/0)"},
    {"item_without_key", items("        - {pages: 1}\n"),
     "f.yaml:6:11: its key \"isbn\" is missing (/resources/books/0/items/0)"},
    {"key_that_is_null", items("        - {isbn: ~}\n"),
     "f.yaml:6:11: its key \"isbn\" is missing (/resources/books/0/items/0)"},
    {"key_that_is_an_object", items("        - {isbn: {}}\n"),
     "f.yaml:6:11: its key \"isbn\" is missing (/resources/books/0/items/0)"},
    {"wrong_type", items("        - {isbn: a, pages: many}\n"),
     "f.yaml:6:28: breaks the contract's schema of \"books\": type integer "
     "(/resources/books/0/items/0/pages)"},
    {"limit", items("        - {isbn: a, pages: 0}\n"),
     "f.yaml:6:28: breaks the contract's schema of \"books\": minimum 1 "
     "(/resources/books/0/items/0/pages)"},
    {"deep", items("        - isbn: a\n          tags: [b, 1]\n"),
     "f.yaml:7:21: breaks the contract's schema of \"books\": type string "
     "(/resources/books/0/items/0/tags/1)"},
    {"key_twice", items("        - {isbn: a}\n        - {isbn: b}\n        - {isbn: a}\n"),
     "f.yaml:8:18: key \"a\" of \"books\" is there already, in line 6 "
     "(/resources/books/0/items/2/isbn)"},
    {"key_twice_as_number_and_text", items("        - {isbn: 1}\n        - {isbn: '1'}\n"),
     "f.yaml:7:18: key \"1\" of \"books\" is there already, in line 6 "
     "(/resources/books/0/items/1/isbn)"},
    {"key_twice_in_two_groups_of_a_scope",
     items("        - {isbn: a}\n    - scope: {shelf: a}\n      items: [{isbn: a}]\n"),
     "f.yaml:8:22: key \"a\" of \"books\" is there already, in line 6 "
     "(/resources/books/1/items/0/isbn)"},
    {"key_in_another_scope_is_fine",
     items("        - {isbn: a}\n    - scope: {shelf: b}\n      items: [{isbn: a}]\n"), ""},
};
INSTANTIATE_TEST_SUITE_P(Fixture, BadFixture, testing::ValuesIn(rows), name_of_row);

TEST(Fixture, HoldsWhatWasRead) {
    const Fixture fixture = read(
        "contract: library\nenvironment: {A: b, C: ''}\ncredentials: {token: [one, {value: two, "
        "scopes: [b, a]}]}\n"
        "generated: {library/books: 3, library/books#: 9223372036854775807, library/booksb_: 0}\n"
        "resources:\n  books:\n    - scope: {shelf: s}\n      items: [{isbn: x, more: 1}, {isbn: "
        "7}]\n");
    ASSERT_EQ(fixture.contract, contracts()[0].get());
    EXPECT_EQ(fixture.environment, (std::map<std::string, std::string>{{"A", "b"}, {"C", ""}}));
    const std::vector<Credential> known = {{"one", {}}, {"two", {{"a", "b"}}}};
    EXPECT_EQ(fixture.credentials.at("token"), known);
    EXPECT_EQ(fixture.generated,
              (std::map<std::string, uint64_t>{{"library/books", 3},
                                               {"library/books#", 9223372036854775807},
                                               {"library/booksb_", 0}}));
    ASSERT_EQ(fixture.seeds.size(), 2U);
    for (const Seed& seed : fixture.seeds) {
        EXPECT_EQ(contracts()[0]->resources[seed.resource].name, "books");
        EXPECT_EQ(seed.scope, std::vector<std::string>{"s"});
    }
    EXPECT_EQ(to_json(fixture.seeds[0].item), R"({"isbn":"x","more":1})");
    EXPECT_EQ(to_json(fixture.seeds[1].item), R"({"isbn":7})");
}

std::vector<Fixture> read_list(const std::string& text) {
    return read_fixture_list(read_source_text("f.json", text), contracts());
}

class BadList : public testing::TestWithParam<TextRow> {};

TEST_P(BadList, IsRefused) {
    EXPECT_EQ(mistakes_of([] { read_list(GetParam().text); }), GetParam().expected);
}

const TextRow list_rows[] = {
    {"empty_is_fine", "[]", ""},
    {"one_alone_is_fine", R"({"contract":"library"})", ""},
    {"scalar", "word", "f.json:1:1: is not a fixture: an object is expected"},
    {"no_object", R"([{"contract":"library"},[]])",
     "f.json:1:25: is not a fixture: an object is expected (/1)"},
    {"no_contract", R"([{}])", "f.json:1:2: \"contract\" is missing (/0)"},
    {"not_served", R"([{"contract":"music"}])",
     "f.json:1:14: no contract \"music\" is served (/0/contract)"},
    {"one_alone_not_served", R"({"contract":"music"})",
     "f.json:1:13: no contract \"music\" is served (/contract)"},
    {"mistakes_of_all",
     R"([{"contract":"library","resources":{"books":[{"items":[]}]}},
{"contract":"library"}, {"contract":"music"},
{"contract":"library","x":1}])",
     "f.json:1:46: scope \"shelf\" is missing (/0/resources/books/0)\n"
     "f.json:2:37: no contract \"music\" is served (/2/contract)\n"
     "f.json:3:23: \"x\" is not known here (/3/x)"},
};
INSTANTIATE_TEST_SUITE_P(Fixture, BadList, testing::ValuesIn(list_rows), name_of_row);

TEST(FixtureList, HoldsEachInOrder) {
    const auto fixtures = read_list(R"([{"contract":"library","environment":{"A":"1"}},
        {"contract":"library","environment":{"A":"2"}}])");
    ASSERT_EQ(fixtures.size(), 2U);
    EXPECT_EQ(fixtures[0].environment.at("A"), "1");
    EXPECT_EQ(fixtures[1].environment.at("A"), "2");
    EXPECT_EQ(fixtures[0].source.document, fixtures[1].source.document);
}

// A folder of its own for each test, gone with it.
class Folder : public testing::Test {
  protected:
    Folder() { std::filesystem::create_directories(path_); }
    ~Folder() override { std::filesystem::remove_all(path_); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ + '/' + name) << text;
    }

    const std::string path_ = testing::TempDir() + "standin_fixture_test_" +
                              testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(Folder, IsReadByFileName) {
    write("b.yml", "contract: library");
    write("a.json", R"({"contract": "library"})");
    write("c.yaml", "contract: library");
    write("notes.txt", "not: [read");
    std::filesystem::create_directory(path_ + "/d.yaml");
    const Fixtures fixtures = read_fixtures(path_, contracts());
    std::vector<std::string> names;
    for (const Fixture& fixture : fixtures.files) names.push_back(fixture.source.file);
    EXPECT_EQ(names, (std::vector{path_ + "/a.json", path_ + "/b.yml", path_ + "/c.yaml"}));
    EXPECT_TRUE(fixtures.left_out.empty());
}

TEST_F(Folder, LeavesOutWhatIsNotServedAndSaysSo) {
    write("a.yaml", "# no such contract\ncontract:   music\nresources: {songs: []}\n");
    write("b.yaml", "contract: library");
    const Fixtures fixtures = read_fixtures(path_, contracts());
    EXPECT_EQ(fixtures.files.size(), 1U);
    EXPECT_EQ(fixtures.left_out,
              std::vector{path_ + "/a.yaml:2:13: no contract \"music\" is served"});
}

TEST_F(Folder, MayHoldListsOfFixtures) {
    write("a.yaml",
          "- {contract: library, environment: {A: '1'}}\n- contract: music\n"
          "- {contract: library, environment: {A: '2'}}\n");
    const Fixtures fixtures = read_fixtures(path_, contracts());
    ASSERT_EQ(fixtures.files.size(), 2U);
    EXPECT_EQ(fixtures.files[1].environment.at("A"), "2");
    EXPECT_EQ(fixtures.left_out,
              std::vector{path_ + "/a.yaml:2:13: no contract \"music\" is served"});
}

TEST_F(Folder, TellsTheMistakesOfEveryFile) {
    write("a.yaml", "contract: library\nx: 1\n");
    write("b.yaml", "contract: library");
    write("c.yaml", "a: [1\n");
    EXPECT_EQ(mistakes_of([&] { read_fixtures(path_, contracts()); }),
              path_ + "/a.yaml:2:1: \"x\" is not known here (/x)\n" + path_ +
                  "/c.yaml:2:1: is not YAML: did not find expected ',' or ']' while parsing a flow "
                  "sequence");
}

TEST_F(Folder, ThatIsNoneIsRefused) {
    EXPECT_EQ(mistakes_of([&] { read_fixtures(path_ + "/none", contracts()); }),
              path_ + "/none: is no folder");
}

}  // namespace

}  // namespace standin::contract
