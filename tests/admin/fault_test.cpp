// The faults of a session: put in force, told, taken away; and what the journal tells of them.
#include "tests/admin/control.h"

namespace standin::admin {

namespace {

const std::string library =
    R"("library":[{"plan":"cut","description":"","rules":["cut-off"]},)"
    R"({"plan":"outage","description":"Down, then slow.","rules":["down","slow"]}])";

std::string rule(const std::string& name, const std::string& plan, int matched, int fired,
                 const std::string& since = "2025-01-01T00:00:00.000Z") {
    return R"({"name":")" + name + R"(","plan":")" + plan +
           R"(","when":"before_state","matched":)" + std::to_string(matched) + R"(,"fired":)" +
           std::to_string(fired) + R"(,"since":")" + since + "\"}";
}

std::string faults(const std::string& rules, const std::string& unfired) {
    return "200 {\"rules\":[" + rules + "],\"unfired\":[" + unfired + "]," + library + '}';
}

const std::string outage = R"({"plan":"outage"})";

TEST_F(Control, ListsFaults) {
    EXPECT_EQ(ask("GET /__admin/faults"), faults("", ""));
    ask("POST /__admin/clock", R"({"advance":"1s"})");
    EXPECT_EQ(ask("POST /__admin/faults", outage), R"(201 {"rules":["down","slow"]})");
    EXPECT_EQ(call("GET /notes")->response.status, 503);
    const std::string since = "2025-01-01T00:00:01.000Z";
    EXPECT_EQ(ask("GET /__admin/faults"), faults(rule("down", "outage", 1, 1, since) + ',' +  //
                                                     rule("slow", "outage", 1, 0, since),
                                                 R"("slow")"));
    EXPECT_EQ(call("GET /notes")->response.status, 200);
    EXPECT_EQ(ask("GET /__admin/faults/slow"), "200 " + rule("slow", "outage", 2, 1, since));
}

TEST_F(Control, TakesPlansInYamlAndInJson) {
    EXPECT_EQ(ask("POST /__admin/faults", "name: a\nrules:\n  - {name: one, wire: timeout}\n"),
              R"(201 {"rules":["one"]})");
    EXPECT_EQ(ask("POST /__admin/faults", R"({"name":"b","rules":[{"name":"two","delay":1}]})"),
              R"(201 {"rules":["two"]})");
    EXPECT_EQ(ask("GET /__admin/faults"),
              faults(rule("one", "a", 0, 0) + ',' + rule("two", "b", 0, 0), R"("one","two")"));
}

TEST_F(Control, PutsARuleInForceOnce) {
    ask("POST /__admin/faults", outage);
    const std::string before = ask("GET /__admin/faults");
    EXPECT_EQ(ask("POST /__admin/faults", outage),
              refused(409, R"(a rule named \"down\" is in force already)"));
    EXPECT_EQ(ask("POST /__admin/faults",
                  "name: b\nrules: [{name: x, delay: 1}, "
                  "{name: slow, delay: 1}]"),
              refused(409, R"(a rule named \"slow\" is in force already)"));
    EXPECT_EQ(ask("GET /__admin/faults"), before);
}

TEST_F(Control, NamesThePlansThatItKnows) {
    EXPECT_EQ(ask("POST /__admin/faults", R"({"plan":"flood"})"),
              refused(404, R"(There is no plan \"flood\": cut, outage)"));
    engine::Settings poor = settings();
    poor.library = {};
    serve(std::move(poor));
    EXPECT_EQ(ask("POST /__admin/faults", R"({"plan":"flood"})"),
              refused(404, R"(There is no plan \"flood\": none is known)"));
}

