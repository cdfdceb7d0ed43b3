// Lists: pages, cursors, order, search.
#include "tests/state/library.h"

namespace standin::state {

namespace {

using engine::Mock;
using engine::MockOptions;

// GET /things and GET /shelves/{shelf}/books, with this under x-standin.list; the envelope tells
// every fact.
std::string document_with(const std::string& list) {
    return R"(
openapi: 3.1.0
paths:
  /things:
    get:
      x-standin: {resource: things, action: list, list: )" +
           list + R"(}
      parameters:
        - {name: page, in: query, schema: {type: integer}}
        - {name: size, in: query, schema: {type: number}}
        - {name: after, in: query, schema: {type: string}}
        - {name: name, in: query, schema: {type: string}}
        - {name: rank, in: query, schema: {type: integer}}
        - {name: open, in: query, schema: {type: boolean}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
    post:
      x-standin: {envelope: one}
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
  /things/{id}:
    delete:
      x-standin: {envelope: one}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: object}}}}}
x-standin:
  name: api
  resources: {things: {key: id}}
  envelopes:
    one: {body: $result}
    list:
      body:
        ids: $result
        facts: "{$list.count}/{$list.total} page {$list.page} size {$list.size}"
        next: $list.next
)";
}

constexpr const char* fixture = R"(contract: api
resources:
  things:
    - items:
        - {id: c, name: Cherry, rank: 10, open: true}
        - {id: a, name: apple, rank: 9}
        - {id: d, name: date, rank: "5", open: false}
        - {id: b, name: banana}
        - {id: e, name: "e&=", rank: 7.0}
)";

