#include "mock/contract/anatomy.h"

#include <algorithm>

namespace standin::contract {

namespace {

using enum Thing;

constexpr Field::Form one = Field::Form::one;
constexpr Field::Form many = Field::Form::list;
constexpr Field::Form map = Field::Form::map;

constexpr Versions all = v20 | v30 | v31 | v32;
constexpr Versions since30 = v30 | v31 | v32;
constexpr Versions since31 = v31 | v32;
constexpr Versions until30 = v20 | v30;

constexpr Field fields[] = {
    // form, thing, owner, name, versions, required in
    {one, text, document, "swagger", v20, v20},
    {one, text, document, "openapi", since30, since30},
    {one, text, document, "$self", v32, 0},
    {one, text, document, "jsonSchemaDialect", since31, 0},
    {one, info, document, "info", all, all},
    {many, server, document, "servers", since30, 0},
    {map, path_item, document, "paths", all, until30},
    {map, path_item, document, "webhooks", since31, 0},
    {one, components, document, "components", since30, 0},
    {one, list, document, "security", all, 0},
    {many, tag, document, "tags", all, 0},
    {one, documentation, document, "externalDocs", all, 0},
    {one, text, document, "host", v20, 0},
    {one, text, document, "basePath", v20, 0},
    {one, list, document, "schemes", v20, 0},
    {one, list, document, "consumes", v20, 0},
    {one, list, document, "produces", v20, 0},
    {map, schema, document, "definitions", v20, 0},
    {map, parameter, document, "parameters", v20, 0},
    {map, response, document, "responses", v20, 0},
    {map, scheme, document, "securityDefinitions", v20, 0},

    {one, text, info, "title", all, all},
    {one, text, info, "version", all, all},
    {one, text, info, "summary", since31, 0},
    {one, text, info, "description", all, 0},
    {one, text, info, "termsOfService", all, 0},
    {one, contact, info, "contact", all, 0},
    {one, license, info, "license", all, 0},
    {one, text, contact, "name", all, 0},
    {one, text, contact, "url", all, 0},
    {one, text, contact, "email", all, 0},
    {one, text, license, "name", all, all},
    {one, text, license, "url", all, 0},
    {one, text, license, "identifier", since31, 0},

    {one, text, server, "url", since30, since30},
    {one, text, server, "name", v32, 0},
    {one, text, server, "description", since30, 0},
    {map, variable, server, "variables", since30, 0},
    {one, text, variable, "default", since30, since30},
    {one, list, variable, "enum", since30, 0},
    {one, text, variable, "description", since30, 0},

    {map, schema, components, "schemas", since30, 0},
    {map, response, components, "responses", since30, 0},
    {map, parameter, components, "parameters", since30, 0},
    {map, example, components, "examples", since30, 0},
    {map, request_body, components, "requestBodies", since30, 0},
    {map, header, components, "headers", since30, 0},
    {map, scheme, components, "securitySchemes", since30, 0},
    {map, link, components, "links", since30, 0},
    {map, callback, components, "callbacks", since30, 0},
    {map, path_item, components, "pathItems", since31, 0},
    {map, media_type, components, "mediaTypes", v32, 0},

    {one, operation, path_item, "get", all, 0},
    {one, operation, path_item, "put", all, 0},
    {one, operation, path_item, "post", all, 0},
    {one, operation, path_item, "delete", all, 0},
    {one, operation, path_item, "options", all, 0},
    {one, operation, path_item, "head", all, 0},
    {one, operation, path_item, "patch", all, 0},
    {one, operation, path_item, "trace", since30, 0},
    {one, operation, path_item, "query", v32, 0},
    {map, operation, path_item, "additionalOperations", v32, 0},
    {one, text, path_item, "summary", since30, 0},
    {one, text, path_item, "description", since30, 0},
    {many, server, path_item, "servers", since30, 0},
    {many, parameter, path_item, "parameters", all, 0},

    {one, list, operation, "tags", all, 0},
    {one, text, operation, "summary", all, 0},
    {one, text, operation, "description", all, 0},
    {one, documentation, operation, "externalDocs", all, 0},
    {one, text, operation, "operationId", all, 0},
    {many, parameter, operation, "parameters", all, 0},
    {one, request_body, operation, "requestBody", since30, 0},
    {map, response, operation, "responses", all, until30},
    {map, callback, operation, "callbacks", since30, 0},
    {one, flag, operation, "deprecated", all, 0},
    {one, list, operation, "security", all, 0},
    {many, server, operation, "servers", since30, 0},
    {one, list, operation, "consumes", v20, 0},
    {one, list, operation, "produces", v20, 0},
    {one, list, operation, "schemes", v20, 0},

    {one, text, documentation, "url", all, all},
    {one, text, documentation, "description", all, 0},

    {one, text, parameter, "name", all, all},
    {one, text, parameter, "in", all, all},
    {one, text, parameter, "description", all, 0},
    {one, flag, parameter, "required", all, 0},
    {one, flag, parameter, "deprecated", since30, 0},
    {one, flag, parameter, "allowEmptyValue", all, 0},
    {one, text, parameter, "style", since30, 0},
    {one, flag, parameter, "explode", since30, 0},
    {one, flag, parameter, "allowReserved", since30, 0},
    {one, schema, parameter, "schema", all, 0},
    {one, any, parameter, "example", since30, 0},
    {map, example, parameter, "examples", since30, 0},
    {map, media_type, parameter, "content", since30, 0},
    {one, text, parameter, "collectionFormat", v20, 0},

    {one, text, header, "description", all, 0},
    {one, flag, header, "required", since30, 0},
    {one, flag, header, "deprecated", since30, 0},
    {one, flag, header, "allowEmptyValue", v30, 0},
    {one, text, header, "style", since30, 0},
    {one, flag, header, "explode", since30, 0},
    {one, flag, header, "allowReserved", v30, 0},
    {one, schema, header, "schema", since30, 0},
    {one, any, header, "example", since30, 0},
    {map, example, header, "examples", since30, 0},
    {map, media_type, header, "content", since30, 0},
    {one, text, header, "collectionFormat", v20, 0},

    {one, text, request_body, "description", since30, 0},
    {map, media_type, request_body, "content", since30, since30},
    {one, flag, request_body, "required", since30, 0},

    {one, schema, media_type, "schema", since30, 0},
    {one, schema, media_type, "itemSchema", v32, 0},
    {one, any, media_type, "example", since30, 0},
    {map, example, media_type, "examples", since30, 0},
    {map, encoding, media_type, "encoding", since30, 0},
    {many, encoding, media_type, "prefixEncoding", v32, 0},
    {one, encoding, media_type, "itemEncoding", v32, 0},

    {one, text, encoding, "contentType", since30, 0},
    {map, header, encoding, "headers", since30, 0},
    {one, text, encoding, "style", since30, 0},
    {one, flag, encoding, "explode", since30, 0},
    {one, flag, encoding, "allowReserved", since30, 0},
    {map, encoding, encoding, "encoding", v32, 0},
    {many, encoding, encoding, "prefixEncoding", v32, 0},
    {one, encoding, encoding, "itemEncoding", v32, 0},

    {one, text, response, "description", all, v20 | v30 | v31},
    {one, text, response, "summary", v32, 0},
    {map, header, response, "headers", all, 0},
    {map, media_type, response, "content", since30, 0},
    {map, link, response, "links", since30, 0},
    {one, schema, response, "schema", v20, 0},
    {one, object, response, "examples", v20, 0},

    {one, text, example, "summary", since30, 0},
    {one, text, example, "description", since30, 0},
    {one, any, example, "value", since30, 0},
    {one, text, example, "externalValue", since30, 0},
    {one, any, example, "dataValue", v32, 0},
    {one, text, example, "serializedValue", v32, 0},

    {one, text, link, "operationRef", since30, 0},
    {one, text, link, "operationId", since30, 0},
    {one, object, link, "parameters", since30, 0},
    {one, any, link, "requestBody", since30, 0},
    {one, text, link, "description", since30, 0},
    {one, server, link, "server", since30, 0},

    {one, text, tag, "name", all, all},
    {one, text, tag, "summary", v32, 0},
    {one, text, tag, "description", all, 0},
    {one, documentation, tag, "externalDocs", all, 0},
    {one, text, tag, "parent", v32, 0},
    {one, text, tag, "kind", v32, 0},

    {one, text, scheme, "type", all, all},
    {one, text, scheme, "description", all, 0},
    {one, text, scheme, "name", all, 0},
    {one, text, scheme, "in", all, 0},
    {one, text, scheme, "scheme", since30, 0},
    {one, text, scheme, "bearerFormat", since30, 0},
    {one, flows, scheme, "flows", since30, 0},
    {one, text, scheme, "openIdConnectUrl", since30, 0},
    {one, text, scheme, "oauth2MetadataUrl", v32, 0},
    {one, flag, scheme, "deprecated", v32, 0},
    {one, text, scheme, "flow", v20, 0},
    {one, text, scheme, "authorizationUrl", v20, 0},
    {one, text, scheme, "tokenUrl", v20, 0},
    {one, object, scheme, "scopes", v20, 0},
    {one, flow, flows, "implicit", since30, 0},
    {one, flow, flows, "password", since30, 0},
    {one, flow, flows, "clientCredentials", since30, 0},
    {one, flow, flows, "authorizationCode", since30, 0},
    {one, flow, flows, "deviceAuthorization", v32, 0},
    {one, text, flow, "authorizationUrl", since30, 0},
    {one, text, flow, "deviceAuthorizationUrl", v32, 0},
    {one, text, flow, "tokenUrl", since30, 0},
    {one, text, flow, "refreshUrl", since30, 0},
    {one, object, flow, "scopes", since30, since30},
};

constexpr std::string_view names[] = {
    "the document", "info",       "a contact",   "a license",    "a server",
    "a variable",   "components", "a path item", "an operation", "external documentation",
    "a parameter",  "a header",   "a body",      "a media type", "an encoding",
    "a response",   "a callback", "an example",  "a link",       "a tag",
    "a schema",     "a scheme",   "flows",       "a flow",       "string",
    "boolean",      "array",      "object",      "anything"};

}  // namespace

std::string_view name_of_version(Versions version) {
    switch (version) {
        case v20:
            return "2.0";
        case v30:
            return "3.0";
        case v31:
            return "3.1";
        default:
            return "3.2";
    }
}

std::string_view name_of(Thing thing) {
    return names[static_cast<size_t>(thing)];
}

std::vector<Field> fields_of(Thing thing) {
    std::vector<Field> found;
    for (const Field& field : fields) {
        if (field.owner == thing) found.push_back(field);
    }
    return found;
}

}  // namespace standin::contract
