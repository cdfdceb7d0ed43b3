// Mistakes in fault plans: the whole text of each refusal.
#include "tests/fault/ask.h"

namespace standin::fault {

namespace {

class BadPlan : public testing::TestWithParam<TextRow> {};

TEST_P(BadPlan, IsRefused) {
    EXPECT_EQ(mistakes_of([] { plan_of(GetParam().text); }), GetParam().expected);
}

const TextRow plans[] = {
    {"scalar", "word", "p.yaml:1:1: \"plan\" must be of type object, not string"},
    {"nothing_in_it", "{}",
     "p.yaml:1:1: \"name\" is missing (/name)\np.yaml:1:1: \"rules\" is missing (/rules)"},
    {"no_rules", "name: p\nrules: []",
     "p.yaml:2:1: \"rules\" breaks the plan's schema: minItems 1 (/rules)"},
    {"name_in_capitals", "name: P\nrules: [{name: r, delay: 1}]",
     "p.yaml:1:1: \"name\" breaks the plan's schema: pattern ^[a-z0-9-]+$ (/name)"},
    {"unknown_member", "name: p\nrule: 1\nrules: [{name: r, delay: 1}]",
     "p.yaml:2:1: \"rule\" is not known here (/rule)"},
    {"tick_without_a_unit", "name: p\ntick: '1'\nrules: [{name: r, delay: 1}]",
     "p.yaml:2:1: \"tick\" breaks the plan's schema: pattern ^[0-9]+(ms|s|m|h)$ (/tick)"},
    {"tick_of_two_days", "name: p\ntick: 48h\nrules: [{name: r, delay: 1}]",
     "p.yaml:2:7: \"tick\" must be at most 24 h (/tick)"},
    {"two_rules_of_a_name", "name: p\nrules:\n  - {name: r, delay: 1}\n  - {name: r, delay: 2}",
     "p.yaml:4:12: \"name\" stands twice: \"r\" (/rules/1/name)"},
    {"rule_that_prefer_could_not_reach", "name: p\nrules: [{name: timeout, delay: 1}]",
     "p.yaml:2:16: \"name\" is that of a wire fault, which Prefer would ask for: \"timeout\" "
     "(/rules/0/name)"},
    {"two_mistakes", "name: p\nrules:\n  - {name: a}\n  - {name: b, delay: 2h}",
     "p.yaml:3:12: \"name\" does nothing: it has none of \"delay\", \"chunkedDribbleDelay\", "
     "\"bandwidth\", \"wire\", \"answer\", \"quota\", \"breaks\" (/rules/0/name)\n"
     "p.yaml:4:22: \"delay\" must be at most 1 h (/rules/1/delay)"},
};
INSTANTIATE_TEST_SUITE_P(Plan, BadPlan, testing::ValuesIn(plans), name_of_row);

// A rule of its own line: "  - {name: r, TEXT}".
class BadRule : public testing::TestWithParam<TextRow> {};

TEST_P(BadRule, IsRefused) {
    EXPECT_EQ(mistakes_of([] { plan_with(GetParam().text); }), GetParam().expected);
}

const TextRow matches[] = {
    {"unknown_operation", "match: {operationId: nope}, delay: 1",
     "p.yaml:3:36: \"operationId\" names no operation of a contract: \"nope\" "
     "(/rules/0/match/operationId)"},
    {"unknown_operation_in_a_list", "match: {operationId: [list, nope]}, delay: 1",
     "p.yaml:3:43: \"1\" names no operation of a contract: \"nope\" "
     "(/rules/0/match/operationId/1)"},
    {"unknown_path", "match: {path: /nope}, delay: 1",
     "p.yaml:3:29: \"path\" is no path template of a contract: \"/nope\" (/rules/0/match/path)"},
    {"never_together", "match: {operationId: list, method: POST}, delay: 1",
     "p.yaml:3:22: \"match\" is for no operation: none has this id, path and method together "
     "(/rules/0/match)"},
    {"method_in_small_letters", "match: {method: get}, delay: 1",
     "p.yaml:3:23: \"method\" breaks the plan's schema: pattern ^[A-Z][A-Z-]*$ "
     "(/rules/0/match/method)"},
    {"header_that_is_none", "match: {headers: {'a b': c}}, delay: 1",
     "p.yaml:3:33: \"a b\" breaks the plan's schema: propertyNames "
     "(/rules/0/match/headers/a b)"},
    {"header_asked_twice", "match: {headers: {a: {equalTo: b, absent: true}}}, delay: 1",
     "p.yaml:3:33: \"a\" breaks the plan's schema: maxProperties 1 (/rules/0/match/headers/a)"},
    {"header_not_absent", "match: {headers: {a: {absent: false}}}, delay: 1",
     "p.yaml:3:37: \"absent\" must be one of true (/rules/0/match/headers/a/absent)"},
    {"expression_that_is_none", "match: {headers: {a: {matches: '('}}}, delay: 1",
     "p.yaml:3:46: \"matches\" is no regular expression: missing closing parenthesis at offset 1 "
     "(/rules/0/match/headers/a/matches)"},
    {"session_that_is_none", "match: {session: a b}, delay: 1",
     "p.yaml:3:23: \"session\" breaks the plan's schema: pattern ^[A-Za-z0-9._~-]{1,128}$ "
     "(/rules/0/match/session)"},
    {"session_that_is_too_long", "match: {session: [s, " + std::string(129, 'a') + "]}, delay: 1",
     "p.yaml:3:36: \"1\" breaks the plan's schema: pattern ^[A-Za-z0-9._~-]{1,128}$ "
     "(/rules/0/match/session/1)"},
    {"session_without_a_name", "match: {session: ''}, delay: 1",
     "p.yaml:3:23: \"session\" breaks the plan's schema: pattern ^[A-Za-z0-9._~-]{1,128}$ "
     "(/rules/0/match/session)"},
    {"status_99", "match: {status: 99}, delay: 1",
     "p.yaml:3:23: \"status\" breaks the plan's schema: minimum 100 (/rules/0/match/status)"},
    {"status_600_in_a_list", "match: {status: [200, 600]}, delay: 1",
     "p.yaml:3:37: \"1\" breaks the plan's schema: maximum 599 (/rules/0/match/status/1)"},
    {"status_of_no_class", "match: {status: 6XX}, delay: 1",
     "p.yaml:3:23: \"status\" breaks the plan's schema: pattern ^[1-5]XX$ (/rules/0/match/status)"},
    {"status_in_small_letters", "match: {status: 2xx}, delay: 1",
     "p.yaml:3:23: \"status\" breaks the plan's schema: pattern ^[1-5]XX$ (/rules/0/match/status)"},
    {"status_before_there_is_one", "match: {status: 2XX}, when: before_state, delay: 1",
     "p.yaml:3:43: \"when\" must be after_state: \"status\" is that of the API's answer "
     "(/rules/0/when)"},
    {"request_that_is_no_schema", "match: {request: {type: strin}}, delay: 1",
     "p.yaml:3:33: \"type\" must be one of array, boolean, integer, number, object, string, null, "
     "not \"strin\" (/rules/0/match/request/type)"},
};
INSTANTIATE_TEST_SUITE_P(Match, BadRule, testing::ValuesIn(matches), name_of_row);

const TextRow triggers[] = {
    {"when_that_is_none", "when: later, delay: 1",
     "p.yaml:3:15: \"when\" must be one of "
     "\"before_checks\"|\"before_state\"|\"after_state\" (/rules/0/when)"},
    {"nth_0", "on: {nth: 0}, delay: 1",
     "p.yaml:3:20: \"nth\" breaks the plan's schema: minimum 1 (/rules/0/on/nth)"},
    {"nth_0_in_a_list", "on: {nth: [1, 0]}, delay: 1",
     "p.yaml:3:29: \"1\" breaks the plan's schema: minimum 1 (/rules/0/on/nth/1)"},
    {"nth_beyond_first", "on: {nth: 5, first: 2}, delay: 1",
     "p.yaml:3:25: \"nth\" can never be: \"first\" leaves out request 5 (/rules/0/on/nth)"},
    {"nth_in_a_list_beyond_first", "on: {nth: [1, 2, 3], first: 2}, delay: 1",
     "p.yaml:3:32: \"2\" can never be: \"first\" leaves out request 3 (/rules/0/on/nth/2)"},
    {"nth_before_after", "on: {nth: [2, 3], after: 2}, delay: 1",
     "p.yaml:3:26: \"0\" can never be: \"after\" leaves out request 2 (/rules/0/on/nth/0)"},
    {"nth_between_every", "on: {nth: [7, 8], after: 2, every: 5}, delay: 1",
     "p.yaml:3:29: \"1\" can never be: \"every\" leaves out request 8 (/rules/0/on/nth/1)"},
    {"every_half", "on: {every: 0.5}, delay: 1",
     "p.yaml:3:20: \"every\" must be of type integer, not number (/rules/0/on/every)"},
    {"too_probable", "on: {probability: 1.1}, delay: 1",
     "p.yaml:3:20: \"probability\" breaks the plan's schema: maximum 1 "
     "(/rules/0/on/probability)"},
    {"not_probable_at_all", "on: {probability: -0.1}, delay: 1",
     "p.yaml:3:20: \"probability\" breaks the plan's schema: minimum 0 "
     "(/rules/0/on/probability)"},
    {"between_backwards", "on: {between: [40s, 10s]}, delay: 1",
     "p.yaml:3:29: \"between\" ends before it begins (/rules/0/on/between)"},
    {"between_instants_backwards",
     "on: {between: ['2025-01-02T00:00:00Z', '2025-01-01T00:00:00Z']}, delay: 1",
     "p.yaml:3:29: \"between\" ends before it begins (/rules/0/on/between)"},
    {"between_one", "on: {between: [10s]}, delay: 1",
     "p.yaml:3:20: \"between\" breaks the plan's schema: minItems 2 (/rules/0/on/between)"},
    {"between_words", "on: {between: [10s, noon]}, delay: 1",
     "p.yaml:3:35: \"1\" must be a time such as 10s or an instant (RFC 3339), not \"noon\" "
     "(/rules/0/on/between/1)"},
};
INSTANTIATE_TEST_SUITE_P(Trigger, BadRule, testing::ValuesIn(triggers), name_of_row);

const TextRow deliveries[] = {
    {"delay_too_long", "delay: 3600001",
     "p.yaml:3:22: \"delay\" must be at most 1 h (/rules/0/delay)"},
    {"delay_beyond_integers", "delay: 100000000000000000000",
     "p.yaml:3:22: \"delay\" must be at most 1 h (/rules/0/delay)"},
    {"delay_backwards", "delay: -1",
     "p.yaml:3:15: \"delay\" breaks the plan's schema: minimum 0 (/rules/0/delay)"},
    {"unknown_distribution", "delay: {type: gauss}",
     "p.yaml:3:23: \"type\" must be one of \"fixed\"|\"uniform\"|\"lognormal\" "
     "(/rules/0/delay/type)"},
    {"distribution_without_a_bound", "delay: {type: uniform, lower: 1}",
     "p.yaml:3:22: \"upper\" is missing (/rules/0/delay/upper)"},
    {"member_of_another_distribution", "delay: {type: fixed, milliseconds: 1, sigma: 1}",
     "p.yaml:3:53: \"sigma\" is not known here (/rules/0/delay/sigma)"},
    {"lower_above_upper", "delay: {type: uniform, lower: 2, upper: 1}",
     "p.yaml:3:22: \"delay\" has a lower bound above its upper one (/rules/0/delay)"},
    {"no_pieces", "chunkedDribbleDelay: {numberOfChunks: 0, totalDuration: 1}",
     "p.yaml:3:37: \"numberOfChunks\" breaks the plan's schema: minimum 1 "
     "(/rules/0/chunkedDribbleDelay/numberOfChunks)"},
    {"no_rate", "bandwidth: {rate: 0}",
     "p.yaml:3:27: \"rate\" breaks the plan's schema: minimum 0.001 (/rules/0/bandwidth/rate)"},
    {"unknown_wire", "wire: EMPTY",
     "p.yaml:3:15: \"wire\" must be one of "
     "\"EMPTY_RESPONSE\"|\"MALFORMED_RESPONSE_CHUNK\"|\"RANDOM_DATA_THEN_CLOSE\"|"
     "\"CONNECTION_RESET_BY_PEER\"|\"TRUNCATED_BODY\"|\"timeout\" (/rules/0/wire)"},
    {"limit_without_bytes", "wire: {type: limit_data}",
     "p.yaml:3:21: \"bytes\" is missing (/rules/0/wire/bytes)"},
    {"member_of_another_wire", "wire: {type: EMPTY_RESPONSE, bytes: 1}",
     "p.yaml:3:44: \"bytes\" is not known here (/rules/0/wire/bytes)"},
    {"cut_before_there_is_an_answer", "wire: TRUNCATED_BODY, when: before_state",
     "p.yaml:3:43: \"when\" must be after_state: TRUNCATED_BODY needs an answer, and the rule "
     "gives none (/rules/0/when)"},
};
INSTANTIATE_TEST_SUITE_P(Delivery, BadRule, testing::ValuesIn(deliveries), name_of_row);

const TextRow answers[] = {
    {"answer_without_a_status", "answer: {json: 1}",
     "p.yaml:3:23: \"status\" is missing (/rules/0/answer/status)"},
    {"status_100", "answer: {status: 100}",
     "p.yaml:3:24: \"status\" breaks the plan's schema: minimum 200 (/rules/0/answer/status)"},
    {"unknown_error", "answer: {status: 503, error: nope}",
     "p.yaml:3:44: \"error\" names no error of a contract: \"nope\" (/rules/0/answer/error)"},
    {"two_bodies", "answer: {status: 503, json: 1, text: a}",
     "p.yaml:3:52: \"text\" cannot stand beside \"json\" (/rules/0/answer/text)"},
    {"error_and_body", "answer: {status: 503, error: too_busy, text: a}",
     "p.yaml:3:60: \"text\" cannot stand beside \"error\", which has its own body "
     "(/rules/0/answer/text)"},
    {"media_type_of_nothing", "answer: {status: 503, mediaType: text/html}",
     "p.yaml:3:48: \"mediaType\" says nothing without \"json\" or \"text\" "
     "(/rules/0/answer/mediaType)"},
    {"header_of_the_transport", "answer: {status: 503, headers: {content-length: '3'}}",
     "p.yaml:3:63: \"content-length\" belongs to the transport "
     "(/rules/0/answer/headers/content-length)"},
    {"header_of_two_lines", "answer: {status: 503, headers: {a: \"b\\r\\nc: d\"}}",
     "p.yaml:3:47: \"a\" breaks the plan's schema: pattern ^[^\\x00-\\x08\\x0a-\\x1f\\x7f]*$ "
     "(/rules/0/answer/headers/a)"},
    {"retry_after_two_days", "answer: {status: 503, retryAfter: 172800}",
     "p.yaml:3:49: \"retryAfter\" must be at most 24 h (/rules/0/answer/retryAfter)"},
    {"answer_and_quota", "answer: {status: 503}, quota: {limit: 1, window: 1}",
     "p.yaml:3:23: \"answer\" cannot stand beside \"quota\", which has its own "
     "(/rules/0/answer)"},
    {"window_of_nothing", "quota: {limit: 1, window: 0}",
     "p.yaml:3:41: \"window\" must be longer than nothing (/rules/0/quota/window)"},
    {"quota_by_a_word", "quota: {limit: 1, window: 1, by: client}",
     "p.yaml:3:44: \"by\" must be one of \"session\"|\"credential\" (/rules/0/quota/by)"},
    {"unknown_breach", "breaks: everything",
     "p.yaml:3:15: \"breaks\" must be one of "
     "\"missing_member\"|\"wrong_type\"|\"unknown_enum\"|\"null\"|null|\"extra_member\" "
     "(/rules/0/breaks)"},
    {"breach_before_there_is_an_answer", "breaks: missing_member, when: before_state",
     "p.yaml:3:45: \"when\" must be after_state: \"breaks\" needs the API's answer "
     "(/rules/0/when)"},
    {"breach_of_an_answer_of_its_own", "breaks: wrong_type, answer: {status: 200, json: 1}",
     "p.yaml:3:23: \"breaks\" is for the API's own answer, not for that of \"answer\" "
     "(/rules/0/breaks)"},
    {"place_of_no_breach", "delay: 1, breaksAt: /a",
     "p.yaml:3:35: \"breaksAt\" says nothing without \"breaks\" (/rules/0/breaksAt)"},
    {"place_that_is_none", "breaks: wrong_type, breaksAt: a/b",
     "p.yaml:3:35: \"breaksAt\" breaks the plan's schema: pattern ^(/([^/~]|~[01])*)+$ "
     "(/rules/0/breaksAt)"},
};
INSTANTIATE_TEST_SUITE_P(Answer, BadRule, testing::ValuesIn(answers), name_of_row);

}  // namespace

}  // namespace standin::fault
