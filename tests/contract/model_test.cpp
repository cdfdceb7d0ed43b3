// What is read of documents that are fine, in every version of OpenAPI.
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

std::string_view told(Style style) {
    static constexpr std::string_view names[] = {"simple", "form", "label", "matrix",  "space",
                                                 "pipe",   "tab",  "deep",  "content", "cookie"};
    return names[static_cast<size_t>(style)];
}

// "query ids* array of integer, form exploded, unread": "*" is required.
std::string told(const Parameter& parameter) {
    std::string text(name_of(parameter.part));
    text += ' ' + parameter.name + (parameter.required ? "* " : " ");
    text += name_of(parameter.kind);
    if (parameter.kind == Kind::array) text += " of " + std::string(name_of(parameter.item_kind));
    text += ", " + std::string(told(parameter.style));
    if (parameter.explode) text += " exploded";
    if (!parameter.media_type.empty()) text += ' ' + parameter.media_type;
    if (parameter.default_value) text += ", else " + to_json(*parameter.default_value);
    return text + (parameter.is_read() ? "\n" : ", unread\n");
}

std::string told(const BodyType& type) {
    std::string text = "body " + type.range;
    if (type.schema) text += " with schema";
    if (type.item_schema) text += " of items";
    text += '\n';
    for (const Parameter& field : type.fields) text += "  " + told(field);
    return text;
}

std::string told(const std::vector<Example>& examples) {
    std::string text;
    for (const Example& example : examples) {
        text += (example.is_text ? " text " : " example ") + example.name + ' ' +
                to_json(*example.value.value);
    }
    return text;
}

std::string told(const Content& content) {
    std::string text = "  " + content.media_type;
    if (content.schema) text += " schema " + content.schema.pointer;
    if (content.item_schema) text += " items " + content.item_schema.pointer;
    return text + told(content.examples) + '\n';
}

std::string told(const Operation& operation) {
    std::string text = operation.method + ' ' + operation.path + ' ' + operation.id + " -> " +
                       std::to_string(operation.status) + ' ' + operation.media_type +
                       (operation.is_deprecated ? "deprecated\n" : "\n");
    for (const Parameter& parameter : operation.parameters) text += told(parameter);
    for (const BodyType& type : operation.query_string) text += "query " + told(type);
    if (operation.body && operation.body->required) text += "required ";
    if (operation.body) {
        for (const BodyType& type : operation.body->types) text += told(type);
    }
    for (const Documented& response : operation.responses) {
        text += response.status + ' ' + response.media_type + '\n';
        for (const Content& content : response.content) text += told(content);
    }
    for (const Requirement& requirement : operation.security) {
        for (const auto& [scheme, scopes] : requirement) {
            text += "asks " + scheme->prefix + ' ' + std::string(name_of(scheme->part)) + ' ' +
                    scheme->parameter;
            for (const std::string& scope : scopes) text += ' ' + scope;
            text += '\n';
        }
    }
    return text;
}

std::string told(const std::string& document) {
    const auto contract = load_contract_text("a.yaml", document);
    std::string text = contract->server_url;
    for (const Server& server : contract->servers) text += " \"" + server.path + '"';
    text += '\n';
    for (const Operation& operation : contract->operations) text += told(operation);
    for (const Mistake& warning : contract->warnings) text += warning.text() + '\n';
    return text;
}

class Model : public testing::TestWithParam<TextRow> {};

TEST_P(Model, IsRead) {
    EXPECT_EQ(told(GetParam().text), GetParam().expected);
}

std::string swagger(const std::string& root, const std::string& operation) {
    return "swagger: '2.0'\n" + root + "paths:\n  /a:\n    post: {operationId: a, " + operation +
           "}\n";
}

std::string silent(const std::string& parameters) {
    return swagger("", "parameters: [" + parameters + "], responses: {}");
}

