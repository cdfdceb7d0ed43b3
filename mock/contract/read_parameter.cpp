// Parameters of OpenAPI 3.x.
#include <algorithm>

#include "mock/contract/loader.h"
#include "mock/contract/swagger.h"
#include "mock/http/headers.h"

namespace standin::contract {

namespace {

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
    {"simple", Style::simple},          {"form", Style::form},
    {"cookie", Style::cookie},          {"label", Style::label},
    {"matrix", Style::matrix},          {"spaceDelimited", Style::space_delimited},
    {"deepObject", Style::deep_object}, {"pipeDelimited", Style::pipe_delimited},
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

// How a parameter's value is written, and what it must be.
void read_value(const Contract& contract, Parameter& parameter, const Located& at) {
    const Located content = member(at, "content", Kind::object);
    Located schema = at.find("schema");
    if (!schema && !(content && !content.value->members().empty())) {
        at.refuse("a parameter has a \"schema\" or a \"content\"");
    }
    parameter.style = style_of(at, parameter.part);
    const bool repeats = parameter.style == Style::form || parameter.style == Style::cookie;
    parameter.explode = flag_member(at, "explode", repeats);
    if (!schema) {
        parameter.style = Style::content;
        parameter.explode = false;
        parameter.media_type = content.value->members()[0].name;
        schema = follow(content.find(parameter.media_type)).find("schema");
    }
    if (!schema) return;
    parameter.schema = &compile(*contract.schemas, schema);
    parameter.schema_at = follow(schema);
    parameter.shape = &contract.shapes->of(schema);
    parameter.kind = parameter.shape->kinds.first;
    if (parameter.shape->items) parameter.item_kind = parameter.shape->items->kinds.first;
    parameter.default_value = parameter.schema_at.value->find("default");
}

// A header of a form's part; its problems lie in the body.
void read_header(const Contract& contract, Parameter& field, const Located& at,
                 std::string_view name) {
    Parameter& header = field.headers.emplace_back();
    header.name = name;
    header.part = Part::header;
    header.required = flag_member(at, "required");
    read_value(contract, header, at);
    header.part = Part::body;
}

// How one member of a form is written (OpenAPI 3.1, section 4.8.15.1).
void read_encoding(const Contract& contract, Parameter& field, const Located& at) {
    if (!at) return;
    if (const Located headers = member(at, "headers", Kind::object)) {
        for (const Member& each : headers.value->members()) {
            if (http::same_name(each.name, "Content-Type")) continue;
            read_header(contract, field, member(headers, each.name, Kind::object), each.name);
        }
    }
    field.media_type = text_member(at, "contentType");
    if (at.find("style") || at.find("explode")) {
        field.style = style_of(at, Part::query);
        field.explode = flag_member(at, "explode", field.style == Style::form);
    } else if (!field.media_type.empty()) {
        field.style = Style::content;
    }
}

}  // namespace

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
    parameter.allow_empty = *part == Part::query && flag_member(at, "allowEmptyValue");
    is_swagger() ? read_swagger_value(*contract_, parameter, at)
                 : read_value(*contract_, parameter, at);
    if (!is_swagger()) parameter.examples = read_examples(at, contract_->warnings);
    std::erase_if(operation.parameters, [&](const Parameter& known) {
        return known.part == parameter.part && known.name == parameter.name;
    });
    if (parameter.part == Part::header && is_ignored_header(parameter.name)) return;
    operation.parameters.push_back(std::move(parameter));
}

// OpenAPI 3.2, section 4.12.1: the whole query is one value.
void Loader::read_query_string(Operation& operation, const Located& at) {
    read_content(operation.query_string, required_member(at, "content", Kind::object));
    operation.needs_query = flag_member(at, "required");
}

// How the schema of a form and its encoding (OpenAPI 3.1, section 4.8.15) say that the members are
// written.
void Loader::read_fields(BodyType& type, const Located& media) {
    if (!is_form(type.range) || !type.shape) return;
    const Located encodings = member(media, "encoding", Kind::object);
    for (const Property& property : type.shape->properties) {
        Parameter& field = type.fields.emplace_back();
        field.name = property.name;
        field.part = Part::body;
        field.shape = property.shape;
        field.kind = property.shape->kinds.first;
        if (property.shape->items) field.item_kind = property.shape->items->kinds.first;
        // Without a word of how, clients write objects as JSON, or name by name in brackets.
        if (field.kind == Kind::object) field.style = Style::deep_object;
        if (encodings)
            read_encoding(*contract_, field, member(encodings, property.name, Kind::object));
    }
}

}  // namespace standin::contract
