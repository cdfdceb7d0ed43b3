// Documents that are refused: the whole text of each refusal.
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

std::string told(const std::string& text) {
    return mistakes_of([&] { load_contract_text("a.yaml", text); });
}

class BadDocument : public testing::TestWithParam<TextRow> {};

TEST_P(BadDocument, IsRefused) {
    EXPECT_EQ(told(GetParam().text), GetParam().expected);
}

const TextRow document_rows[] = {
    {"scalar", "word", "a.yaml:1:1: is not an OpenAPI document: an object is expected"},
    {"sequence", "- a", "a.yaml:1:1: is not an OpenAPI document: an object is expected"},
    {"no_openapi", "paths: {}", "a.yaml:1:1: is not an OpenAPI document: \"openapi\" is missing"},
    {"swagger", "swagger: '2.0'\npaths: {}", ""},
    {"swagger_as_number", "swagger: 2.0\npaths: {}", ""},
    {"swagger_1", "swagger: '1.2'\npaths: {}",
     "a.yaml:1:10: Swagger 1.2 is not supported; 2.0, 3.0.x, 3.1.x and 3.2.x are (/swagger)"},
    {"swagger_without_paths", "swagger: '2.0'", "a.yaml:1:1: \"paths\" is missing"},
    {"openapi_3_2", "openapi: 3.2.0\ninfo: {title: a, version: '1'}", ""},
    {"openapi_as_number", "openapi: 3.1\npaths: {}",
     "a.yaml:1:10: \"openapi\" must be of type string, not number (/openapi)"},
    {"openapi_2", "openapi: 2.0.0\npaths: {}",
     "a.yaml:1:10: OpenAPI 2.0.0 is not supported; 2.0, 3.0.x, 3.1.x and 3.2.x are (/openapi)"},
    {"openapi_4", "openapi: 4.0.0\npaths: {}",
     "a.yaml:1:10: OpenAPI 4.0.0 is not supported; 2.0, 3.0.x, 3.1.x and 3.2.x are (/openapi)"},
    {"openapi_without_patch", "openapi: '3.1'\npaths: {}",
     "a.yaml:1:10: OpenAPI 3.1 is not supported; 2.0, 3.0.x, 3.1.x and 3.2.x are (/openapi)"},
    {"openapi_empty", "openapi: ''\npaths: {}",
     "a.yaml:1:10: is not an OpenAPI document: \"openapi\" is missing (/openapi)"},
    {"openapi_like_3_1", "openapi: 3.10.0\npaths: {}",
     "a.yaml:1:10: OpenAPI 3.10.0 is not supported; 2.0, 3.0.x, 3.1.x and 3.2.x are (/openapi)"},
    {"dialect_unknown", "openapi: 3.1.0\njsonSchemaDialect: 'http://a/b'\npaths: {}",
     "a.yaml:2:20: \"http://a/b\" is no dialect that is known (/jsonSchemaDialect)"},
    {"dialect_draft_4",
     "openapi: 3.1.0\njsonSchemaDialect: 'http://json-schema.org/draft-04/schema#'\n"
     "paths: {/a: {get: {parameters: [{name: a, in: query, schema: {not: true}}], "
     "responses: {'200': {description: a}}}}}",
     "a.yaml:3:68: a schema must be an object, not a boolean "
     "(/paths/~1a/get/parameters/0/schema/not)"},
    {"no_paths", "openapi: 3.0.0", "a.yaml:1:1: \"paths\" is missing"},
    {"webhooks_alone", "openapi: 3.1.0\nwebhooks: {a: {post: {requestBody: 1}}}", ""},
    {"path_without_slash", "openapi: 3.1.0\npaths:\n  a: {}\n  x-a: 1",
     "a.yaml:3:6: a path begins with \"/\" (/paths/a)"},
    {"paths_a_list", "openapi: 3.1.0\npaths: []",
     "a.yaml:2:8: \"paths\" must be of type object, not array (/paths)"},
    {"info_a_text", "openapi: 3.1.0\ninfo: x\npaths: {}",
     "a.yaml:2:7: \"info\" must be of type object, not string (/info)"},
    {"servers_an_object", "openapi: 3.1.0\nservers: {}\npaths: {}",
     "a.yaml:2:10: \"servers\" must be of type array, not object (/servers)"},
    {"server_url_a_number", "openapi: 3.1.0\nservers: [{url: 1}]\npaths: {}",
     "a.yaml:2:17: \"url\" must be of type string, not integer (/servers/0/url)"},
    {"components_a_list", "openapi: 3.1.0\npaths: {}\ncomponents: []",
     "a.yaml:3:13: \"components\" must be of type object, not array (/components)"},
    {"two_mistakes", "openapi: 3.1.0\npaths: []\nservers: {}",
     "a.yaml:3:10: \"servers\" must be of type array, not object (/servers)\na.yaml:2:8: \"paths\" "
     "must be of type object, not array (/paths)"},
};
INSTANTIATE_TEST_SUITE_P(Load, BadDocument, testing::ValuesIn(document_rows), name_of_row);

