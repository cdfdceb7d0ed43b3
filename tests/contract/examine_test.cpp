// What an examination finds: one odd thing a row, whole lines compared.
#include "mock/contract/examine.h"

#include <gtest/gtest.h>

namespace standin::contract {

namespace {

struct Row {
    const char* name;
    std::string document;
    const char* expected;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

// A line for each finding, its hint behind "; ".
std::string told(const std::string& document) {
    Findings findings;
    try {
        findings = examine(*load_contract_text("a.yaml", document));
    } catch (const ContractError& error) {
        findings = findings_of(error);
    }
    std::string text;
    for (const Finding& finding : findings) {
        text += finding.text() + (finding.hint.empty() ? "" : "; " + finding.hint) + '\n';
    }
    return text;
}

const std::string head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n";
const std::string head30 = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

std::string operation(const std::string& fields, const std::string& path = "/a") {
    return head + "paths:\n  " + path + ":\n    get: {" + fields + "}\n";
}

std::string schema(const std::string& text, const std::string& version = head) {
    return version + "paths: {}\ncomponents:\n  schemas:\n    A: " + text + "\n";
}

class Examine : public testing::TestWithParam<Row> {};

TEST_P(Examine, Tells) {
    EXPECT_EQ(told(GetParam().document), GetParam().expected);
}

const Row documents[] = {
    {"nothing", head + "paths: {}\n", ""},
    {"extensions", head + "x-a: 1\npaths: {x-b: 2}\n", ""},
    {"misspelt_field", head + "paths: {}\ntag: []\n",
     "a.yaml:4:1: warning: \"tag\" is no field of the document (/tag); did you mean \"tags\"?\n"},
    {"field_of_nothing", head + "paths: {}\ncomment: []\n",
     "a.yaml:4:1: warning: \"comment\" is no field of the document (/comment)\n"},
    {"field_of_a_later_version", head30 + "paths: {}\nwebhooks: {}\n",
     "a.yaml:4:1: warning: \"webhooks\" is not known in OpenAPI 3.0 (/webhooks); OpenAPI 3.1, 3.2 "
     "has it\n"},
    {"field_of_an_earlier_version", head + "paths: {}\nbasePath: /v1\n",
     "a.yaml:4:1: warning: \"basePath\" is not known in OpenAPI 3.1 (/basePath); OpenAPI 2.0 has "
     "it\n"},
    {"missing_field", "openapi: 3.1.0\npaths: {}\n",
     "a.yaml:1:1: warning: \"info\" is missing; the document needs it\n"},
    {"missing_field_below", "openapi: 3.1.0\ninfo: {title: T}\npaths: {}\n",
     "a.yaml:2:7: warning: \"version\" is missing (/info); info needs it\n"},
    {"kind_of_a_field", head + "paths: {}\ntags: [{name: [a]}]\n",
     "a.yaml:4:15: warning: must be of type string, not array (/tags/0/name)\n"},
    {"kind_of_an_object", head + "paths: {}\nexternalDocs: here\n",
     "a.yaml:4:15: warning: must be of type object, not string (/externalDocs)\n"},
    {"unknown_method", head + "paths: {/a: {gett: {responses: {}}}}\n",
     "a.yaml:3:14: warning: \"gett\" is no field of a path item (/paths/~1a/gett); did you mean "
     "\"get\"?\n"},
    {"callbacks", operation("responses: {}, callbacks: {c: {'{$url}': {post: {}}}}"), ""},
    {"expression_of_a_callback",
     operation("responses: {}, callbacks: {c: {'{$url}/{$request.bdy#/a}': {post: {}}}}"),
     "a.yaml:5:42: warning: \"$request.bdy#/a\" is no runtime expression "
     "(/paths/~1a/get/callbacks/c/{$url}~1{$request.bdy#~1a})\n"},
    {"webhooks", head + "webhooks: {w: {post: {}}}\n", ""},
    {"below_a_callback", operation("responses: {}, callbacks: {c: {'{$url}': {pst: {}}}}"),
     "a.yaml:5:53: warning: \"pst\" is no field of a path item "
     "(/paths/~1a/get/callbacks/c/{$url}/pst); did you mean \"put\"?\n"},
    {"behind_a_reference",
     operation("responses: {'200': {$ref: '#/components/responses/R'}}") +
         "components: {responses: {R: {description: d, contents: {}}}}\n",
     "a.yaml:6:46: warning: \"contents\" is no field of a response "
     "(/components/responses/R/contents); did you mean \"content\"?\n"},
    {"dangling_reference_of_nobody",
     head + "paths: {}\ncomponents: {responses: {R: {$ref: '#/components/responses/S'}}}\n",
     "a.yaml:4:36: error: \"#/components/responses/S\" leads nowhere "
     "(/components/responses/R/$ref)\n"},
    {"undeclared_path_parameter", operation("responses: {}", "/a/{id}"),
     "a.yaml:5:10: warning: the path parameter \"id\" is not declared (/paths/~1a~1{id}/get); add "
     "{name: id, in: path, required: true, schema: {type: string}}\n"},
    {"path_parameter_of_no_path",
     operation("responses: {}, parameters: [{name: ida, in: path, required: true, schema: {}}, "
               "{name: id, in: path, required: true, schema: {}}]",
               "/a/{id}"),
     "a.yaml:5:46: warning: the path /a/{id} has no {ida} "
     "(/paths/~1a~1{id}/get/parameters/0/name); did you mean \"id\"?\n"},
    {"id_twice",
     operation("operationId: a, responses: {}") + "  /b: {get: {operationId: a, responses: {}}}\n",
     "a.yaml:6:27: warning: \"a\" is the id of GET /a already (/paths/~1b/get/operationId)\n"},
    {"unknown_scope",
     operation("responses: {}, security: [{o: [reed]}]") +
         "components: {securitySchemes: {o: {type: oauth2, flows: {implicit: "
         "{authorizationUrl: u, scopes: {read: r}}}}}}\n",
     "a.yaml:5:42: warning: \"reed\" is no scope of o (/paths/~1a/get/security/0/o/0); did you "
     "mean \"read\"?\n"},
    {"xml",
     operation("responses: {'200': {description: d, content: {application/xml: {schema: {}}}}}"),
     "a.yaml:5:75: warning: bodies of application/xml are not checked "
     "(/paths/~1a/get/responses/200/content/application~1xml/schema)\n"},
    {"names_that_nothing_uses",
     head + "x-standin:\n  errors: {not_fund: {status: 404}, mine: {status: 400}, not_found: "
            "{status: 410}}\n  envelopes: {result: {body: $result}, lst: {body: $result}}\n  "
            "resources: {things: {key: id}}\npaths: {}\n",
     "a.yaml:4:12: warning: nothing uses the error \"not_fund\" (/x-standin/errors/not_fund); did "
     "you mean \"not_found\"?\na.yaml:4:37: warning: nothing uses the error \"mine\" "
     "(/x-standin/errors/mine)\na.yaml:5:40: warning: nothing uses the envelope \"lst\" "
     "(/x-standin/envelopes/lst); did you mean \"list\"?\na.yaml:6:15: warning: nothing uses the "
     "resource \"things\" (/x-standin/resources/things)\n"},
    {"scheme_that_is_not_there", operation("security: [{token: []}], responses: {}"),
     "a.yaml:5:23: warning: no security scheme \"token\": nothing is asked for it "
     "(/paths/~1a/get/security/0)\n"},
    {"pattern_of_others", schema("{pattern: '\\Aa'}"),
     "a.yaml:6:9: warning: \"pattern\" has a regular expression in \"\\Aa\": \\A is no escape of "
     "ECMA-262 at offset 0; it is taken as PCRE2 has it (/components/schemas/A/pattern)\n"},
};
INSTANTIATE_TEST_SUITE_P(Document, Examine, testing::ValuesIn(documents),
                         [](const auto& row) { return std::string(row.param.name); });

const Row schemas[] = {
    {"misspelt_word", schema("{propertes: {}}"),
     "a.yaml:6:9: warning: \"propertes\" is no word of schemas in OpenAPI 3.1 "
     "(/components/schemas/A/propertes); did you mean \"properties\"?\n"},
    {"word_of_others_since_3_1", schema("{somethingElse: 1}"), ""},
    {"word_of_others_before", schema("{somethingElse: 1}", head30),
     "a.yaml:6:9: warning: \"somethingElse\" is no word of schemas in OpenAPI 3.0 "
     "(/components/schemas/A/somethingElse)\n"},
    {"word_of_a_later_version", schema("{type: string, const: a}", head30),
     "a.yaml:6:23: warning: \"const\" is no word of schemas in OpenAPI 3.0 "
     "(/components/schemas/A/const)\n"},
    {"annotations", schema("{title: t, description: d, default: 1, examples: [1], $comment: c}"),
     ""},
    {"nullable", schema("{type: string, nullable: true}"),
     "a.yaml:6:23: warning: \"nullable\" means nothing since OpenAPI 3.1 "
     "(/components/schemas/A/nullable); write type: [string, \"null\"] or anyOf with {type: "
     "\"null\"}\n"},
    {"beside_a_reference",
     schema("{$ref: '#/components/schemas/B', minLength: 1, description: d}\n    B: {}", head30),
     "a.yaml:6:41: warning: \"minLength\" beside $ref means nothing before OpenAPI 3.1 "
     "(/components/schemas/A/minLength); write allOf: [{$ref: …}] and put it beside that\n"},
    {"unknown_format_once", schema("{anyOf: [{format: uuuid}, {format: uuuid}, {format: binary}]}"),
     "a.yaml:6:26: warning: the format \"uuuid\" is not known, so not checked "
     "(/components/schemas/A/anyOf/0/format); did you mean \"uuid\"?\n"},
    {"required_but_misspelt", schema("{required: [nmae, other], properties: {name: {}}}"),
     "a.yaml:6:20: warning: \"nmae\" is required but not among the properties "
     "(/components/schemas/A/required/0); did you mean \"name\"?\n"},
    {"below", schema("{items: {properties: {a: {minimun: 1}}}}"),
     "a.yaml:6:34: warning: \"minimun\" is no word of schemas in OpenAPI 3.1 "
     "(/components/schemas/A/items/properties/a/minimun); did you mean \"minimum\"?\n"},
    {"mistake_of_nobody", schema("{type: strin}"),
     "a.yaml:6:9: error: \"type\" must be one of array, boolean, integer, number, object, string, "
     "null, not \"strin\" (/components/schemas/A/type)\n"},
    {"circle", schema("{properties: {a: {$ref: '#/components/schemas/A'}}}"), ""},
    {"default_of_another_type", schema("{type: string, default: 1}"),
     "a.yaml:6:32: warning: the default breaks its schema: type string, not number "
     "(/components/schemas/A/default)\n"},
    {"example_lacks_a_member",
     schema("{type: object, required: [a], properties: {b: {}}, example: {b: 1}}"),
     "a.yaml:6:68: warning: the example breaks its schema: \"a\" is missing "
     "(/components/schemas/A/example)\n"},
    {"example_deep_inside",
     schema("{items: {properties: {a: {maximum: 3}}}, examples: [[{a: 1}, {a: 7}]]}"),
     "a.yaml:6:73: warning: the example breaks its schema: \"a\": maximum 3, not 7 "
     "(/components/schemas/A/examples/0/1/a)\n"},
    {"example_of_an_answer",
     schema("{type: object, required: [a], properties: {a: {writeOnly: true}}, example: {}}"), ""},
    {"example_of_a_body",
     operation("requestBody: {content: {application/json: {schema: {type: string}, examples: {e: "
               "{value: 1}}}}}, responses: {}"),
     "a.yaml:5:100: warning: the example breaks its schema: type string, not number "
     "(/paths/~1a/get/requestBody/content/application~1json/examples/e/value)\n"},
};
INSTANTIATE_TEST_SUITE_P(Schema, Examine, testing::ValuesIn(schemas),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Examine, LooksAtDocumentsThatCannotBeServed) {
    const std::string text = head + "paths: {/a: {get: {responses: {'2000': {}}}}}\ntag: []\n";
    const Documents files(read_source_text("a.yaml", text));
    std::string told;
    for (const Finding& finding : examine(files)) told += finding.text() + '\n';
    EXPECT_EQ(told,
              "a.yaml:3:40: warning: \"description\" is missing (/paths/~1a/get/responses/2000)\n"
              "a.yaml:4:1: warning: \"tag\" is no field of the document (/tag)\n");
}

}  // namespace

}  // namespace standin::contract
