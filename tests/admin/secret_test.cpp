// No secret is in the journal: not from headers, the query, or bodies.
#include "tests/admin/control.h"

namespace standin::admin {

namespace {

struct Secret {
    const char* name;
    const char* target;
    http::Headers headers;
    const char* url;
    const char* told;
};

void PrintTo(const Secret& row, std::ostream* out) {
    *out << row.name;
}

class Redacted : public Control, public testing::WithParamInterface<Secret> {};

TEST_P(Redacted, IsNotTold) {
    call(std::string("GET ") + GetParam().target, "", GetParam().headers);
    EXPECT_EQ(told("url", "\","), std::string("\"url\":\"") + GetParam().url + "\",");
    EXPECT_EQ(told("headers", "}"), std::string("\"headers\":{") + GetParam().told + "}");
}

const Secret secrets[] = {
    {"nothing_secret", "/things/1?a=b&c", {{"A", "b"}}, "/things/1?a=b&c", R"("A":"b")"},
    {"bearer",
     "/x",
     {{"authorization", "bearer s"}},
     "/x",
     R"("authorization":"bearer [REDACTED]")"},
    {"basic", "/x", {{"Authorization", "Basic s"}}, "/x", R"("Authorization":"Basic [REDACTED]")"},
    {"no_scheme", "/x", {{"Authorization", "s3cret"}}, "/x", R"("Authorization":"[REDACTED]")"},
    {"secret_of_two_words",
     "/x",
     {{"Authorization", "s3cret s"}},
     "/x",
     R"("Authorization":"[REDACTED]")"},
    {"proxy",
     "/x",
     {{"Proxy-Authorization", "Digest a, b"}},
     "/x",
     R"("Proxy-Authorization":"Digest [REDACTED]")"},
    {"cookie", "/x", {{"Cookie", "a=b; c=d"}}, "/x", R"("Cookie":"[REDACTED]")"},
    {"vendor_keys",
     "/x",
     {{"X-Auth-Key", "s"}, {"x-api-key", "s"}, {"X-Amz-Security-Token", "s"}},
     "/x",
     R"("X-Auth-Key":"[REDACTED]","x-api-key":"[REDACTED]","X-Amz-Security-Token":"[REDACTED]")"},
    {"key_of_the_contract",
     "/v1/things/1",
     {{"x-pass", "s"}},
     "/v1/things/1",
     R"("x-pass":"[REDACTED]")"},
    {"in_the_query", "/v1/things/1?a=b&k=s&c", {}, "/v1/things/1?a=b&k=[REDACTED]&c", ""},
    {"in_the_query_twice", "/things/1?k=s&k=t", {}, "/things/1?k=[REDACTED]&k=[REDACTED]", ""},
    {"in_the_query_encoded", "/things/1?%6B=s", {}, "/things/1?%6B=[REDACTED]", ""},
    {"in_a_query_nobody_reads",
     "/none?api_key=s&access_token=t",
     {},
     "/none?api_key=[REDACTED]&access_token=[REDACTED]",
     ""},
    {"bytes_that_are_no_text", "/x", {{"X-A", "\xff"}}, "/x", "\"X-A\":\"\uFFFD\""},
};
INSTANTIATE_TEST_SUITE_P(Secret, Redacted, testing::ValuesIn(secrets),
                         [](const auto& row) { return row.param.name; });

struct Body {
    const char* name;
    const char* line;
    const char* body;
    const char* media_type;
    const char* told;
};

void PrintTo(const Body& row, std::ostream* out) {
    *out << row.name;
}

class BodyTold : public Control, public testing::WithParamInterface<Body> {};

TEST_P(BodyTold, WithoutSecrets) {
    call(GetParam().line, GetParam().body, {{"Content-Type", GetParam().media_type}});
    EXPECT_EQ(told("body", "\",\"loggedDate\""),
              std::string("\"body\":\"") + GetParam().told + "\",\"loggedDate\"");
    EXPECT_EQ(ask("GET /__admin/requests").find("s3cret"), std::string::npos);
}

const char* const json = "application/json";

const Body bodies[] = {
    {"members", "POST /things",
     R"({"hidden":"s3cret","key":"s3cret","list":[{"pin":"s3cret","x":1}]})", json,
     R"({\"hidden\":\"[REDACTED]\",\"key\":\"[REDACTED]\",)"
     R"(\"list\":[{\"pin\":\"[REDACTED]\",\"x\":1}]})"},
    {"shown_in_the_answer", "POST /things", R"({"id":"1","key":"s3cret-of-20-letters"})", json,
     R"({\"id\":\"1\",\"key\":\"[REDACTED]\"})"},
    {"of_another_type", "POST /things", R"({"hidden":{"a":"s3cret"},"key":1})", json,
     R"({\"hidden\":\"[REDACTED]\",\"key\":\"[REDACTED]\"})"},
    {"in_a_list", "POST /things", R"([{"hidden":"s3cret","x":1}])", json,
     R"([{\"hidden\":\"[REDACTED]\",\"x\":1}])"},
    {"alone", "POST /things", R"("s3cret")", json, R"(\"[REDACTED]\")"},
    {"a_level_too_high", "POST /things", R"({"list":"s3cret","name":"long"})", json,
     R"({\"list\":\"[REDACTED]\",\"name\":\"long\"})"},
    {"under_another_name", "POST /things", R"({"Secret":"s3cret","name":"long"})", json,
     R"({\"Secret\":\"[REDACTED]\",\"name\":\"long\"})"},
    {"unreadable", "POST /things", R"({"hidden":"s3cret)", json,
     "[17 bytes that no contract has read]"},
    {"half_a_key", "POST /things", R"({"key":s3cret})", json,
     "[14 bytes that no contract has read]"},
    {"of_no_schema", "POST /things", R"({"key":"s3cret"})", "application/other+json",
     "[16 bytes that no contract has read]"},
    {"of_another_media_type", "POST /things", "s3cret", "text/plain",
     "[6 bytes that no contract has read]"},
    {"of_nobody", "POST /none", "s3cret", json, "[6 bytes that no contract has read]"},
    {"none", "POST /things", "", json, ""},
};
INSTANTIATE_TEST_SUITE_P(Body, BodyTold, testing::ValuesIn(bodies),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::admin
