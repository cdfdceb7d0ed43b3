// Mistakes in x-standin, by the place where it stands: the whole text of each refusal.
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

// A row's text is "ROOT", "OPERATION", "SECURITY" or "SCHEMA", a space, and the extension there.
std::string document_with(const std::string& row) {
    const std::string place = row.substr(0, row.find(' '));
    const std::string text = "x-standin: " + row.substr(place.size() + 1);
    const auto at = [&](const char* name) { return place == name ? ", " + text : std::string(); };
    return "openapi: 3.1.0\n" + (place == "ROOT" ? text : "info: {title: a}") +
           "\npaths:\n  /things:\n    get: {responses: {}" + at("OPERATION") +
           "}\n    post: {responses: {}}\n  /things/{id}:\n    get: {responses: {}}\n"
           "components:\n  securitySchemes:\n    key: {type: http, scheme: bearer" +
           at("SECURITY") + "}\n  schemas:\n    thing: {type: object" + at("SCHEMA") + "}\n";
}

class Extension : public testing::TestWithParam<TextRow> {};

TEST_P(Extension, IsRefused) {
    EXPECT_EQ(mistakes_of([] { load_contract_text("a.yaml", document_with(GetParam().text)); }),
              GetParam().expected);
}

const TextRow rows[] = {
    {"root_is_fine", "ROOT {name: a}", ""},
    {"operation_is_fine", "OPERATION {missing: ignore}", ""},
    {"security_is_fine", "SECURITY {pattern: '^a'}", ""},
    {"schema_is_fine", "SCHEMA {order: sorted}", ""},
    {"root_typo", "ROOT {nme: a}", "a.yaml:2:13: \"nme\" is not known here (/x-standin/nme)"},
    {"operation_typo", "OPERATION {resorce: things}",
     "a.yaml:5:38: \"resorce\" is not known here (/paths/~1things/get/x-standin/resorce)"},
    {"security_typo", "SECURITY {patern: a}",
     "a.yaml:11:51: \"patern\" is not known here "
     "(/components/securitySchemes/key/x-standin/patern)"},
    {"schema_typo", "SCHEMA {redcat: {}}",
     "a.yaml:13:39: \"redcat\" is not known here (/components/schemas/thing/x-standin/redcat)"},
    {"operation_member_at_a_schema", "SCHEMA {resource: things}",
     "a.yaml:13:39: \"resource\" is not known here (/components/schemas/thing/x-standin/resource)"},
    {"not_an_object", "ROOT word",
     "a.yaml:2:1: \"x-standin\" must be of type object, not string (/x-standin)"},
    {"nothing", "OPERATION ~",
     "a.yaml:5:26: \"x-standin\" must be of type object, not null (/paths/~1things/get/x-standin)"},
    {"deep_typo", "ROOT {envelopes: {result: {bdy: 1}}}",
     "a.yaml:2:33: \"body\" is missing (/x-standin/envelopes/result/body)\na.yaml:2:34: \"bdy\" is "
     "not known here (/x-standin/envelopes/result/bdy)"},
    {"in_a_list", "ROOT {problems: [{keyword: a, message: b}, {keywrd: c, code: 1}]}",
     "a.yaml:2:51: \"keywrd\" is not known here (/x-standin/problems/1/keywrd)"},
    {"wrong_type", "ROOT {json: {newline: 'yes'}}",
     "a.yaml:2:20: \"newline\" must be of type boolean, not string (/x-standin/json/newline)"},
    {"wrong_word", "ROOT {unknown_members: skip}",
     "a.yaml:2:13: \"unknown_members\" must be one of \"keep\"|\"drop\" "
     "(/x-standin/unknown_members)"},
    {"wrong_status", "ROOT {errors: {a: {status: 99}}}",
     "a.yaml:2:26: \"status\" breaks the extension's schema: minimum 100 "
     "(/x-standin/errors/a/status)"},
    {"empty_name", "ROOT {name: ''}",
     "a.yaml:2:13: \"name\" breaks the extension's schema: minLength 1 (/x-standin/name)"},
    {"pattern_that_is_none", "SECURITY {pattern: '('}",
     "a.yaml:11:51: \"pattern\" breaks the extension's schema: format regex "
     "(/components/securitySchemes/key/x-standin/pattern)"},
    {"envelope_and_body", "ROOT {errors: {a: {envelope: b, body: c}}}",
     "a.yaml:2:22: \"a\" breaks the extension's schema: not (/x-standin/errors/a)"},
    {"place_that_is_none", "ROOT {errors: {a: {at: /bdy/x}}}",
     "a.yaml:2:26: \"at\" breaks the extension's schema: pattern "
     "^/(path|query|header|cookie|body|credentials|request)(/|$) (/x-standin/errors/a/at)"},
    {"rule_without_a_condition", "OPERATION {rules: [{refuse: b}]}",
     "a.yaml:5:46: \"0\" breaks the extension's schema: anyOf "
     "(/paths/~1things/get/x-standin/rules/0)"},
    {"two_typos", "ROOT {nme: a, json: {newlin: true}}",
     "a.yaml:2:28: \"newlin\" is not known here (/x-standin/json/newlin)\na.yaml:2:13: \"nme\" is "
     "not known here (/x-standin/nme)"},
    {"unknown_wording", "ROOT {wording: klingon}",
     "a.yaml:2:22: no catalogue of wording \"klingon\" (/x-standin/wording)"},
    {"unknown_envelope_of_an_error", "ROOT {errors: {a: {envelope: b}}}",
     "a.yaml:2:36: no envelope \"b\" (/x-standin/errors/a/envelope)"},
    {"unknown_envelope", "OPERATION {envelope: b}",
     "a.yaml:5:48: no envelope \"b\" (/paths/~1things/get/x-standin/envelope)"},
    {"unknown_resource", "OPERATION {resource: b}",
     "a.yaml:5:48: no resource \"b\" (/paths/~1things/get/x-standin/resource)"},
    {"unknown_error", "OPERATION {rules: [{when: {}, refuse: b}]}",
     "a.yaml:5:65: no error \"b\" (/paths/~1things/get/x-standin/rules/0/refuse)"},
    {"unknown_parent", "ROOT {resources: {things: {parents: [{resource: b, parameter: c}]}}}",
     "a.yaml:2:33: no resource \"b\" (/x-standin/resources/things)"},
    {"unknown_referrer", "ROOT {resources: {things: {referenced_by: [{resource: b, member: c}]}}}",
     "a.yaml:2:33: no resource \"b\" (/x-standin/resources/things)"},
    {"unknown_parameter_of_a_list", "OPERATION {list: {page: page}}",
     "a.yaml:5:44: no query parameter \"page\" (/paths/~1things/get/x-standin/list)"},
    {"unknown_expression", "ROOT {resources: {things: {create: {a: $nonsense}}}}",
     "a.yaml:2:46: unknown expression \"$nonsense\" (/x-standin/resources/things/create/a)"},
    {"unknown_operator", "ROOT {envelopes: {result: {body: {a: {$b: 1}}}}}",
     "a.yaml:2:45: unknown operator \"$b\" (/x-standin/envelopes/result/body/a)"},
    {"condition_that_is_no_schema",
     "OPERATION {rules: [{when: {type: strin}, refuse: {status: 400}}]}",
     "a.yaml:5:54: \"type\" must be one of array, boolean, integer, number, object, string, null, "
     "not \"strin\" (/paths/~1things/get/x-standin/rules/0/when/type)"},
    {"status_as_a_number", "ROOT {errors: {a: {status: 404.0}}}", ""},
};
INSTANTIATE_TEST_SUITE_P(Load, Extension, testing::ValuesIn(rows), name_of_row);

// In examples and the like the word is data.
TEST(ExtensionWalk, IsNotLookedForInData) {
    for (const char* name : {"example", "examples", "default", "enum", "const"}) {
        const std::string text = std::string(
                                     "openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n"
                                     "    a: {") +
                                 name + ": [{x-standin: {typo: 1}}]}\n";
        EXPECT_EQ(mistakes_of([&] { load_contract_text("a.yaml", text); }), "") << name;
    }
}

}  // namespace

}  // namespace standin::contract
