// May this caller use the operation?
#include "mock/check/credentials.h"

#include <gtest/gtest.h>

#include "mock/contract/contract.h"

namespace standin::check {

namespace {

constexpr const char* digest = R"(username="a", realm="b", nonce="c", uri="/", response="d")";

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /open:
    get: {operationId: open, responses: {"204": {description: done}}}
  /bearer:
    get: {operationId: bearer, security: [{token: []}], responses: {"204": {description: done}}}
  /basic:
    get: {operationId: basic, security: [{user: []}], responses: {"204": {description: done}}}
  /strict:
    get: {operationId: strict, security: [{key: []}], responses: {"204": {description: done}}}
  /query:
    get: {operationId: query, security: [{asked: []}], responses: {"204": {description: done}}}
  /cookie:
    get: {operationId: cookie, security: [{baked: []}], responses: {"204": {description: done}}}
  /oauth:
    get: {operationId: oauth, security: [{flow: []}], responses: {"204": {description: done}}}
  /tls:
    get: {operationId: tls, security: [{tls: []}], responses: {"204": {description: done}}}
  /digest:
    get: {operationId: digest, security: [{hashed: []}], responses: {"204": {description: done}}}
  /scoped:
    get:
      operationId: scoped
      security: [{flow: [read, write]}]
      responses: {"204": {description: done}}
  /scoped-or-key:
    get:
      operationId: scoped_or_key
      security: [{key: []}, {flow: [read, write]}]
      responses: {"204": {description: done}}
  /scoped-and-email:
    get:
      operationId: scoped_and_email
      security: [{flow: [read, write], email: []}]
      responses: {"204": {description: done}}
  /bearer-or-basic:
    get:
      operationId: bearer_or_basic
      security: [{token: []}, {user: []}]
      responses: {"204": {description: done}}
  /either:
    get:
      operationId: either
      security: [{token: []}, {email: [], key: []}]
      responses: {"204": {description: done}}
  /optional:
    get:
      operationId: optional
      security: [{token: []}, {}]
      responses: {"204": {description: done}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    user: {type: http, scheme: basic}
    hashed: {type: http, scheme: digest}
    key:
      type: apiKey
      in: header
      name: X-Key
      x-standin: {pattern: "^[0-9]+$", malformed: key_malformed}
    email: {type: apiKey, in: header, name: X-Email}
    asked: {type: apiKey, in: query, name: api/key}
    baked: {type: apiKey, in: cookie, name: session}
    flow: {type: oauth2, flows: {}}
    tls: {type: mutualTLS}
x-standin:
  errors: {key_malformed: {status: 401}}
)";

struct Row {
    const char* name;
    const char* operation;
    const char* target;
    http::Headers headers;
    const char* verdict;
    Auth auth = Auth::values;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class CredentialRow : public testing::TestWithParam<Row> {
  protected:
    static const contract::Contract& api() {
        static const auto loaded = contract::load_contract_text("api.yaml", document);
        return *loaded;
    }
    static const contract::Operation& operation(std::string_view id) {
        for (const auto& each : api().operations) {
            if (each.id == id) return each;
        }
        throw std::logic_error("no such operation");
    }
    static Credentials known() {
        Credentials known;
        for (const auto& scheme : api().schemes) {
            known[&scheme] = {{"1234", {}},
                              {digest, {}},
                              {"me", {}},
                              {"dXM6cHc=", {}},
                              {"plain:word", {}},
                              {"reader", {{"read"}}},
                              {"writer", {{"read", "write"}}}};
        }
        return known;
    }
};

std::string text_of(const Verdict& verdict) {
    std::string text = verdict.error.empty() ? "fine" : verdict.error;
    for (const Problem& problem : verdict.problems) {
        text += " " + std::string(name_of(problem.part)) + problem.pointer + " " + problem.keyword +
                problem.expected + problem.received;
    }
    return text;
}

TEST_P(CredentialRow, IsJudged) {
    const Row& row = GetParam();
    const http::Request request{"GET", row.target, row.headers, ""};
    EXPECT_EQ(text_of(credentials(operation(row.operation), request, row.auth, known())),
              row.verdict);
}

constexpr const char* missing = "credentials_missing credentials missing";
constexpr const char* malformed = "credentials_malformed credentials/Authorization malformed";
constexpr const char* unknown = "credentials_unknown credentials/Authorization unknown";

constexpr const char* forbidden = "credentials_forbidden credentials/Authorization scopes";

const Row rows[] = {
    {"nothing_asked", "open", "/", {}, "fine"},
    {"off_asks_nothing", "bearer", "/", {}, "fine", Auth::off},
    {"bearer_known", "bearer", "/", {{"Authorization", "Bearer 1234"}}, "fine"},
    {"scheme_in_any_case", "bearer", "/", {{"authorization", "bEARER 1234"}}, "fine"},
    {"several_spaces", "bearer", "/", {{"Authorization", "Bearer   1234"}}, "fine"},
    {"bearer_unknown", "bearer", "/", {{"Authorization", "Bearer x"}}, unknown},
    {"contract_takes_unknown",
     "bearer",
     "/",
     {{"Authorization", "Bearer x"}},
     "fine",
     Auth::contract},
    {"bearer_missing", "bearer", "/", {}, missing},
    {"missing_in_contract_mode", "bearer", "/", {}, missing, Auth::contract},
    {"empty_header", "bearer", "/", {{"Authorization", ""}}, malformed},
    {"scheme_alone", "bearer", "/", {{"Authorization", "Bearer"}}, malformed},
    {"scheme_and_space", "bearer", "/", {{"Authorization", "Bearer "}}, malformed},
    {"other_scheme", "bearer", "/", {{"Authorization", "Basic 1234"}}, malformed},
    {"scheme_run_together", "bearer", "/", {{"Authorization", "Bearer1234"}}, malformed},
    {"token_without_scheme", "bearer", "/", {{"Authorization", "1234"}}, malformed},
    {"basic_known", "basic", "/", {{"Authorization", "Basic dXM6cHc="}}, "fine"},
    {"basic_unknown", "basic", "/", {{"Authorization", "Basic eDp5"}}, unknown},
    {"basic_known_by_user_and_password",
     "basic",
     "/",
     {{"Authorization", "Basic cGxhaW46d29yZA=="}},
     "fine"},
    {"basic_without_a_colon", "basic", "/", {{"Authorization", "Basic eA=="}}, malformed},
    {"basic_that_is_no_base64", "basic", "/", {{"Authorization", "Basic x:y"}}, malformed},
    {"basic_that_ends_early", "basic", "/", {{"Authorization", "Basic dXM6c"}}, malformed},
    {"basic_without_padding", "basic", "/", {{"Authorization", "Basic dXM6cHc"}}, unknown},
    {"digest", "digest", "/", {{"Authorization", std::string("Digest ") + digest}}, "fine"},
    {"digest_of_none_of_its_parameters",
     "digest",
     "/",
     {{"Authorization", "Digest 1234"}},
     malformed},
    {"digest_without_response",
     "digest",
     "/",
     {{"Authorization", "Digest username=\"a\", realm=\"b\", nonce=\"c\", uri=\"/\""}},
     malformed},
    {"digest_with_an_empty_nonce",
     "digest",
     "/",
     {{"Authorization",
       "Digest username=\"a\", realm=\"b\", nonce=\"\", uri=\"/\", response=\"d\""}},
     malformed},
    {"scope_that_is_there", "scoped", "/", {{"Authorization", "Bearer writer"}}, "fine"},
    {"scope_that_is_missing", "scoped", "/", {{"Authorization", "Bearer reader"}}, forbidden},
    {"scope_that_nobody_names", "scoped", "/", {{"Authorization", "Bearer 1234"}}, "fine"},
    {"scope_of_an_unknown_one", "scoped", "/", {{"Authorization", "Bearer x"}}, unknown},
    {"scope_in_contract_mode",
     "scoped",
     "/",
     {{"Authorization", "Bearer reader"}},
     "fine",
     Auth::contract},
    {"meant_for_another_scheme",
     "bearer_or_basic",
     "/",
     {{"Authorization", "Bearer stranger"}},
     unknown},
    {"meant_for_no_scheme", "bearer_or_basic", "/", {{"Authorization", "Token 1234"}}, malformed},
    {"forbidden_beside_malformed",
     "scoped_or_key",
     "/",
     {{"Authorization", "Bearer reader"}, {"X-Key", "a"}},
     forbidden},
    {"unknown_within_forbidden",
     "scoped_and_email",
     "/",
     {{"Authorization", "Bearer reader"}, {"X-Email", "you"}},
     "credentials_unknown credentials/X-Email unknown"},
    {"key_known", "strict", "/", {{"x-key", "1234"}}, "fine"},
    {"key_of_another_form",
     "strict",
     "/",
     {{"X-Key", "12a"}},
     "key_malformed credentials/X-Key malformed"},
    {"key_of_bytes_that_are_no_text",
     "strict",
     "/",
     {{"X-Key", "\xff\xfe"}},
     "key_malformed credentials/X-Key malformed"},
    {"key_unknown",
     "strict",
     "/",
     {{"X-Key", "99"}},
     "credentials_unknown credentials/X-Key unknown"},
    {"key_empty", "strict", "/", {{"X-Key", ""}}, "key_malformed credentials/X-Key malformed"},
    {"query_known", "query", "/?api%2Fkey=1234", {}, "fine"},
    {"query_decoded", "query", "/?api/key=%31234", {}, "fine"},
    {"query_first_counts",
     "query",
     "/?api/key=x&api/key=1234",
     {},
     "credentials_unknown credentials/api~1key unknown"},
    {"query_missing", "query", "/?key=1234", {}, missing},
    {"cookie_known", "cookie", "/", {{"Cookie", "a=b; session=1234"}}, "fine"},
    {"cookie_unknown",
     "cookie",
     "/",
     {{"Cookie", "session=9"}},
     "credentials_unknown credentials/session unknown"},
    {"cookie_missing", "cookie", "/", {{"Cookie", "sessions=1234"}}, missing},
    {"oauth_is_a_bearer_token", "oauth", "/", {{"Authorization", "Bearer 1234"}}, "fine"},
    {"tls_cannot_be_seen", "tls", "/", {}, "fine"},
    {"first_alternative", "either", "/", {{"Authorization", "Bearer 1234"}}, "fine"},
    {"second_alternative", "either", "/", {{"X-Email", "me"}, {"X-Key", "1234"}}, "fine"},
    {"half_of_an_alternative", "either", "/", {{"X-Email", "me"}}, missing},
    {"malformed_half_is_missing", "either", "/", {{"X-Key", "a"}}, missing},
    {"unknown_beside_malformed",
     "either",
     "/",
     {{"Authorization", "Bearer x"}, {"X-Email", "me"}, {"X-Key", "a"}},
     "key_malformed credentials/X-Key malformed"},
    {"malformed_beside_unknown",
     "either",
     "/",
     {{"Authorization", "x"}, {"X-Email", "you"}, {"X-Key", "1234"}},
     malformed},
    {"bad_beside_good",
     "either",
     "/",
     {{"Authorization", "x"}, {"X-Email", "me"}, {"X-Key", "1234"}},
     "fine"},
    {"first_unknown_is_told",
     "either",
     "/",
     {{"Authorization", "Bearer x"}, {"X-Email", "you"}, {"X-Key", "1234"}},
     unknown},
    {"optional_without", "optional", "/", {}, "fine"},
    {"optional_with_a_bad_one", "optional", "/", {{"Authorization", "x"}}, "fine"},
};
INSTANTIATE_TEST_SUITE_P(Credentials, CredentialRow, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::check
