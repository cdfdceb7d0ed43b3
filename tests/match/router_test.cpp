// Which operation a method and a path mean.
#include <gtest/gtest.h>

#include "tests/match/route.h"

namespace standin::match {

namespace {

struct Row {
    const char* name;
    const char* method;
    const char* path;
    const char* expected;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::string name_of_row(const testing::TestParamInfo<Row>& row) {
    return row.param.name;
}

// Templates are declared before literals, so that no order but the router's own can be right.
const Paths books = {"books",
                     {"https://api.example.com/v1/", "/v2", "https://example.com"},
                     {"GET /books/{id}",
                      "PUT /books/{id}",
                      "DELETE /books/{id}",
                      "GET /books/{id}/pages/{page}",
                      "GET /books/{id}/{part}",
                      "GET /books/{book}/cover",
                      "GET /books/latest",
                      "POST /books/latest/pages/{page}",
                      "GET /books",
                      "POST /books",
                      "HEAD /heads",
                      "GET /heads",
                      "GET /files/{name}",
                      "GET /files/report-{id}",
                      "GET /files/report-{id}.json",
                      "GET /files/{id}.json",
                      "GET /files/a b",
                      "GET /compare/{from}...{to}",
                      "GET /compare/{a}-{b}-{c}x",
                      "GET /compare/{a}{b}",
                      "GET /slash/",
                      "GET /",
                      "GET /double//slash",
                      "GET /Case"}};

class Find : public testing::TestWithParam<Row> {
  protected:
    static const Router& router() {
        static const Router made = router_of({books});
        return made;
    }
};

TEST_P(Find, OneOperationOrNone) {
    EXPECT_EQ(told(router().find(GetParam().method, GetParam().path)), GetParam().expected);
}

const Row rows[] = {
    {"collection", "GET", "/books", "books: GET /books"},
    {"other_method", "POST", "/books", "books: POST /books"},
    {"item", "GET", "/books/7", "books: GET /books/{id} id=7"},
    {"literal_before_template", "GET", "/books/latest", "books: GET /books/latest"},
    {"template_where_the_literal_lacks_the_method", "PUT", "/books/latest",
     "books: PUT /books/{id} id=latest"},
    {"literal_behind_a_template", "GET", "/books/7/cover", "books: GET /books/{book}/cover book=7"},
    {"template_behind_a_template", "GET", "/books/7/index",
     "books: GET /books/{id}/{part} id=7 part=index"},
    {"each_template_with_its_own_names", "GET", "/books/7/pages/3",
     "books: GET /books/{id}/pages/{page} id=7 page=3"},
    {"back_from_a_literal_that_leads_nowhere", "GET", "/books/latest/cover",
     "books: GET /books/{book}/cover book=latest"},
    {"back_from_a_literal_without_the_method", "GET", "/books/latest/pages/3",
     "books: GET /books/{id}/pages/{page} id=latest page=3"},
    {"most_literal_text_first", "GET", "/files/report-7.json",
     "books: GET /files/report-{id}.json id=7"},
    {"two_parameters", "GET", "/compare/v1...v2",
     "books: GET /compare/{from}...{to} from=v1 to=v2"},
    {"two_parameters_the_first_short", "GET", "/compare/a...b...c",
     "books: GET /compare/{from}...{to} from=a to=b...c"},
    {"three_parameters", "GET", "/compare/a-b-cx", "books: GET /compare/{a}-{b}-{c}x a=a b=b c=c"},
    {"three_parameters_one_empty", "GET", "/compare/a--cx",
     "books: GET /compare/{a}{b} a=a b=--cx"},
    {"parameters_without_text_between", "GET", "/compare/xyz",
     "books: GET /compare/{a}{b} a=x b=yz"},
    {"too_short_for_two_parameters", "GET", "/compare/x", "books: nothing"},
    {"text_before", "GET", "/files/report-7", "books: GET /files/report-{id} id=7"},
    {"text_behind", "GET", "/files/7.json", "books: GET /files/{id}.json id=7"},
    {"text_behind_twice", "GET", "/files/a.json.json", "books: GET /files/{id}.json id=a.json"},
    {"no_text_for_the_parameter", "GET", "/files/report-", "books: GET /files/{name} name=report-"},
    {"no_text_between", "GET", "/files/.json", "books: GET /files/{name} name=.json"},
    {"texts_that_would_overlap", "GET", "/files/report-.json",
     "books: GET /files/report-{id} id=.json"},
    {"decoded_value", "GET", "/books/caf%C3%A9", "books: GET /books/{id} id=caf\u00e9"},
    {"slash_in_a_value", "GET", "/books/a%2Fb", "books: GET /books/{id} id=a/b"},
    {"slash_in_a_value_is_no_segment", "GET", "/books/7%2Fcover",
     "books: GET /books/{id} id=7/cover"},
    {"plus_in_a_value", "GET", "/books/a+b", "books: GET /books/{id} id=a+b"},
    {"broken_percent", "GET", "/books/100%", "books: GET /books/{id} id=100%"},
    {"encoded_literal", "GET", "/%62ooks", "books: GET /books"},
    {"literal_with_a_space", "GET", "/files/a%20b", "books: GET /files/a b"},
    {"dots_are_a_value", "GET", "/books/..", "books: GET /books/{id} id=.."},
    {"head_by_get", "HEAD", "/books/7", "books: GET /books/{id} id=7"},
    {"head_of_its_own", "HEAD", "/heads", "books: HEAD /heads"},
    {"root", "GET", "/", "books: GET /"},
    {"trailing_slash_of_the_contract", "GET", "/slash/", "books: GET /slash/"},
    {"empty_segment_of_the_contract", "GET", "/double//slash", "books: GET /double//slash"},
    {"base_path", "GET", "/v1/books/7", "books: GET /books/{id} id=7"},
    {"base_path_of_the_second_server", "GET", "/v2/books", "books: GET /books"},
    {"base_path_alone", "GET", "/v1", "books: nothing"},
    {"base_path_with_slash", "GET", "/v1/", "books: GET /"},
    {"trailing_slash", "GET", "/books/", "books: nothing"},
    {"trailing_slash_of_an_item", "GET", "/books/7/", "books: nothing"},
    {"without_the_contracts_trailing_slash", "GET", "/slash", "books: nothing"},
    {"empty_segment", "GET", "/books//cover", "books: nothing"},
    {"empty_segment_in_front", "GET", "//books", "books: nothing"},
    {"longer_path", "GET", "/books/7/pages/3/lines", "books: nothing"},
    {"case_of_a_literal", "GET", "/case", "books: nothing"},
    {"case_of_a_method", "get", "/books", "books: Allow: GET, HEAD, POST"},
    {"unknown_path", "GET", "/authors", "books: nothing"},
    {"unknown_method", "PATCH", "/books", "books: Allow: GET, HEAD, POST"},
    {"unknown_method_of_an_item", "POST", "/books/7", "books: Allow: GET, HEAD, PUT, DELETE"},
    {"unknown_method_of_a_literal", "PATCH", "/books/latest", "books: Allow: GET, HEAD"},
    {"method_that_is_none", "", "/books", "books: Allow: GET, HEAD, POST"},
    {"empty_path", "GET", "", "books: nothing"},
    {"asterisk", "OPTIONS", "*", "books: nothing"},
};
INSTANTIATE_TEST_SUITE_P(Router, Find, testing::ValuesIn(rows), name_of_row);

// Two contracts with a common base, one path, and one path with a method each.
const Paths first = {"first", {"/api"}, {"GET /both", "POST /half", "GET /only/first/deep"}};
const Paths second = {
    "second", {"/api", "/other"}, {"GET /both", "GET /half", "GET /{any}", "GET /only/second"}};

class Among : public testing::TestWithParam<Row> {
  protected:
    static const Router& router() {
        static const Router made = router_of({first, second});
        return made;
    }
};

TEST_P(Among, TheContractNamedFirstGoesFirst) {
    EXPECT_EQ(told(router().find(GetParam().method, GetParam().path)), GetParam().expected);
}

const Row among_rows[] = {
    {"same_operation", "GET", "/both", "first: nothing"},
    {"same_operation_under_the_base", "GET", "/api/both", "first: GET /both"},
    {"base_of_one", "GET", "/other/both", "second: GET /both"},
    {"same_path_other_method", "GET", "/half", "second: GET /half"},
    {"same_path_first_method", "POST", "/half", "first: POST /half"},
    {"unknown_method_of_a_common_path", "PUT", "/half", "first: Allow: POST"},
    {"template_of_the_second", "GET", "/elsewhere", "second: GET /{any} any=elsewhere"},
    {"miss_below_the_base", "GET", "/api/x/y", "second: nothing"},
    {"miss_below_a_common_segment", "GET", "/only", "second: GET /{any} any=only"},
    {"miss_nearer_to_the_first", "GET", "/only/first/x", "first: nothing"},
    {"miss_nearer_to_the_second", "GET", "/only/second/x", "second: nothing"},
    {"miss_as_near_to_both", "GET", "/only/x", "first: nothing"},
    {"miss_far_from_both", "GET", "//", "nobody"},
};
INSTANTIATE_TEST_SUITE_P(Router, Among, testing::ValuesIn(among_rows), name_of_row);

std::string told_clashes(const Router& router) {
    std::string text;
    for (const Clash& clash : router.clashes()) text += clash.text() + '\n';
    return text;
}

TEST(Clashes, AreToldOnceForAllBasePaths) {
    EXPECT_EQ(told_clashes(router_of({first, second})),
              "GET /both of first.yaml:7 and GET /both of second.yaml:8 are served at the same "
              "path; the first one answers\n");
}

TEST(Clashes, OfCourtesiesLeaveBothOut) {
    const Router router =
        router_of({{"a", {"/a"}, {"GET /x", "PUT /x"}}, {"b", {"/b"}, {"GET /x"}}});
    EXPECT_EQ(told_clashes(router),
              "GET /x of a.yaml:7 and GET /x of b.yaml:7 are alike, so neither is served without "
              "its base path\n");
    EXPECT_EQ(told(router.find("GET", "/x")), "a: nothing");
    EXPECT_EQ(told(router.find("DELETE", "/x")), "a: Allow: PUT");
    EXPECT_EQ(told(router.find("PUT", "/x")), "a: PUT /x");
    EXPECT_EQ(told(router.find("GET", "/b/x")), "b: GET /x");
}

TEST(Clashes, OfACourtesyWithAPathOfOnesOwnAreNone) {
    const Router router = router_of({{"a", {"/a"}, {"GET /x"}}, {"b", {}, {"GET /x"}}});
    EXPECT_EQ(told_clashes(router), "");
    EXPECT_EQ(told(router.find("GET", "/x")), "b: GET /x");
}

TEST(Clashes, WithinAContractAreTold) {
    const Router router = router_of({{"a", {}, {"GET /a/{x}", "GET /a/{y}"}}});
    EXPECT_EQ(told_clashes(router),
              "GET /a/{x} of a.yaml:7 and GET /a/{y} of a.yaml:9 have the same path; the first one "
              "answers\n");
}

// Contracts whose servers have the same paths on other hosts.
const Paths north = {"north", {"https://north.example.com/v1"}, {"GET /x", "GET /y/{id}"}};
const Paths south = {"south",
                     {"http://South.example.com:8080/v1", "http://localhost:9000/v1"},
                     {"GET /x", "GET /y/here"}};

struct HostRow {
    const char* name;
    const char* host;
    const char* path;
    const char* expected;
};

void PrintTo(const HostRow& row, std::ostream* out) {
    *out << row.name;
}

class Host : public testing::TestWithParam<HostRow> {};

TEST_P(Host, PicksTheContract) {
    const Router router = router_of({north, south});
    EXPECT_EQ(told(router.find("GET", GetParam().path, GetParam().host)), GetParam().expected);
}

const HostRow hosts[] = {
    {"none", "", "/v1/x", "north: GET /x"},
    {"of_the_first", "north.example.com", "/v1/x", "north: GET /x"},
    {"of_the_second", "south.example.com:8080", "/v1/x", "south: GET /x"},
    {"any_port", "south.example.com:4010", "/v1/x", "south: GET /x"},
    {"any_case", "SOUTH.example.com", "/v1/x", "south: GET /x"},
    {"this_machine_at_its_port", "localhost:9000", "/v1/x", "south: GET /x"},
    {"this_machine_at_another_port", "localhost:4010", "/v1/x", "north: GET /x"},
    {"before_a_literal_of_another", "north.example.com", "/v1/y/here",
     "north: GET /y/{id} id=here"},
    {"all_where_the_host_has_no_such_path", "south.example.com", "/v1/y/7",
     "north: GET /y/{id} id=7"},
    {"bare_that_is_ambiguous_without_it", "south.example.com", "/x", "south: GET /x"},
    {"bare_without_a_host", "", "/x", "north: nothing"},
    {"unknown", "example.com", "/v1/x", "north: GET /x"},
};
INSTANTIATE_TEST_SUITE_P(Router, Host, testing::ValuesIn(hosts),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Router, ServesAMountedContractUnderItsPrefixAlone) {
    const std::string text =
        "openapi: 3.1.0\nservers: [{url: 'https://example.com/v1'}]\npaths:\n  /x:\n    get: "
        "{operationId: x, responses: {}}\n";
    const Router router({contract::load_contract_text("a.yaml", text, {.mount = "/m"})});
    EXPECT_EQ(told(router.find("GET", "/m/x")), "a: x");
    EXPECT_EQ(told(router.find("GET", "/m/v1/x")), "a: x");
    EXPECT_EQ(told(router.find("GET", "/v1/x")), "a: nothing");
    EXPECT_EQ(told(router.find("GET", "/x")), "a: nothing");
}

TEST(Router, WithoutContractsOwnsNothing) {
    EXPECT_EQ(told(router_of({}).find("GET", "/books")), "nobody");
}

TEST(Router, ReadsAnEncodedTemplate) {
    const Router router = router_of({Paths{"spaced", {}, {"GET /two%20words/{id}"}}});
    EXPECT_EQ(told(router.find("GET", "/two%20words/7")), "spaced: GET /two%20words/{id} id=7");
}

TEST(Router, OutlivesItsMove) {
    Router router = router_of({books});
    const Router moved(std::move(router));
    EXPECT_EQ(told(moved.find("GET", "/books/7")), "books: GET /books/{id} id=7");
}

// The views in a match live as long as the router, not as long as the path.
TEST(Router, KeepsTheNamesOfPathValues) {
    const Router router = router_of({books});
    auto path = std::make_unique<std::string>("/books/7");
    const Match match = router.find("GET", *path);
    path->assign(path->size(), '#');
    path.reset();
    EXPECT_EQ(told(match), "books: GET /books/{id} id=7");
}

// OpenAPI 3.1, section 4.8.8.1: templates that differ only in names are identical. The contract is
// wrong, but a method is not told twice for it.
TEST(Router, TellsAMethodOfAPathOnce) {
    const Router router = router_of({{"twice", {}, {"GET /a/{x}", "GET /a/{y}", "PUT /a/{y}"}}});
    EXPECT_EQ(told(router.find("GET", "/a/1")), "twice: GET /a/{x} x=1");
    EXPECT_EQ(told(router.find("DELETE", "/a/1")), "twice: Allow: GET, HEAD, PUT");
    EXPECT_EQ(told(router.find("PUT", "/a/1")), "twice: PUT /a/{y} y=1");
}

}  // namespace

}  // namespace standin::match
