// What a client is asked for that may not use an operation.
#include "mock/check/challenge.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "mock/check/credentials.h"
#include "mock/contract/contract.h"

namespace standin::check {

namespace {

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /a: {get: {operationId: bearer, security: [{token: []}], responses: {}}}
  /b: {get: {operationId: basic, security: [{user: []}], responses: {}}}
  /c: {get: {operationId: oauth, security: [{flow: []}], responses: {}}}
  /d: {get: {operationId: query, security: [{asked: []}], responses: {}}}
  /e: {get: {operationId: scoped, security: [{flow: [read, write]}], responses: {}}}
  /f:
    get:
      operationId: several
      security: [{user: []}, {hashed: []}, {hoba: []}, {user: [], token: []}]
      responses: {}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    user: {type: http, scheme: basic}
    hashed: {type: http, scheme: digest}
    hoba: {type: http, scheme: HOBA}
    asked: {type: apiKey, in: query, name: key}
    flow: {type: oauth2, flows: {}}
)";

struct ChallengeRow {
    const char* name;
    const char* operation;
    const char* authorization;
    const char* challenge;
};

void PrintTo(const ChallengeRow& row, std::ostream* out) {
    *out << row.name;
}

class Challenge : public testing::TestWithParam<ChallengeRow> {};

TEST_P(Challenge, IsSaid) {
    static const auto api = contract::load_contract_text("api.yaml", document);
    const auto operation =
        std::ranges::find(api->operations, GetParam().operation, &contract::Operation::id);
    http::Request request{"GET", "/", {}, ""};
    if (*GetParam().authorization) request.headers.add("Authorization", GetParam().authorization);
    Credentials known;
    for (const auto& scheme : api->schemes) known[&scheme] = {{"1234", {}}, {"reader", {{"read"}}}};
    EXPECT_EQ(credentials(*operation, request, Auth::values, known).challenge,
              GetParam().challenge);
}

const ChallengeRow challenge_rows[] = {
    {"none_where_all_is_well", "bearer", "Bearer 1234", ""},
    {"bearer", "bearer", "", "Bearer realm=\"token\""},
    {"bearer_unknown", "bearer", "Bearer x", "Bearer error=\"invalid_token\""},
    {"basic", "basic", "", "Basic realm=\"user\", charset=\"UTF-8\""},
    {"basic_unknown", "basic", "Basic eDp5", "Basic realm=\"user\", charset=\"UTF-8\""},
    {"oauth", "oauth", "", "Bearer realm=\"flow\""},
    {"keys_have_none", "query", "", ""},
    {"several_each_once", "several", "",
     "Basic realm=\"user\", charset=\"UTF-8\", "
     "Digest realm=\"hashed\", qop=\"auth\", algorithm=SHA-256, nonce=\"standin\", "
     "HOBA realm=\"hoba\", Bearer realm=\"token\""},
    {"insufficient", "scoped", "Bearer reader",
     "Bearer error=\"insufficient_scope\", scope=\"read write\""},
};
INSTANTIATE_TEST_SUITE_P(Credentials, Challenge, testing::ValuesIn(challenge_rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::check
