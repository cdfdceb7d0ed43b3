// Parameters of OpenAPI 3.x.
#include <algorithm>

#include "mock/contract/loader.h"
#include "mock/contract/swagger.h"
#include "mock/http/headers.h"

namespace standin::contract {

namespace {

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

// Fields that OpenAPI says are described elsewhere (3.1, section 4.8.12.1).
bool is_ignored_header(std::string_view name) {
    return http::same_name(name, "Accept") || http::same_name(name, "Content-Type") ||
           http::same_name(name, "Authorization");
}

struct StyleName {
    std::string_view name;
    Style style;
};

constexpr StyleName styles[] = {
    {"simple", Style::simple},
    {"form", Style::form},
    {"cookie", Style::form},
    {"label", Style::label},
    {"matrix", Style::matrix},
    {"spaceDelimited", Style::space_delimited},
    {"deepObject", Style::deep_object},
    {"pipeDelimited", Style::pipe_delimited},
};

Style style_of(const Located& parameter, Part part) {
    const bool simple = part == Part::path || part == Part::header;
    const std::string name = text_member(parameter, "style", simple ? "simple" : "form");
    const auto known = std::ranges::find(styles, name, &StyleName::name);
    if (known == std::end(styles)) {
        parameter.find("style").refuse("style \"" + name + "\" is not known");
    }
    return known->style;
}

}  // namespace

Kind kind_of(const Located& schema) {
    const std::string_view name = type_of(schema);
    for (Kind kind : {Kind::boolean, Kind::integer, Kind::number, Kind::array, Kind::object}) {
        if (name_of(kind) == name) return kind;
    }
    return Kind::string;
}

void Loader::read_parameters(Operation& operation, const Located& path_item, const Located& at) {
    for (const Located& holder : {path_item, at}) {
        const Located list = member(holder, "parameters", Kind::array);
        for (size_t i = 0; list && i < list.value->items().size(); ++i) {
            attempt([&] { read_parameter(operation, item(list, i)); });
        }
    }
    std::stable_sort(operation.parameters.begin(), operation.parameters.end(),
                     [](auto& left, auto& right) { return left.part < right.part; });
}

void Loader::read_parameter(Operation& operation, const Located& at) {
    const Located name = required_member(at, "name", Kind::string);
    const Located in = required_member(at, "in", Kind::string);
    if (is_swagger() && (in.value->text() == "body" || in.value->text() == "formData")) return;
    if (in.value->text() == "querystring") return read_query_string(operation, at);
    const auto part = part_named(in.value->text());
    if (!part || *part > Part::cookie) {
        in.refuse("\"in\" must be path, query, header or cookie");
    }
    Parameter parameter;
    parameter.name = name.value->text();
    parameter.part = *part;
    parameter.required = flag_member(at, "required", *part == Part::path);
    is_swagger() ? read_swagger_value(*contract_, parameter, at) : read_value(parameter, at);
    if (!is_swagger()) parameter.examples = read_examples(at, contract_->warnings);
    std::erase_if(operation.parameters, [&](const Parameter& known) {
        return known.part == parameter.part && known.name == parameter.name;
    });
    if (parameter.part == Part::header && is_ignored_header(parameter.name)) return;
    operation.parameters.push_back(std::move(parameter));
}

// How a parameter's value is written, and what it must be.
void Loader::read_value(Parameter& parameter, const Located& at) {
    const Located content = member(at, "content", Kind::object);
    Located schema = at.find("schema");
    if (!schema && !(content && !content.value->members().empty())) {
        at.refuse("a parameter has a \"schema\" or a \"content\"");
    }
    parameter.style = style_of(at, parameter.part);
    parameter.explode = flag_member(at, "explode", parameter.style == Style::form);
    if (!schema) {
        parameter.style = Style::content;
        parameter.explode = false;
        parameter.media_type = content.value->members()[0].name;
        schema = follow(content.find(parameter.media_type)).find("schema");
    }
    if (!schema) return;
    parameter.schema = &compile(*contract_->schemas, schema);
    parameter.schema_at = follow(schema);
    parameter.kind = kind_of(parameter.schema_at);
    const Located items = follow(parameter.schema_at.find("items"));
    if (items) parameter.item_kind = kind_of(items);
    parameter.default_value = parameter.schema_at.value->find("default");
}

// OpenAPI 3.2, section 4.12.1: the whole query is one value.
void Loader::read_query_string(Operation& operation, const Located& at) {
    read_content(operation.query_string, required_member(at, "content", Kind::object));
    contract_->warnings.push_back(
        at.mistake("a parameter in \"querystring\" is not checked: the query is taken as it is"));
}

}  // namespace standin::contract