// Each row is what stands under "/a" of "paths", indented by four.
class BadPathItem : public testing::TestWithParam<TextRow> {};

TEST_P(BadPathItem, IsRefused) {
    EXPECT_EQ(told("openapi: 3.0.3\npaths:\n  /a:\n" + GetParam().text), GetParam().expected);
}

const TextRow path_rows[] = {
    {"nothing", "    \n", "a.yaml:3:6: a path item must be of type object, not null (/paths/~1a)"},
    {"text", "    word", "a.yaml:4:5: a path item must be of type object, not string (/paths/~1a)"},
    {"operation_a_text", "    get: word", "a.yaml:4:10: \"responses\" is missing (/paths/~1a/get)"},
    {"no_responses", "    get: {}", "a.yaml:4:10: \"responses\" is missing (/paths/~1a/get)"},
    {"response_a_text", "    get: {responses: {'200': word}}",
     "a.yaml:4:30: a response must be of type object, not string (/paths/~1a/get/responses/200)"},
    {"content_a_list", "    get: {responses: {'200': {content: []}}}",
     "a.yaml:4:40: \"content\" must be of type object, not array "
     "(/paths/~1a/get/responses/200/content)"},
    {"media_type_a_text", "    get: {responses: {'200': {content: {a/b: word}}}}",
     "a.yaml:4:46: a media type must be of type object, not string "
     "(/paths/~1a/get/responses/200/content/a~1b)"},
    {"status_no_number", "    get: {responses: {'2AB': {}}}",
     "a.yaml:4:30: \"2AB\" is no status; 200, 4XX and default are (/paths/~1a/get/responses/2AB)"},
    {"status_in_lower_case", "    get: {responses: {2xx: {}}}",
     "a.yaml:4:28: \"2xx\" is no status; 200, 4XX and default are (/paths/~1a/get/responses/2xx)"},
    {"status_600", "    get: {responses: {600: {}}}",
     "a.yaml:4:28: \"600\" is no status; 200, 4XX and default are (/paths/~1a/get/responses/600)"},
    {"statuses_that_are_fine",
     "    get: {responses: {200: {}, 3XX: {}, default: {}, x-note: word}}", ""},
    {"status_of_four_digits", "    get: {responses: {'2000': {}}}",
     "a.yaml:4:31: \"2000\" is no status; 200, 4XX and default are "
     "(/paths/~1a/get/responses/2000)"},
    {"operation_id_a_number", "    get: {operationId: 1, responses: {}}",
     "a.yaml:4:24: \"operationId\" must be of type string, not integer "
     "(/paths/~1a/get/operationId)"},
    {"body_without_content", "    get: {requestBody: {}, responses: {}}",
     "a.yaml:4:24: \"content\" is missing (/paths/~1a/get/requestBody)"},
    {"body_schema_that_is_broken",
     "    get:\n      requestBody: {content: {a/b: {schema: {minLength: -1}}}}\n      responses: "
     "{}",
     "a.yaml:5:46: \"minLength\" must be a non-negative integer, not -1 "
     "(/paths/~1a/get/requestBody/content/a~1b/schema/minLength)"},
    {"parameters_an_object", "    get: {parameters: {}, responses: {}}",
     "a.yaml:4:23: \"parameters\" must be of type array, not object (/paths/~1a/get/parameters)"},
    {"parameter_a_text", "    get: {parameters: [word], responses: {}}",
     "a.yaml:4:24: \"name\" is missing (/paths/~1a/get/parameters/0)"},
    {"parameter_without_name", "    get: {parameters: [{in: query}], responses: {}}",
     "a.yaml:4:24: \"name\" is missing (/paths/~1a/get/parameters/0)"},
    {"parameter_without_in", "    get: {parameters: [{name: x}], responses: {}}",
     "a.yaml:4:24: \"in\" is missing (/paths/~1a/get/parameters/0)"},
    {"parameter_in_body", "    get: {parameters: [{name: x, in: body}], responses: {}}",
     "a.yaml:4:38: \"in\" must be path, query, header or cookie (/paths/~1a/get/parameters/0/in)"},
    {"parameter_in_request", "    get: {parameters: [{name: x, in: request}], responses: {}}",
     "a.yaml:4:38: \"in\" must be path, query, header or cookie (/paths/~1a/get/parameters/0/in)"},
    {"parameter_without_schema", "    get: {parameters: [{name: x, in: query}], responses: {}}",
     "a.yaml:4:24: a parameter has a \"schema\" or a \"content\" (/paths/~1a/get/parameters/0)"},
    {"parameter_with_empty_content",
     "    get: {parameters: [{name: x, in: query, content: {}}], responses: {}}",
     "a.yaml:4:24: a parameter has a \"schema\" or a \"content\" (/paths/~1a/get/parameters/0)"},
    {"parameter_style",
     "    get:\n      parameters:\n        - {name: x, in: query, style: wide, schema: {}}\n"
     "      responses: {}",
     "a.yaml:6:39: style \"wide\" is not known (/paths/~1a/get/parameters/0/style)"},
    {"parameter_required_a_text",
     "    get: {parameters: [{name: x, in: query, required: 'yes', schema: {}}], responses: {}}",
     "a.yaml:4:55: \"required\" must be of type boolean, not string "
     "(/paths/~1a/get/parameters/0/required)"},
    {"security_a_text", "    get: {security: word, responses: {}}",
     "a.yaml:4:21: \"security\" must be of type array, not string (/paths/~1a/get/security)"},
    {"security_of_texts", "    get: {security: [word], responses: {}}",
     "a.yaml:4:22: a security requirement must be of type object, not string "
     "(/paths/~1a/get/security/0)"},
    {"several", "    get: {parameters: [{in: query}, {name: x}]}\n    put: {security: [{y: []}]}",
     "a.yaml:4:24: \"name\" is missing (/paths/~1a/get/parameters/0)\na.yaml:4:37: \"in\" is "
     "missing (/paths/~1a/get/parameters/1)\na.yaml:4:10: \"responses\" is missing "
     "(/paths/~1a/get)\na.yaml:5:10: \"responses\" is missing (/paths/~1a/put)"},
    {"parameter_of_the_item_once",
     "    parameters: [{name: x, in: query}]\n    get: {responses: {}}\n    put: {responses: {}}",
     "a.yaml:4:18: a parameter has a \"schema\" or a \"content\" (/paths/~1a/parameters/0)"},
};
INSTANTIATE_TEST_SUITE_P(Load, BadPathItem, testing::ValuesIn(path_rows), name_of_row);