const TextRow swagger_rows[] = {
    {"server",
     swagger("host: example.com\nbasePath: /v1/\nschemes: [http, https]\n", "responses: {}"),
     "http://example.com/v1 \"/v1\"\nPOST /a a -> 200 \n"},
    {"server_without_host", swagger("basePath: v1\n", "responses: {}"),
     "/v1 \"/v1\"\nPOST /a a -> 200 \n"},
    {"server_without_scheme", swagger("host: example.com\n", "responses: {}"),
     "https://example.com \"\"\nPOST /a a -> 200 \n"},
    {"parameters",
     silent("{name: n, in: query, type: integer, required: true, minimum: 1}, "
            "{name: d, in: header, type: boolean, default: true}"),
     " \"\"\nPOST /a a -> 200 \nquery n* integer, simple\n"
     "header d boolean, simple, else true\n"},
    {"collections",
     silent("{name: a, in: query, type: array, items: {type: integer}}, "
            "{name: b, in: query, type: array, items: {type: string}, collectionFormat: csv}, "
            "{name: c, in: query, type: array, items: {type: string}, collectionFormat: ssv}, "
            "{name: d, in: query, type: array, items: {type: string}, collectionFormat: tsv}, "
            "{name: e, in: query, type: array, items: {type: string}, collectionFormat: pipes}, "
            "{name: f, in: query, type: array, items: {type: number}, collectionFormat: multi}"),
     " \"\"\nPOST /a a -> 200 \nquery a array of integer, simple\n"
     "query b array of string, simple\nquery c array of string, space\n"
     "query d array of string, tab\nquery e array of string, pipe\n"
     "query f array of number, form exploded\n"},
    {"body",
     swagger("consumes: [text/plain]\n",
             "consumes: [application/json, application/xml], parameters: [{name: b, in: body, "
             "required: true, schema: {type: object}}], responses: {}"),
     " \"\"\nPOST /a a -> 200 \nrequired body application/json with schema\n"
     "body application/xml with schema\n"},
    {"body_of_what_the_contract_consumes",
     swagger("consumes: [text/plain]\n",
             "parameters: [{name: b, in: body, schema: {}}], responses: {}"),
     " \"\"\nPOST /a a -> 200 \nbody text/plain with schema\n"},
    {"body_of_nothing_said", silent("{name: b, in: body, schema: {type: string}}"),
     " \"\"\nPOST /a a -> 200 \nbody application/json with schema\n"},
    {"form",
     silent(
         "{name: n, in: formData, type: string, required: true}, "
         "{name: l, in: formData, type: array, items: {type: integer}, collectionFormat: multi}"),
     " \"\"\nPOST /a a -> 200 \nrequired body application/x-www-form-urlencoded\n"
     "  body n* string, simple\n  body l array of integer, form exploded\n"},
    {"form_with_a_file", silent("{name: f, in: formData, type: file}"),
     " \"\"\nPOST /a a -> 200 \nbody multipart/form-data\n  body f string, form exploded, "
     "unread\n"},
    {"form_that_is_consumed",
     swagger("",
             "consumes: [application/json, multipart/form-data], parameters: [{name: n, in: "
             "formData, type: string}], responses: {}"),
     " \"\"\nPOST /a a -> 200 \nbody multipart/form-data\n  body n string, simple\n"},
    {"responses",
     swagger("produces: [application/xml, application/json]\n",
             "responses: {200: {description: a, schema: {$ref: '#/definitions/A'}, examples: "
             "{application/json: {b: 1}}}, 404: {$ref: '#/responses/None'}, default: {description: "
             "a, examples: {text/plain: no}}}") +
         "definitions: {A: {type: object}}\nresponses: {None: {description: none}}\n",
     " \"\"\nPOST /a a -> 200 application/json\n"
     "200 application/json\n  application/xml schema /definitions/A\n"
     "  application/json schema /definitions/A example default {\"b\":1}\n404 \n"
     "default text/plain\n  text/plain example default \"no\"\n"},
    {"security",
     swagger("securityDefinitions: {b: {type: basic}, k: {type: apiKey, name: X-Key, in: header}, "
             "q: {type: apiKey, name: key, in: query}, o: {type: oauth2, flow: implicit}}\n"
             "security: [{b: []}, {k: []}, {q: []}, {o: [read]}]\n",
             "responses: {}"),
     " \"\"\nPOST /a a -> 200 \nasks Basic header Authorization\nasks  header X-Key\n"
     "asks  query key\nasks Bearer header Authorization read\n"},
    {"parameters_that_are_shared",
     "swagger: '2.0'\npaths:\n  /a/{id}:\n    parameters: [{$ref: '#/parameters/Id'}]\n    get: "
     "{operationId: a, responses: {}}\n    put: {operationId: b, responses: {}}\n"
     "parameters: {Id: {name: id, in: path, required: true, type: string, maxLength: 3}}\n",
     " \"\"\nGET /a/{id} a -> 200 \npath id* string, simple\nPUT /a/{id} b -> 200 \n"
     "path id* string, simple\n"},
};
INSTANTIATE_TEST_SUITE_P(Swagger, Model, testing::ValuesIn(swagger_rows), name_of_row);

