// Bodies and parameters that the contract of the control API refuses.
#include "tests/admin/control.h"

namespace standin::admin {

namespace {

struct Row {
    const char* name;
    const char* line;
    std::string body;
    std::string problem;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

// RFC 9457 with one error; `more` are the others.
std::string invalid(const std::string& pointer, const std::string& keyword,
                    const std::string& message, const std::string& schema = "",
                    const std::string& more = "") {
    return problem(400, message,
                   R"(,"errors":[{"pointer":")" + pointer + R"(","keyword":")" + keyword +
                       R"(","message":")" + message + '"' +
                       (schema.empty() ? "" : R"(,"schema":")" + schema + '"') + '}' + more + ']');
}

class Refused : public Control, public testing::WithParamInterface<Row> {};

TEST_P(Refused, AndNothingIsChanged) {
    const std::string before = ask("GET /__admin/sessions") + ask("GET /__admin/clock");
    EXPECT_EQ(ask(GetParam().line, GetParam().body), "400 " + GetParam().problem);
    EXPECT_EQ(ask("GET /__admin/sessions") + ask("GET /__admin/clock"), before);
}

const std::string nothing = invalid("/body", "body", "must have a request body");
const std::string body_of_name = "/components/requestBodies/Name/content/application~1json/schema";
const std::string name_schema = "/components/schemas/Name";
const std::string route_schema = "/requestBody/content/application~1json/schema";
const std::string restore = "/paths/~1sessions~1{session}~1restore/post" + route_schema;
const std::string set_clock = "/paths/~1sessions~1{session}~1clock/put" + route_schema;
const std::string advance_clock = "/paths/~1sessions~1{session}~1clock/post" + route_schema;
const std::string limit = "/paths/~1sessions~1{session}~1requests/get/parameters/0/schema";

std::string no_name(const std::string& pointer) {
    return invalid(pointer, "pattern", "A name is 1 to 128 letters, digits, '-', '.', '_' and '~'",
                   name_schema + "/pattern");
}
const std::string no_duration =
    invalid("/body/tick", "pattern", R"(A duration is a whole number and ms, s, m or h: \"2s\")",
            "/components/schemas/Duration/pattern");

const Row rows[] = {
    {"nothing", "POST /__admin/sessions", "", nothing},
    {"no_json", "POST /__admin/sessions", "{\"name\"}",
     invalid("/body", "json", "must be JSON: line 1, column 8: expected ':', found '}'")},
    {"no_object", "POST /__admin/sessions", "[]",
     invalid("/body", "type", "must be object", body_of_name + "/type")},
    {"no_name", "POST /__admin/sessions", "{}",
     invalid("/body/name", "required", "must have required property 'name'",
             body_of_name + "/required")},
    {"unknown_member", "POST /__admin/sessions", R"({"name":"a","seed":1})",
     invalid("/body/seed", "additionalProperties", "must NOT have additional properties",
             body_of_name + "/additionalProperties")},
    {"name_of_another_type", "POST /__admin/sessions", R"({"name":1})",
     invalid("/body/name", "type", "must be string", name_schema + "/type")},
    {"empty_name", "POST /__admin/sessions", R"({"name":""})", no_name("/body/name")},
    {"name_with_a_space", "POST /__admin/sessions", R"({"name":"a b"})", no_name("/body/name")},
    {"long_name", "POST /__admin/sessions", R"({"name":")" + std::string(129, 'a') + "\"}",
     no_name("/body/name")},
    {"name_with_a_line_end", "POST /__admin/sessions", R"({"name":"a\n"})", no_name("/body/name")},
    {"name_in_the_path", "POST /__admin/sessions/a%20b", "", no_name("/path/session")},
    {"fork", "POST /__admin/fork", R"({"name":"a/b"})", no_name("/body/name")},
    {"snapshot", "POST /__admin/snapshots", R"({"name":"a/b"})", no_name("/body/name")},
    {"snapshot_in_the_path", "DELETE /__admin/snapshots/a%2Fb", "", no_name("/path/snapshot")},
    {"restore", "POST /__admin/restore", R"({"name":"a"})",
     invalid("/body/snapshot", "required", "must have required property 'snapshot'",
             restore + "/required",
             R"(,{"pointer":"/body/name","keyword":"additionalProperties",)"
             R"("message":"must NOT have additional properties","schema":")" +
                 restore + R"(/additionalProperties"})")},
    {"restore_of_no_name", "POST /__admin/restore", R"({"snapshot":"a b"})",
     no_name("/body/snapshot")},
    {"clock_without_a_word", "PUT /__admin/clock", "{}",
     invalid("/body", "minProperties", "must NOT have fewer than 1 properties",
             set_clock + "/minProperties")},
    {"clock_of_another_word", "PUT /__admin/clock", R"({"time":"2025-01-01T00:00:00Z"})",
     invalid("/body/time", "additionalProperties", "must NOT have additional properties",
             set_clock + "/additionalProperties")},
    {"clock_of_no_time", "PUT /__admin/clock", R"({"now":"tomorrow"})",
     invalid("/body/now", "format", R"(must match format \"date-time\")",
             set_clock + "/properties/now/format")},
    {"clock_of_a_number", "PUT /__admin/clock", R"({"now":1735689600000})",
     invalid("/body/now", "type", "must be string", set_clock + "/properties/now/type")},
    {"negative_tick", "PUT /__admin/clock", R"({"tick":-1})",
     invalid("/body/tick", "minimum", "must be >= 0", "/components/schemas/Duration/minimum")},
    {"negative_tick_as_text", "PUT /__admin/clock", R"({"tick":"-1s"})", no_duration},
    {"half_a_tick", "PUT /__admin/clock", R"({"tick":0.5})",
     invalid("/body/tick", "type", "must be integer,string", "/components/schemas/Duration/type")},
    {"endless_tick", "PUT /__admin/clock", R"({"tick":31622400001})",
     invalid("/body/tick", "maximum", "must be <= 31622400000",
             "/components/schemas/Duration/maximum")},
    {"tick_of_another_unit", "PUT /__admin/clock", R"({"tick":"1d"})", no_duration},
    {"advance_without_a_word", "POST /__admin/clock", "{}",
     invalid("/body/advance", "required", "must have required property 'advance'",
             advance_clock + "/required")},
    {"advance_of_nothing", "POST /__admin/clock", R"({"advance":null})",
     invalid("/body/advance", "type", "must be integer,string",
             "/components/schemas/Advance/type")},
    {"advance_beyond_numbers", "POST /__admin/clock", R"({"advance":1e300})",
     invalid("/body/advance", "maximum", "must be <= 316000000000000",
             "/components/schemas/Advance/maximum")},
    {"advance_beyond_integers", "POST /__admin/clock", R"({"advance":-9223372036854775809})",
     invalid("/body/advance", "minimum", "must be >= -316000000000000",
             "/components/schemas/Advance/minimum")},
    {"no_plan", "POST /__admin/faults", "", nothing},
    {"no_state", "PUT /__admin/state", "", nothing},
    {"limit_of_no_number", "GET /__admin/requests?limit=x", "",
     invalid("/query/limit", "type", "must be integer", limit + "/type")},
    {"negative_limit", "GET /__admin/requests?limit=-1", "",
     invalid("/query/limit", "minimum", "must be >= 0", limit + "/minimum")},
    {"empty_limit", "GET /__admin/requests?limit", "",
     invalid("/query/limit", "type", "must be integer", limit + "/type")},
};
INSTANTIATE_TEST_SUITE_P(Body, Refused, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::admin