// One text refers to another: what stands there is not what it should be.
class BadReference : public testing::TestWithParam<TextRow> {};

TEST_P(BadReference, IsRefused) {
    EXPECT_EQ(
        told("openapi: 3.0.3\npaths:\n  /a: {get: {responses: {'200': {$ref: '" + GetParam().text +
             "'}}}}\ncomponents:\n  responses:\n    a: {$ref: "
             "'#/components/responses/b'}\n    b: {$ref: '#/components/responses/a'}\n"
             "    c: word\n    c%d/e: {description: fine}\n"
             "    f: {$ref: '#/components/responses/c%25d~1e'}\n"
             "    g: {$ref: '#/components/responses/f'}\n"
             "    h: {$ref: '#/components/responses/none'}\n"),
        GetParam().expected);
}

const TextRow reference_rows[] = {
    {"fine", "#/components/responses/c%25d~1e", ""},
    {"chain", "#/components/responses/g", ""},
    {"circle", "#/components/responses/a",
     "a.yaml:6:15: \"#/components/responses/b\" leads round in a circle "
     "(/components/responses/a/$ref)"},
    {"dangling", "#/components/responses/z",
     "a.yaml:3:40: \"#/components/responses/z\" leads nowhere (/paths/~1a/get/responses/200/$ref)"},
    {"dangling_at_the_end_of_a_chain", "#/components/responses/h",
     "a.yaml:12:15: \"#/components/responses/none\" leads nowhere (/components/responses/h/$ref)"},
    {"to_a_text", "#/components/responses/c",
     "a.yaml:8:8: a response must be of type object, not string (/components/responses/c)"},
    {"not_percent_encoded", "#/components/responses/c%d~1e", ""},
    {"other_file", "other.yaml#/a",
     "a.yaml:3:40: \"other.yaml#/a\" leads to other.yaml, which cannot be read: No such file or "
     "directory (/paths/~1a/get/responses/200/$ref)"},
    {"other_host", "https://example.com/a.yaml",
     "a.yaml:3:40: \"https://example.com/a.yaml\" leads to another host: "
     "--allow-remote-refs lets it be fetched (/paths/~1a/get/responses/200/$ref)"},
    {"anchor", "#name", "a.yaml:3:40: \"#name\" leads nowhere (/paths/~1a/get/responses/200/$ref)"},
    {"empty", "", ""},
    {"the_same_file", "a.yaml#/components/responses/g", ""},
    {"the_same_file_by_a_detour", "./b/../a.yaml#/components/responses/f", ""},
};
INSTANTIATE_TEST_SUITE_P(Load, BadReference, testing::ValuesIn(reference_rows), name_of_row);

}  // namespace

}  // namespace standin::contract
