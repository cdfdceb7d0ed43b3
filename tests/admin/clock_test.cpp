// The clock of a session, as it is read, set and advanced.
#include "tests/admin/control.h"

namespace standin::admin {

namespace {

std::string shows(const std::string& now, const std::string& tick = "0") {
    return R"(200 {"now":")" + now + R"(","real":false,"tick":)" + tick + '}';
}

const std::string out_of_years = refused(400, "A clock shows the years 0000 to 9999");
const std::string too_long = refused(400, "A duration is at most 366 days");
const std::string at_rest = shows("2025-01-01T00:00:00.000Z");

struct Row {
    const char* name;
    const char* line;
    const char* body;
    std::string answer;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class ClockRoute : public Control, public testing::WithParamInterface<Row> {};

TEST_P(ClockRoute, ShowsWhatItAnswers) {
    const std::string answer =
        ask(std::string(GetParam().line) + " /__admin/clock", GetParam().body);
    EXPECT_EQ(answer, GetParam().answer);
    const bool changed = answer.starts_with("200");
    EXPECT_EQ(ask("GET /__admin/clock"), changed ? GetParam().answer : at_rest);
}

const Row rows[] = {
    {"now", "PUT", R"({"now":"2030-02-03T04:05:06.789Z"})", shows("2030-02-03T04:05:06.789Z")},
    {"now_with_offset", "PUT", R"({"now":"2030-01-01T00:00:00+01:00"})",
     shows("2029-12-31T23:00:00.000Z")},
    {"tick", "PUT", R"({"tick":1500})", shows("2025-01-01T00:00:00.000Z", "1500")},
    {"tick_as_text", "PUT", R"({"tick":"2s"})", shows("2025-01-01T00:00:00.000Z", "2000")},
    {"longest_tick", "PUT", R"({"tick":31622400000})",
     shows("2025-01-01T00:00:00.000Z", "31622400000")},
    {"tick_that_is_too_long", "PUT", R"({"tick":"8785h"})", too_long},
    {"both", "PUT", R"({"now":"2030-01-01T00:00:00Z","tick":"1m"})",
     shows("2030-01-01T00:00:00.000Z", "60000")},
    {"first_moment", "PUT", R"({"now":"0000-01-01T00:00:00Z"})", shows("0000-01-01T00:00:00.000Z")},
    {"before_the_first", "PUT", R"({"now":"0000-01-01T00:00:00+01:00","tick":1})", out_of_years},
    {"last_moment", "PUT", R"({"now":"9999-12-31T23:59:59.999Z"})",
     shows("9999-12-31T23:59:59.999Z")},
    {"after_the_last", "PUT", R"({"now":"9999-12-31T23:59:59-01:00","tick":1})", out_of_years},
    {"forward", "POST", R"({"advance":1})", shows("2025-01-01T00:00:00.001Z")},
    {"forward_as_text", "POST", R"({"advance":"36h"})", shows("2025-01-02T12:00:00.000Z")},
    {"forward_in_milliseconds", "POST", R"({"advance":"250"})", shows("2025-01-01T00:00:00.250Z")},
    {"forward_with_an_exponent", "POST", R"({"advance":2e3})", shows("2025-01-01T00:00:02.000Z")},
    {"back", "POST", R"({"advance":-1000})", shows("2024-12-31T23:59:59.000Z")},
    {"nowhere", "POST", R"({"advance":0})", at_rest},
    {"too_far_forward", "POST", R"({"advance":251666611200000})", out_of_years},
    {"as_far_as_it_goes", "POST", R"({"advance":251666611199999})",
     shows("9999-12-31T23:59:59.999Z")},
    {"too_far_back", "POST", R"({"advance":-63902908800001})", out_of_years},
    {"as_far_back_as_it_goes", "POST", R"({"advance":-63902908800000})",
     shows("0000-01-01T00:00:00.000Z")},
    {"text_that_is_too_long", "POST", R"({"advance":"99999999999999999999s"})", too_long},
};
INSTANTIATE_TEST_SUITE_P(Clock, ClockRoute, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST_F(Control, TicksWithExchangesAlone) {
    ask("PUT /__admin/clock", R"({"tick":10})");
    EXPECT_EQ(call("GET /notes")->time, Clock::default_instant);
    EXPECT_EQ(call("GET /notes")->time, Clock::default_instant + 10);
    ask("GET /__admin/clock");
    EXPECT_EQ(ask("GET /__admin/clock"), shows("2025-01-01T00:00:00.020Z", "10"));
}

TEST_F(Control, KeepsClocksApart) {
    ask("POST /__session/a/__admin/clock", R"({"advance":1})");
    EXPECT_EQ(ask("GET /__admin/clock"), at_rest);
    EXPECT_EQ(ask("GET /__session/a/__admin/clock"), shows("2025-01-01T00:00:00.001Z"));
}

TEST_F(Control, TellsARealClock) {
    engine::Settings real = settings();
    real.beginning.clock = Clock::real();
    serve(std::move(real));
    const std::string set = ask("PUT /__admin/clock", R"({"now":"2100-01-01T00:00:00Z"})");
    EXPECT_EQ(set.substr(0, 24), R"(200 {"now":"2100-01-01T0)");
    EXPECT_EQ(set.substr(set.find(",\"real\"")), R"(,"real":true,"tick":0})");
}

}  // namespace

}  // namespace standin::admin