TEST_F(Control, TakesFaultsAway) {
    ask("POST /__admin/faults", outage);
    ask("POST /__admin/faults", R"({"plan":"cut"})");
    EXPECT_EQ(ask("DELETE /__admin/faults/down"), "200 {}");
    const std::string gone = refused(404, R"(There is no rule \"down\")");
    EXPECT_EQ(ask("DELETE /__admin/faults/down"), gone);
    EXPECT_EQ(ask("GET /__admin/faults/down"), gone);
    EXPECT_EQ(ask("GET /__admin/faults"),
              faults(rule("slow", "outage", 0, 0) + ',' + rule("cut-off", "cut", 0, 0),
                     R"("slow","cut-off")"));
    EXPECT_EQ(ask("DELETE /__admin/faults"), "200 {}");
    EXPECT_EQ(ask("GET /__admin/faults"), faults("", ""));
}

TEST_F(Control, KeepsFaultsApart) {
    ask("POST /__session/a/__admin/faults", outage);
    EXPECT_EQ(ask("GET /__admin/faults"), faults("", ""));
    EXPECT_EQ(ask("GET /__admin/faults/down"), refused(404, R"(There is no rule \"down\")"));
    EXPECT_EQ(ask("DELETE /__admin/faults"), "200 {}");
    EXPECT_EQ(call("GET /notes")->response.status, 200);
    EXPECT_EQ(call("GET /__session/a/notes")->response.status, 503);
}