struct Row {
    const char* name;
    const char* list;  // of the extension
    const char* query;
    const char* ids;    // those that are shown
    const char* facts;  // "count/total page number size number"
    const char* next = "";
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::string answer_of(const Row& row) {
    std::string ids;
    for (const char* id = row.ids; *id; ++id) {
        if (!ids.empty()) ids += ',';
        ids += std::string("{\"id\":\"") + *id + "\"}";
    }
    std::string text = "200 {\"ids\":[" + ids + "],\"facts\":\"" + row.facts + '"';
    if (*row.next) text += std::string(",\"next\":\"") + row.next + '"';
    return text + '}';
}

class ListRow : public testing::TestWithParam<Row> {};

TEST_P(ListRow, ShowsOnePage) {
    const Row& row = GetParam();
    MockOptions options;
    options.fixture = fixture;
    Mock mock(document_with(std::string("{show: {id: $stored#/id}") + row.list + "}"), options);
    EXPECT_EQ(mock.ask(std::string("GET /things") + row.query), answer_of(row));
}

const char* const paged = ", page: page, size: size";
const char* const cursored = ", cursor: after, size: size";
const char* const newest = ", cursor: after, size: size, order: -created";
const char* const searched =
    ", page: page, size: size, search: [{parameter: name, member: name, match: contains}, "
    "{parameter: rank, member: rank}, {parameter: open, member: open}]";
const char* const found =
    ", cursor: after, size: size, order: name, search: "
    "[{parameter: name, member: name, match: contains}]";

const Row rows[] = {
    {"everything", "", "", "cadbe", "5/5 page 1 size 5"},
    {"sizes_that_nothing_cuts_by", "", "?page=2&size=2", "cadbe", "5/5 page 1 size 5"},
    {"size_alone_leads_nowhere", ", size: size", "?size=2", "ca", "2/5 page 1 size 2"},
    {"first_page", paged, "?size=2", "ca", "2/5 page 1 size 2", "/things?page=2&size=2"},
    {"middle_page", paged, "?page=2&size=2", "db", "2/5 page 2 size 2", "/things?page=3&size=2"},
    {"last_page", paged, "?page=3&size=2", "e", "1/5 page 3 size 2"},
    {"page_that_just_fits", paged, "?page=1&size=5", "cadbe", "5/5 page 1 size 5"},
    {"beyond_the_end", paged, "?page=4&size=2", "", "0/5 page 4 size 2"},
    {"page_zero", paged, "?page=0&size=2", "ca", "2/5 page 1 size 2", "/things?page=2&size=2"},
    {"page_below_zero", paged, "?page=-1&size=2", "ca", "2/5 page 1 size 2",
     "/things?page=2&size=2"},
    {"size_zero", paged, "?size=0", "", "0/5 page 1 size 0"},
    {"size_below_zero", paged, "?size=-1", "cadbe", "5/5 page 1 size 5"},
    {"size_of_a_fraction", paged, "?size=2.9", "ca", "2/5 page 1 size 2", "/things?page=2&size=2"},
    {"huge_page", paged, "?page=9223372036854775807&size=2", "",
     "0/5 page 4611686018427387904 size 2"},
    {"huge_size", paged, "?size=1e300", "cadbe", "5/5 page 1 size 4611686018427387904"},
    {"huge_both", paged, "?page=99999999999999999999&size=99999999999999999999", "",
     "0/5 page 4611686018427387904 size 4611686018427387904"},
    {"newest_first", ", page: page, size: size, order: -created", "?size=2", "eb",
     "2/5 page 1 size 2", "/things?page=2&size=2"},
    {"by_member", ", order: name", "", "cabde", "5/5 page 1 size 5"},
    {"numbers_before_text_and_nothing_first", ", order: rank", "", "beacd", "5/5 page 1 size 5"},
    {"by_member_descending", ", order: -rank", "", "dcaeb", "5/5 page 1 size 5"},
    {"first_by_cursor", cursored, "?size=2", "ca", "2/5 page 1 size 2", "/things?after=a&size=2"},
    {"after_a_cursor", cursored, "?after=a&size=2", "db", "2/5 page 1 size 2",
     "/things?after=b&size=2"},
    {"after_the_last", cursored, "?after=e&size=2", "", "0/5 page 1 size 2"},
    {"after_what_is_not_there", cursored, "?after=0&size=2", "ca", "2/5 page 1 size 2",
     "/things?after=a&size=2"},
    {"after_what_is_beyond_all", cursored, "?after=z&size=2", "", "0/5 page 1 size 2"},
    {"cursor_descending", newest, "?after=b&size=2", "da", "2/5 page 1 size 2",
     "/things?after=a&size=2"},
    {"cursor_descending_at_the_end", newest, "?after=c&size=2", "", "0/5 page 1 size 2"},
    {"cursor_among_those_found", found, "?name=an&after=b", "", "0/1 page 1 size 1"},
    {"cursor_in_another_order", found, "?after=c&size=1", "a", "1/5 page 1 size 1",
     "/things?after=a&size=1"},
    {"search_goes_on", found, "?name=E&size=1", "c", "1/4 page 1 size 1",
     "/things?after=c&size=1&name=E"},
    {"search_is_encoded", searched, "?name=e%26%3D", "e", "1/1 page 1 size 1"},
    {"search_contains", searched, "?name=AN", "b", "1/1 page 1 size 1"},
    {"search_empty", searched, "?name=", "cadbe", "5/5 page 1 size 5"},
    {"search_finds_nothing", searched, "?name=zzz", "", "0/0 page 1 size 1"},
    {"search_equals_number", searched, "?rank=7", "e", "1/1 page 1 size 1"},
    {"search_equals_text_of_a_number", searched, "?rank=5", "d", "1/1 page 1 size 1"},
    {"search_true", searched, "?open=true", "c", "1/1 page 1 size 1"},
    {"search_false", searched, "?open=false", "d", "1/1 page 1 size 1"},
    {"search_by_several", searched, "?name=e&rank=9", "a", "1/1 page 1 size 1"},
};
INSTANTIATE_TEST_SUITE_P(List, ListRow, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(List, WhatWasDeletedIsStillACursor) {
    MockOptions options;
    options.fixture =
        "contract: api\nresources: {things: [{items: [{id: k1}, {id: k2}, {id: k3}]}]}";
    Mock mock(document_with("{cursor: after, size: size, show: {id: $stored#/id}}"), options);
    mock.ask("DELETE /things/k2");
    EXPECT_EQ(mock.ask("GET /things?after=k2"),
              R"(200 {"ids":[{"id":"k3"}],"facts":"1/2 page 1 size 2"})");
}

TEST(List, AllScopesInTheOrderOfCreation) {
    std::string document = api(paths_of("/shelves/{shelf}/books", "Book", "get post") +
                                   paths_of("/shelves/{shelf}/books/{id}", "Book", "get") +
                                   paths_of("/books", "Book", "get"),
                               "    Book: {type: object, properties: {id: {type: string}}}\n", "");
    const std::string all = "  /books:\n    parameters: []\n    get:\n";
    document.insert(document.find(all) + all.size(),
                    "      x-standin: {resource: books, action: list, list: {all_scopes: true}}\n");
    Mock mock(document);
    mock.ask("POST /shelves/z/books", R"({"id":"0"})");
    mock.ask("POST /shelves/a/books", R"({"id":"1"})");
    mock.ask("POST /shelves/z/books", R"({"id":"2"})");
    EXPECT_EQ(mock.ask("GET /books"), R"(200 [{"id":"0"},{"id":"1"},{"id":"2"}])");
    EXPECT_EQ(mock.ask("GET /shelves/z/books"), R"(200 [{"id":"0"},{"id":"2"}])");
}

}  // namespace

}  // namespace standin::state