std::string openapi(const std::string& version, const std::string& item) {
    return "openapi: " + version + "\npaths:\n  /a:\n" + item;
}

std::string with_parameters(const std::string& parameters) {
    return openapi("3.1.0", "    get: {operationId: a, parameters: [" + parameters + "]}\n");
}

const TextRow openapi_rows[] = {
    {"styles",
     with_parameters("{name: a, in: query, schema: {type: array}, style: spaceDelimited}, "
                     "{name: b, in: query, schema: {type: array}, style: pipeDelimited}, "
                     "{name: c, in: query, schema: {type: object}}, "
                     "{name: d, in: query, schema: {type: object}, style: deepObject}, "
                     "{name: e, in: path, schema: {type: string}, style: label}, "
                     "{name: f, in: path, schema: {type: string}, style: matrix}, "
                     "{name: g, in: cookie, schema: true}"),
     " \"\"\nGET /a a -> 200 \npath e* string, label\npath f* string, matrix\n"
     "query a array of string, space\nquery b array of string, pipe\n"
     "query c object, form exploded\nquery d object, deep\n"
     "cookie g string, form exploded\n"},
    {"parameter_with_content",
     with_parameters("{name: a, in: query, content: {application/json: {schema: {type: object}}}}"),
     " \"\"\nGET /a a -> 200 \nquery a object, content application/json\n"},
    {"first_that_is_json",
     openapi("3.1.0",
             "    get: {operationId: a, responses: {'201': {content: {application/xml: {}, "
             "application/problem+json: {}, application/json: {}}}}}\n"),
     " \"\"\nGET /a a -> 201 application/problem+json\n201 application/problem+json\n"
     "  application/xml\n  application/problem+json\n  application/json\n"},
    {"range_of_success", openapi("3.1.0", "    get: {operationId: a, responses: {2XX: {}}}\n"),
     " \"\"\nGET /a a -> 200 \n2XX \n"},
    {"default_alone",
     openapi("3.1.0", "    get: {operationId: a, responses: {default: {content: {a/b: {}}}}}\n"),
     " \"\"\nGET /a a -> 200 a/b\ndefault a/b\n  a/b\n"},
    {"redirection_alone",
     openapi("3.1.0", "    get: {operationId: a, responses: {404: {}, 302: {}}}\n"),
     " \"\"\nGET /a a -> 302 \n404 \n302 \n"},
    {"ids_that_stand_twice",
     openapi("3.1.0", "    get: {operationId: a}\n    put: {operationId: a}\n"),
     " \"\"\nGET /a a -> 200 \nPUT /a a -> 200 \n"
     "a.yaml:5:24: \"a\" is the id of GET /a already (/paths/~1a/put/operationId)\n"},
    {"path_items_of_components",
     openapi("3.1.0",
             "    $ref: '#/components/pathItems/A'\ncomponents: {pathItems: {A: {get: "
             "{operationId: a}}}}\n"),
     " \"\"\nGET /a a -> 200 \n"},
    {"methods_of_3_2",
     openapi("3.2.0",
             "    query: {operationId: a}\n    additionalOperations: {COPY: {operationId: "
             "b}}\n"),
     " \"\"\nQUERY /a a -> 200 \nCOPY /a b -> 200 \n"},
    {"methods_of_3_2_in_3_1",
     openapi("3.1.0",
             "    query: {operationId: a}\n    additionalOperations: {COPY: {operationId: "
             "b}}\n"),
     " \"\"\n"},
    {"scheme_that_cannot_be_seen",
     openapi("3.1.0",
             "    get: {operationId: a, security: [{m: []}]}\n"
             "components: {securitySchemes: {m: {type: mutualTLS}}}\n"),
     " \"\"\nGET /a a -> 200 \nasks  header \n"
     "a.yaml:5:35: \"mutualTLS\" cannot be seen here: it is taken as given "
     "(/components/securitySchemes/m)\n"},
    {"form",
     openapi("3.1.0",
             "    post: {operationId: a, requestBody: {content: {multipart/form-data: {schema: "
             "{properties: {n: {type: integer}, o: {type: object}, f: {}}}, encoding: {f: "
             "{contentType: image/png}, o: {style: form}}}}}}\n"),
     " \"\"\nPOST /a a -> 200 \nbody multipart/form-data with schema\n"
     "  body n integer, form exploded, unread\n  body o object, form exploded, unread\n"
     "  body f string, content exploded image/png, unread\n"},
    {"query_string",
     openapi("3.2.0",
             "    get: {operationId: a, parameters: [{name: q, in: querystring, content: "
             "{application/json: {schema: {type: object}}}}]}\n"),
     " \"\"\nGET /a a -> 200 \nquery body application/json with schema\n"},
    {"media_types_of_components",
     openapi("3.2.0",
             "    post:\n      operationId: a\n      requestBody: {content: "
             "{application/jsonl: {$ref: '#/components/mediaTypes/Lines'}}}\n      responses: "
             "{200: {content: {application/json: {$ref: '#/components/mediaTypes/One'}}}}\n"
             "components: {mediaTypes: {Lines: {itemSchema: {type: object}}, One: {schema: "
             "{type: object}, examples: {a: {dataValue: {b: 1}}}}}}\n"),
     " \"\"\nPOST /a a -> 200 application/json\nbody application/jsonl of items\n"
     "200 application/json\n"
     "  application/json schema /components/mediaTypes/One/schema example a {\"b\":1}\n"},
    {"own_name",
     "openapi: 3.2.0\n$self: https://example.com/api\npaths: {/a: {$ref: "
     "'api#/components/pathItems/A'}}\ncomponents: {pathItems: {A: {get: {operationId: a, "
     "parameters: [{name: n, in: query, schema: "
     "{$ref: 'https://example.com/api#/components/schemas/N'}}]}}}, "
     "schemas: {N: {type: integer}}}\n",
     " \"\"\nGET /a a -> 200 \nquery n integer, form exploded\n"},
};
INSTANTIATE_TEST_SUITE_P(OpenApi, Model, testing::ValuesIn(openapi_rows), name_of_row);
// Each row is a parameter of Swagger 2.0.
class BadSwagger : public testing::TestWithParam<TextRow> {};
TEST_P(BadSwagger, IsRefused) {
    EXPECT_EQ(mistakes_of([] { load_contract_text("a.yaml", silent(GetParam().text)); }),
              GetParam().expected);
}