struct Row {
    const char* name;
    const char* plan;
    std::string answer;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class WrongPlan : public Control, public testing::WithParamInterface<Row> {};

TEST_P(WrongPlan, ChangesNothing) {
    EXPECT_EQ(ask("POST /__admin/faults", GetParam().plan), GetParam().answer);
    EXPECT_EQ(ask("GET /__admin/faults"), faults("", ""));
}

const std::string not_json = "is not JSON: expected a value, found the end of the text";
const std::string not_yaml =
    "is not YAML: did not find expected node content while parsing a flow node";
const std::string no_delay = R"(\"delay\" breaks the plan's schema: pattern ^[0-9]+(ms|s|m|h)$)";
const std::string no_name = R"(\"name\" is missing)";
const std::string no_rules = R"(\"rules\" is missing)";
const std::string no_such_word = R"(\"plan\" is not known here)";

const Row rows[] = {
    {"not_json", "{\"name\":", mistaken("plan:1:9: " + not_json, mistake(1, 9, "", not_json))},
    {"not_yaml", "a: [", mistaken("plan:2:1: " + not_yaml, mistake(2, 1, "", not_yaml))},
    {"no_rules", "name: a",
     mistaken("plan:1:1: " + no_rules + " (/rules)", mistake(1, 1, "/rules", no_rules))},
    {"several_mistakes",
     "name: a\nrules:\n  - {name: one, delay: soon}\n  - {name: two, delay: soon}\n",
     mistaken("plan:3:17: " + no_delay + " (/rules/0/delay)",
              mistake(3, 17, "/rules/0/delay", no_delay) + ',' +
                  mistake(4, 17, "/rules/1/delay", no_delay))},
    {"plan_and_more", R"({"plan":"cut","name":"a"})",
     mistaken("plan:1:1: " + no_rules + " (/rules)",
              mistake(1, 1, "/rules", no_rules) + ',' + mistake(1, 2, "/plan", no_such_word))},
    {"plan_that_is_no_name", R"({"plan":1})",
     mistaken("plan:1:1: " + no_name + " (/name)", mistake(1, 1, "/name", no_name) + ',' +
                                                       mistake(1, 1, "/rules", no_rules) + ',' +
                                                       mistake(1, 2, "/plan", no_such_word))},
};
INSTANTIATE_TEST_SUITE_P(Fault, WrongPlan, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST_F(Control, TellsNothingOfFaultsWhereNoneFired) {
    const auto exchange = call("GET /notes");
    EXPECT_EQ(told("operationId", "\"problems\""),
              R"("operationId":"listNotes","timing":{"addedDelay":0},"problems")");
    EXPECT_EQ(summary_of(*exchange), "");
}

TEST_F(Control, TellsAnAnswerThatAFaultGave) {
    ask("POST /__admin/faults", outage);
    const auto exchange = call("GET /notes");
    EXPECT_EQ(told("error", "\"problems\""),
              R"("error":"fault","faults":[{"rule":"down","plan":"outage","when":"before_state",)"
              R"("why":"request 1 of those that match","drawn":{}}],)"
              R"("timing":{"addedDelay":0},"problems")");
    EXPECT_EQ(summary_of(*exchange), "fault: down (status 503)");
}

TEST_F(Control, TellsDelays) {
    ask("POST /__admin/faults", outage);
    call("GET /notes");
    const auto exchange = call("GET /notes");
    EXPECT_EQ(told("operationId", "\"problems\""),
              R"("operationId":"listNotes","faults":[{"rule":"slow","plan":"outage",)"
              R"("when":"before_state","why":"request 2 of those that match","drawn":{}}],)"
              R"("timing":{"addedDelay":83},"problems")");
    EXPECT_EQ(summary_of(*exchange), "fault: slow (delay 83 ms)");
}

TEST_F(Control, TellsWhatWasDrawn) {
    ask("POST /__admin/faults",
        "name: a\nrules: [{name: b, on: {probability: 1}, "
        "delay: {type: uniform, lower: 10, upper: 20}}]");
    const auto exchange = call("GET /notes");
    EXPECT_EQ(told("drawn", "}"), R"("drawn":{"probability":0.8898827333119598,"delay":18})");
    EXPECT_EQ(summary_of(*exchange), "fault: b (delay 18 ms)");
}

TEST_F(Control, TellsWireFaults) {
    ask("POST /__admin/faults", R"({"plan":"cut"})");
    const auto exchange = call("GET /notes");
    EXPECT_EQ(told("fault", ","), R"("fault":"EMPTY_RESPONSE"})" + std::string(","));
    EXPECT_EQ(summary_of(*exchange), "fault: cut-off (EMPTY_RESPONSE)");
}

TEST_F(Control, TellsWhatARequestAskedFor) {
    const auto exchange = call("GET /notes", "", {{"Prefer", "code=503, delay=5"}});
    EXPECT_EQ(summary_of(*exchange), "fault: delay (delay 5 ms); fault: code (status 503)");
}

TEST_F(Control, TellsFaultsBesideProblems) {
    ask("POST /__admin/faults", "name: a\nrules: [{name: b, when: before_checks, delay: 5}]");
    const auto exchange = call("POST /things", R"({"name":"long"})");
    EXPECT_EQ(summary_of(*exchange),
              "invalid: body/name: must NOT have more than 3 characters; fault: b (delay 5 ms)");
}

TEST_F(Control, TellsBreaches) {
    ask("POST /__admin/faults",
        "name: a\nrules: [{name: b, when: after_state, "
        "breaks: wrong_type, breaksAt: /text}]");
    const auto exchange = call("POST /notes", R"({"text":"x"})");
    EXPECT_EQ(told("did", "}"), R"("did":"wrong_type at /text"})");
    EXPECT_EQ(summary_of(*exchange), "fault: b (wrong_type at /text)");
}

TEST_F(Control, TellsQuotas) {
    ask("POST /__admin/faults", "name: a\nrules: [{name: b, quota: {limit: 1, window: 1m}}]");
    EXPECT_EQ(summary_of(*call("GET /notes")), "");
    EXPECT_EQ(summary_of(*call("GET /notes")), "fault: b (status 429)");
}

TEST_F(Control, TellsDribblesAndRates) {
    ask("POST /__admin/faults",
        "name: a\nrules: [{name: b, bandwidth: {rate: 2}, "
        "chunkedDribbleDelay: {numberOfChunks: 3, totalDuration: 1s}}]");
    EXPECT_EQ(summary_of(*call("GET /notes")),
              "fault: b (3 pieces over 1000 ms, 2000 bytes a second)");
}

}  // namespace

}  // namespace standin::admin
