#include <algorithm>

#include "mock/contract/loader.h"
#include "mock/core/pointer.h"
#include "mock/http/headers.h"
#include "mock/http/media_type.h"

namespace standin::contract {

namespace {

constexpr std::string_view methods[] = {"get",     "put",  "post",  "delete",
                                        "options", "head", "patch", "trace"};

std::string upper(std::string_view text) {
    std::string raised(text);
    for (char& c : raised) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return raised;
}

// The first type that a schema names, itself or in a branch, and that is not null; "" for none.
std::string_view type_of(const Located& schema, int depth = 0) {
    const Value* type = schema.value->find("type");
    if (type && type->text_or("null") != "null") return type->text();
    if (type && type->is(Kind::array)) {
        for (const Value& each : type->items()) {
            if (each.text_or("null") != "null") return each.text();
        }
    }
    for (std::string_view branches : {"allOf", "anyOf", "oneOf"}) {
        const Located list = member(schema, branches, Kind::array);
        for (size_t i = 0; list && depth < 8 && i < list.value->items().size(); ++i) {
            const auto name = type_of(item(list, i), depth + 1);
            if (!name.empty()) return name;
        }
    }
    return "";
}

// What a parameter's text is read as; a string where its schema names no type.
Kind kind_of(const Located& schema) {
    const std::string_view name = type_of(schema);
    for (Kind kind : {Kind::boolean, Kind::integer, Kind::number, Kind::array, Kind::object}) {
        if (name_of(kind) == name) return kind;
    }
    return Kind::string;
}

// "200", "4XX" or "default" (OpenAPI 3.1, section 4.8.16).
bool is_status(std::string_view text) {
    if (text == "default") return true;
    if (text.size() != 3 || text[0] < '1' || text[0] > '5') return false;
    const std::string_view rest = text.substr(1);
    return rest == "XX" || rest.find_first_not_of("0123456789") == rest.npos;
}

// Fields that OpenAPI says are described elsewhere (3.1, section 4.8.12.1).
bool is_ignored_header(std::string_view name) {
    return http::same_name(name, "Accept") || http::same_name(name, "Content-Type") ||
           http::same_name(name, "Authorization");
}

}  // namespace

void Loader::read_operations() {
    attempt([&] {
        each_member(required_member(root(), "paths", Kind::object),
                    [&](std::string_view path, const Located& at) {
                        if (path.starts_with("x-")) return;
                        if (!path.starts_with('/')) {
                            at.refuse("a path begins with \"/\"");
                        }
                        const Located item = follow(at);
                        require_kind(item, Kind::object, "a path item");
                        for (const Member& member : item.value->members()) {
                            const bool known = std::find(std::begin(methods), std::end(methods),
                                                         member.name) != std::end(methods);
                            if (!known) continue;
                            attempt([&] {
                                read_operation(std::string(path), upper(member.name), item,
                                               item.find(member.name));
                            });
                        }
                    });
    });
}

void Loader::read_operation(const std::string& path, const std::string& method, const Located& item,
                            const Located& at) {
    for (size_t open = path.find('{'); open != path.npos; open = path.find('{', open + 1)) {
        const size_t next = path.find_first_of("{/", open + 1);
        if (next == path.npos || path[next] == '/') continue;
        item.refuse("two parameters in one segment are not supported");
    }
    Operation& operation = contract_->operations.emplace_back();
    operation.path = path;
    operation.method = method;
    operation.mark = at.value->mark();
    operation.pointer = at.pointer;
    operation.is_strict = options_.strict;
    operation.id = text_member(at, "operationId", method + " " + path);
    places_[&operation] = at;
    attempt([&] { read_parameters(operation, item, at); });
    attempt([&] { read_body(operation, at); });
    attempt([&] { read_responses(operation, at); });
    attempt([&] { read_security(operation, at); });
}

void Loader::read_parameters(Operation& operation, const Located& path_item, const Located& at) {
    for (const Located& holder : {path_item, at}) {
        const Located list = member(holder, "parameters", Kind::array);
        for (size_t i = 0; list && i < list.value->items().size(); ++i) {
            attempt([&] {
                Parameter parameter = read_parameter(item(list, i));
                std::erase_if(operation.parameters, [&](const Parameter& known) {
                    return known.part == parameter.part && known.name == parameter.name;
                });
                if (parameter.part == Part::header && is_ignored_header(parameter.name)) return;
                operation.parameters.push_back(std::move(parameter));
            });
        }
    }
    std::stable_sort(operation.parameters.begin(), operation.parameters.end(),
                     [](auto& left, auto& right) { return left.part < right.part; });
}

Parameter Loader::read_parameter(const Located& at) {
    Parameter parameter;
    parameter.name = required_member(at, "name", Kind::string).value->text();
    const Located in = required_member(at, "in", Kind::string);
    const auto part = part_named(in.value->text());
    if (!part || *part > Part::cookie) {
        in.refuse("\"in\" must be path, query, header or cookie");
    }
    parameter.part = *part;
    parameter.required = flag_member(at, "required", *part == Part::path);
    parameter.schema_at = member(at, "schema", Kind::object);
    if (!parameter.schema_at) {
        at.refuse("a parameter without \"schema\" is not supported");
    }
    parameter.schema = &compile(*contract_->schemas, parameter.schema_at);
    parameter.kind = kind_of(parameter.schema_at);
    if (parameter.kind == Kind::object) {
        at.refuse("parameter \"" + parameter.name +
                  "\" is an object, which is not supported outside of bodies");
    }
    if (const Located items = member(parameter.schema_at, "items", Kind::object)) {
        parameter.item_kind = kind_of(items);
    }
    const std::string style = text_member(at, "style");
    parameter.explode = flag_member(at, "explode", *part == Part::query || *part == Part::cookie);
    if (!style.empty() && style != "simple" && style != "form") {
        const Located style_at = at.find("style");
        style_at.refuse("style \"" + style + "\" is not supported; simple and form are");
    }
    parameter.default_value = parameter.schema_at.value->find("default");
    return parameter;
}

void Loader::read_body(Operation& operation, const Located& at) {
    const Located body = member(at, "requestBody", Kind::object);
    if (!body) return;
    RequestBody& made = operation.body.emplace();
    made.required = flag_member(body, "required");
    each_member(required_member(body, "content", Kind::object),
                [&](std::string_view range, const Located& content) {
                    BodyType type;
                    type.range = http::essence_of(range);
                    if (const Located schema = content.find("schema")) {
                        type.schema = &compile(*contract_->schemas, schema);
                        type.shape = &contract_->shapes->of(schema);
                    }
                    made.types.push_back(std::move(type));
                });
}

Documented Loader::read_response(std::string_view status, const Located& at) const {
    Documented made;
    made.status = status;
    const Located content = member(at, "content", Kind::object);
    if (!content || content.value->members().empty()) return made;
    made.media_type = content.value->members()[0].name;
    const Located media = content.find(made.media_type);
    require_kind(media, Kind::object, "a media type");
    if (media.find("schema")) made.schema = follow(media.find("schema"));
    made.example = media.find("example");
    const Located named = member(media, "examples", Kind::object);
    if (named && !named.value->members().empty() && !made.example) {
        const std::string_view first = named.value->members()[0].name;
        made.example = member(named, first, Kind::object).find("value");
    }
    return made;
}

void Loader::read_responses(Operation& operation, const Located& at) {
    each_member(required_member(at, "responses", Kind::object),
                [&](std::string_view status, const Located& reference) {
                    if (status.starts_with("x-")) return;
                    if (!is_status(status)) {
                        reference.refuse("\"" + std::string(status) +
                                         "\" is no status; 200, 4XX and default are");
                    }
                    const Located response = follow(reference);
                    require_kind(response, Kind::object, "a response");
                    operation.responses.push_back(read_response(status, response));
                });
    for (const Documented& response : operation.responses) {
        if (response.status.size() != 3 || response.status[0] != '2') continue;
        const bool exact = response.status.find_first_not_of("0123456789") == std::string::npos;
        operation.status = exact ? std::stoi(response.status) : 200;
        operation.media_type = response.media_type;
        break;
    }
}

void Loader::read_schemes() {
    const Located components = member(root(), "components", Kind::object);
    each_member(member(components, "securitySchemes", Kind::object),
                [&](std::string_view name, const Located& reference) {
                    const Located at = follow(reference);
                    SecurityScheme scheme;
                    scheme.name = name;
                    const std::string type = text_member(at, "type");
                    if (type == "http") {
                        scheme.kind = SecurityScheme::Kind::http;
                        scheme.prefix = text_member(at, "scheme");
                        scheme.parameter = "Authorization";
                    } else if (type == "apiKey") {
                        scheme.kind = SecurityScheme::Kind::api_key;
                        scheme.parameter = text_member(at, "name");
                        scheme.part = part_named(text_member(at, "in")).value_or(Part::header);
                    } else if (type == "oauth2" || type == "openIdConnect") {
                        scheme.kind = SecurityScheme::Kind::http;
                        scheme.prefix = "Bearer";
                        scheme.parameter = "Authorization";
                    }
                    const Located extra = at.find("x-standin");
                    // {"pattern": …} is itself a schema of well-formed credentials.
                    if (extra.find("pattern")) {
                        scheme.well_formed = &compile(*contract_->conditions, extra);
                    }
                    scheme.malformed = text_member(extra, "malformed", scheme.malformed);
                    contract_->schemes.push_back(std::move(scheme));
                });
}

void Loader::read_security(Operation& operation, const Located& at) {
    Located list = member(at, "security", Kind::array);
    if (!list) list = member(root(), "security", Kind::array);
    for (size_t i = 0; list && i < list.value->items().size(); ++i) {
        const Located alternative = item(list, i);
        require_kind(alternative, Kind::object, "a security requirement");
        Requirement requirement;
        for (const Member& named : alternative.value->members()) {
            const auto scheme =
                std::find_if(contract_->schemes.begin(), contract_->schemes.end(),
                             [&](const SecurityScheme& each) { return each.name == named.name; });
            if (scheme == contract_->schemes.end()) {
                alternative.source->refuse(
                    named.mark, alternative.pointer,
                    "no security scheme \"" + std::string(named.name) + "\"");
            }
            requirement.push_back(&*scheme);
        }
        operation.security.push_back(std::move(requirement));
    }
}

}  // namespace standin::contract