const TextRow bad_rows[] = {
    {"collection_format", "{name: a, in: query, type: array, items: {}, collectionFormat: wide}",
     "a.yaml:4:104: \"collectionFormat\" must be csv, ssv, tsv, pipes or multi, not \"wide\" "
     "(/paths/~1a/post/parameters/0/collectionFormat)"},
    {"type", "{name: a, in: query, type: text}",
     "a.yaml:4:62: \"type\" must be one of array, boolean, integer, number, object, string, null, "
     "not \"text\" (/paths/~1a/post/parameters/0/type)"},
    {"place", "{name: a, in: nowhere, type: string}",
     "a.yaml:4:55: \"in\" must be path, query, header or cookie (/paths/~1a/post/parameters/0/in)"},
    {"schema_of_the_body", "{name: a, in: body, schema: {maxItems: x}}",
     "a.yaml:4:70: \"maxItems\" must be a non-negative integer, not a string "
     "(/paths/~1a/post/parameters/0/schema/maxItems)"},
    {"field", "{in: formData, type: string}",
     "a.yaml:4:41: \"name\" is missing (/paths/~1a/post/parameters/0)"},
};
INSTANTIATE_TEST_SUITE_P(Swagger, BadSwagger, testing::ValuesIn(bad_rows), name_of_row);

}  // namespace

}  // namespace standin::contract
