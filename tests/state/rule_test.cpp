// Rules: what is refused that no schema could say, and in which order.
#include "tests/state/library.h"

namespace standin::state {

namespace {

using engine::Mock;
using engine::MockOptions;

// /shelves and the books on them; every operation on books has these rules.
std::string document_with(const std::string& rules) {
    std::string text =
        api(paths_of("/shelves", "T", "post") + paths_of("/shelves/{shelf}", "T", "get") +
                paths_of("/shelves/{shelf}/books", "T", "get post") +
                paths_of("/shelves/{shelf}/books/{id}", "T", "get put patch delete") +
                paths_of("/stateless", "T", "get post"),
            "    T: {type: object, properties: {id: {type: string}}}\n", R"(
  errors: {closed: {status: 423, message: "{$parent#/id} is closed"}}
  resources: {books: {key: id, parents: [{resource: shelves, parameter: shelf}]}}
)");
    const size_t books = text.find("  /shelves/{shelf}/books:");
    for (size_t at = text.find("      responses:", books); at != text.npos;) {
        const std::string extra = "      x-standin:\n        rules:\n" + rules;
        text.insert(at, extra);
        at = text.find("      responses:", at + extra.size() + 10);
    }
    return text;
}

struct Row {
    const char* name;
    const char* rules;
    const char* line;
    const char* body;
    const char* answer;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class RuleRow : public testing::TestWithParam<Row> {};

TEST_P(RuleRow, RefusesOrDoesNot) {
    const Row& row = GetParam();
    Mock mock(document_with(row.rules));
    mock.exchange("POST /shelves", R"({"id":"s","closed":true})");
    mock.exchange("POST /shelves/s/books", R"({"id":"b","n":5,"safe":true})");
    const std::string answer = mock.ask(row.line, row.body);
    const size_t detail = answer.find("\"detail\":");
    EXPECT_EQ(answer.substr(0, 4) + (detail == answer.npos ? "" : answer.substr(detail)),
              std::string(row.answer));
}

const char* const always = "        - {when: true, refuse: {message: always}}\n";
const char* const early =
    "        - {when: {properties: {path: {required: [id]}}}, before: lookup, refuse: closed}\n";
const char* const late =
    "        - {when: {required: [stored], properties: {stored: {properties: {n: {const: 5}}}}}, "
    "refuse: {status: 422, message: \"{$stored#/n} of {$request.path.id}\"}}\n";
const char* const greater =
    "        - {greater: [$request.body#/a, $request.body#/b], refuse: {message: "
    "\"{$request.body#/a} > "
    "{$request.body#/b}\"}}\n";
const char* const twins =
    "        - {duplicate: $request.body#/l, refuse: {message: \"{$problem.received} twice\"}}\n";
const char* const both =
    "        - {when: {properties: {body: {required: [l]}}, required: [body]}, "
    "greater: [$request.body#/a, 3], duplicate: $request.body#/l, refuse: {message: both}}\n";
const char* const in_query =
    "        - {when: {properties: {query: {required: [x]}}}, refuse: {message: \"no "
    "{$request.query.x}\"}}\n"
    "        - {when: {properties: {query: {required: [y]}}}, refuse: {message: second}}\n";

const char* const slow =
    "        - {when: {properties: {body: {properties: {s: {pattern: \"(a+)+$\"}}}}}, "
    "refuse: {message: no}}\n";
const std::string slow_body = R"({"s":")" + std::string(1000, 'a') + R"(!"})";

const Row rows[] = {
    {"whose_pattern_gave_up", slow, "POST /shelves/s/books", slow_body.c_str(),
     R"(400 "detail":"could not be matched within the step limit","errors":[{"pointer":)"
     R"("/request/body/s","keyword":"pattern","message":"could not be matched within the step )"
     R"(limit","schema":"/paths/~1shelves~1{shelf}~1books/post/x-standin/rules/0/when/properties)"
     R"(/body/properties/s/pattern"}]})"},
    {"greater_beyond_a_double", greater, "POST /shelves/s/books",
     R"({"a":12345678901234567890.2,"b":12345678901234567890.1})",
     R"(400 "detail":"12345678901234567890.2 > 12345678901234567890.1"})"},
    {"of_a_list", always, "GET /shelves/s/books", "", R"(400 "detail":"always"})"},
    {"of_an_operation_without_state", always, "GET /stateless", "", R"(400 "detail":"always"})"},
    {"before_the_lookup", early, "GET /shelves/s/books/none", "", R"(423 "detail":"s is closed"})"},
    {"after_the_parent", early, "GET /shelves/none/books/b", "", R"(404 "detail":"Not Found"})"},
    {"after_the_lookup", late, "GET /shelves/s/books/none", "", R"(404 "detail":"Not Found"})"},
    {"with_what_is_stored", late, "DELETE /shelves/s/books/b", "", R"(422 "detail":"5 of b"})"},
    {"without_anything_stored", late, "POST /shelves/s/books", "{}", "200 "},
    {"greater", greater, "POST /shelves/s/books", R"({"a":2,"b":1.5})",
     R"(400 "detail":"2 > 1.5"})"},
    {"equal", greater, "POST /shelves/s/books", R"({"a":2,"b":2.0})", "200 "},
    {"greater_than_text", greater, "POST /shelves/s/books", R"({"a":2,"b":"1"})", "200 "},
    {"greater_than_nothing", greater, "POST /shelves/s/books", R"({"a":2})", "200 "},
    {"twins_in_any_case", twins, "POST /shelves/s/books", R"({"l":["a",1,"b","A","B"]})",
     R"(400 "detail":"A twice"})"},
    {"twins_that_are_no_text", twins, "POST /shelves/s/books", R"({"l":[1,1,null,null]})", "200 "},
    {"twins_in_what_is_no_list", twins, "POST /shelves/s/books", R"({"l":"aa"})", "200 "},
    {"all_must_hold", both, "POST /shelves/s/books", R"({"a":4,"l":["x","x"]})",
     R"(400 "detail":"both"})"},
    {"one_does_not_hold", both, "POST /shelves/s/books", R"({"a":3,"l":["x","x"]})", "200 "},
    {"another_does_not_hold", both, "POST /shelves/s/books", R"({"a":4,"l":["x","y"]})", "200 "},
    {"no_body_to_speak_of", both, "GET /shelves/s/books", "", "200 "},
    {"of_the_query", in_query, "GET /shelves/s/books?x=%221", "", R"(400 "detail":"no \"1"})"},
    {"in_their_order", in_query, "GET /shelves/s/books?y=1&x=2", "", R"(400 "detail":"no 2"})"},
};
INSTANTIATE_TEST_SUITE_P(Rule, RuleRow, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::state
