// Which requests a rule is for.
#include "mock/fault/match.h"

#include "mock/core/json.h"
#include "tests/fault/ask.h"

namespace standin::fault {

namespace {

struct MatchRow {
    const char* name;
    std::string match;
    bool expected;
};

void PrintTo(const MatchRow& row, std::ostream* out) {
    *out << row.name;
}

std::string name_of_match(const testing::TestParamInfo<MatchRow>& row) {
    return row.param.name;
}

// POST /books in the session "one", with a body and some headers, answered 201.
bool is_for(const Rule& rule, const contract::Operation* operation) {
    const http::Request request = {
        "POST", "/books", {{"X-Try", "2"}, {"Accept", "text/html"}, {"accept", "text/json"}}, ""};
    JsonFault fault;
    contract::Input input;
    input.text = read_json(R"({"alias": "a"})", fault);
    input.body = input.text->root();
    input.has_body = true;
    const contract::Input none;
    const bool decoded = operation != nullptr;
    Search search;
    return matches(rule.match,
                   {When::before_state, request, operation, decoded ? input : none, 201, 0, {}},
                   "one", search);
}

class Matches : public testing::TestWithParam<MatchRow> {};

TEST_P(Matches, OrNot) {
    const auto plan = plan_with(GetParam().match + "delay: 1");
    EXPECT_EQ(is_for(plan->rules[0], operation_named("create")), GetParam().expected);
}

const MatchRow rows[] = {
    {"everything", "", true},
    {"operation", "match: {operationId: create}, ", true},
    {"one_of_several_operations", "match: {operationId: [list, create]}, ", true},
    {"another_operation", "match: {operationId: list}, ", false},
    {"method", "match: {method: POST}, ", true},
    {"one_of_several_methods", "match: {method: [GET, POST]}, ", true},
    {"another_method", "match: {method: GET}, ", false},
    {"path", "match: {path: /books}, ", true},
    {"another_path", "match: {path: '/books/{isbn}'}, ", false},
    {"session", "match: {session: one}, ", true},
    {"one_of_several_sessions", "match: {session: [two, one]}, ", true},
    {"another_session", "match: {session: two}, ", false},
    {"header", "match: {headers: {x-try: '2'}}, ", true},
    {"header_that_begins_so", "match: {headers: {X-Try: ''}}, ", false},
    {"header_equal_to", "match: {headers: {X-Try: {equalTo: '2'}}}, ", true},
    {"header_not_equal_to", "match: {headers: {X-Try: {equalTo: '3'}}}, ", false},
    {"second_header_of_a_name", "match: {headers: {Accept: {contains: json}}}, ", true},
    {"header_without_that", "match: {headers: {Accept: {contains: xml}}}, ", false},
    {"expression", "match: {headers: {Accept: {matches: '^t.+n$'}}}, ", true},
    {"expression_of_something_else", "match: {headers: {Accept: {matches: '^j'}}}, ", false},
    {"header_that_is_not_there", "match: {headers: {X-No: {contains: ''}}}, ", false},
    {"absent", "match: {headers: {X-No: {absent: true}}}, ", true},
    {"not_absent", "match: {headers: {X-TRY: {absent: true}}}, ", false},
    {"all_headers", "match: {headers: {X-Try: '2', X-No: a}}, ", false},
    {"request", "match: {request: {properties: {body: {required: [alias]}}, required: [body]}}, ",
     true},
    {"another_request", "match: {request: {properties: {body: {required: [name]}}}}, ", false},
    {"no_request", "match: {request: false}, ", false},
    {"status", "match: {status: 201}, ", true},
    {"another_status", "match: {status: 200}, ", false},
    {"class_of_status", "match: {status: 2XX}, ", true},
    {"another_class", "match: {status: 3XX}, ", false},
    {"class_below", "match: {status: 1XX}, ", false},
    {"one_of_several_statuses", "match: {status: [404, 2XX]}, ", true},
    {"none_of_several_statuses", "match: {status: [202, 5XX]}, ", false},
    {"all_of_it", "match: {method: POST, path: /books, session: two}, ", false},
};
INSTANTIATE_TEST_SUITE_P(Match, Matches, testing::ValuesIn(rows), name_of_match);

class MatchesMiss : public testing::TestWithParam<MatchRow> {};

TEST_P(MatchesMiss, OrNot) {
    const auto plan = plan_with(GetParam().match + "delay: 1");
    EXPECT_EQ(is_for(plan->rules[0], nullptr), GetParam().expected);
}

const MatchRow misses[] = {
    {"everything", "", true},
    {"method", "match: {method: POST}, ", true},
    {"operation", "match: {operationId: create}, ", false},
    {"path", "match: {path: /books}, ", false},
    {"body", "match: {request: {required: [body]}}, ", false},
    {"parameters", "match: {request: {required: [query]}}, ", false},
    {"nothing_that_was_decoded", "match: {request: {maxProperties: 0}}, ", true},
};
INSTANTIATE_TEST_SUITE_P(Match, MatchesMiss, testing::ValuesIn(misses), name_of_match);

// Neither end of a class belongs to the next one.
TEST(Matches, TheWholeClassOfAStatus) {
    const auto plan = plan_with("match: {status: 2XX}, delay: 1");
    std::string fired;
    for (const int status : {0, 199, 200, 299, 300}) {
        Faults faults = faults_of(plan);
        const Decision decision = ask(faults, {.when = When::after_state, .status = status});
        fired += decision.firings.empty() ? '.' : 'x';
    }
    EXPECT_EQ(fired, "..xx.");
}

// A rule does nothing where a pattern of it gave up, and its firing says so.
TEST(Matches, WhatGaveUpIsTold) {
    Faults faults = faults_of(plan_of(R"(
name: p
rules:
  - {name: slow, match: {headers: {X-Slow: {matches: '(a+)+$'}}}, delay: 1}
  - {name: quick, match: {headers: {X-Slow: {contains: '!'}}}, delay: 2}
)"));
    const std::string slow = std::string(1000, 'a') + '!';
    const Decision decision = ask(faults, {.request = {"GET", "/books", {{"X-Slow", slow}}, ""}});
    ASSERT_EQ(decision.firings.size(), 2U);
    EXPECT_EQ(decision.firings[0].rule->name, "slow");
    EXPECT_EQ(decision.firings[0].why, "the pattern (a+)+$ took too many steps in X-Slow");
    EXPECT_EQ(decision.firings[0].did, "nothing: it is not known whether it matches");
    EXPECT_TRUE(decision.firings[0].in_vain);
    EXPECT_EQ(decision.firings[1].rule->name, "quick");
    EXPECT_EQ(decision.delivery.delay.count(), 2);
    EXPECT_EQ(faults.standings()[0].matched, 0U);
}

TEST(Matches, WhatGaveUpInTheRequestIsTold) {
    const auto plan = plan_with(
        "match: {request: {not: {properties: {body: {properties: {alias: {pattern: "
        "'^(a|a|aa)+$'}}}}}}}, delay: 1");
    JsonFault fault;
    contract::Input input;
    input.text = read_json(R"({"alias": ")" + std::string(60, 'a') + R"(b"})", fault);
    input.body = input.text->root();
    input.has_body = true;
    const http::Request request = {"POST", "/books", {}, ""};
    Search search;
    EXPECT_FALSE(matches(plan->rules[0].match,
                         {When::before_state, request, operation_named("create"), input, 0, 0, {}},
                         "one", search));
    EXPECT_EQ(search.lost, "the pattern ^(a|a|aa)+$ took too many steps");
}

TEST(MayMatch, AnswersHeadByGet) {
    const auto plan = plan_with("match: {method: HEAD}, delay: 1");
    EXPECT_TRUE(may_match(plan->rules[0].match, *operation_named("list")));
    EXPECT_FALSE(may_match(plan->rules[0].match, *operation_named("create")));
}

}  // namespace

}  // namespace standin::fault
