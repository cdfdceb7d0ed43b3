#include <algorithm>

#include "mock/contract/access.h"
#include "mock/contract/swagger.h"
#include "mock/http/media_type.h"

namespace standin::contract {

namespace {

bool is_file(const Located& at) {
    const Value* type = at.value->find("type");
    return type && type->text_or("") == "file";
}

Style style_of(const Located& at, const std::string& format) {
    if (format.empty() || format == "csv") return Style::simple;
    if (format == "ssv") return Style::space_delimited;
    if (format == "tsv") return Style::tab_delimited;
    if (format == "pipes") return Style::pipe_delimited;
    if (format == "multi") return Style::form;
    at.find("collectionFormat")
        .refuse("\"collectionFormat\" must be csv, ssv, tsv, pipes or multi, not \"" + format +
                '"');
}

// Media types of an operation, of the whole contract where it names none; JSON where nobody does.
std::vector<std::string> media_types(const Contract& contract, const Located& operation,
                                     std::string_view name) {
    const Located root = root_of(contract.source());
    std::vector<std::string> types = texts_member(operation.find(name) ? operation : root, name);
    if (types.empty()) types.emplace_back("application/json");
    return types;
}

Parameter read_field(const Contract& contract, const Located& at) {
    Parameter field;
    field.name = required_member(at, "name", Kind::string).value->text();
    field.part = Part::body;
    field.required = flag_member(at, "required");
    field.allow_empty = flag_member(at, "allowEmptyValue");
    read_swagger_value(contract, field, at);
    return field;
}

RequestBody read_whole(const Contract& contract, const Located& parameter,
                       const Located& operation) {
    RequestBody made;
    made.required = flag_member(parameter, "required");
    const Located schema = parameter.find("schema");
    for (const std::string& range : media_types(contract, operation, "consumes")) {
        BodyType& type = made.types.emplace_back();
        type.range = http::essence_of(range);
        if (!schema) continue;
        type.schema_at = schema;
        type.schema = &compile(*contract.schemas, schema);
        type.shape = &contract.shapes->of(schema);
    }
    return made;
}

// Forms come in two types; what else is consumed belongs to other bodies.
RequestBody read_form(const Contract& contract, std::vector<Parameter> fields,
                      const Located& operation) {
    RequestBody made;
    made.required = std::ranges::any_of(fields, &Parameter::required);
    const auto add = [&](std::string_view range) {
        BodyType& type = made.types.emplace_back();
        type.range = range;
        type.fields = fields;
    };
    for (const std::string& range : media_types(contract, operation, "consumes")) {
        const std::string essence = http::essence_of(range);
        if (is_form(essence)) add(essence);
    }
    const bool files = std::ranges::any_of(fields, is_file, &Parameter::schema_at);
    if (made.types.empty()) add(files ? form_with_files : plain_form);
    return made;
}

}  // namespace

std::string swagger_server(const Located& root) {
    const std::vector<std::string> schemes = texts_member(root, "schemes");
    const std::string host = text_member(root, "host");
    std::string url = text_member(root, "basePath");
    if (!url.empty() && url[0] != '/') url.insert(0, "/");
    if (!host.empty()) url.insert(0, (schemes.empty() ? "https" : schemes[0]) + "://" + host);
    return url;
}

void read_swagger_value(const Contract& contract, Parameter& parameter, const Located& at) {
    parameter.schema_at = at;
    parameter.default_value = at.value->find("default");
    if (is_file(at)) return;
    parameter.schema = &compile(*contract.schemas, at);
    parameter.shape = &contract.shapes->of(at);
    parameter.kind = parameter.shape->kinds.first;
    if (parameter.shape->items) parameter.item_kind = parameter.shape->items->kinds.first;
    parameter.style = style_of(at, text_member(at, "collectionFormat"));
    parameter.explode = parameter.style == Style::form;
}

std::optional<RequestBody> read_swagger_body(const Contract& contract, const Located& path_item,
                                             const Located& operation) {
    std::optional<RequestBody> whole;
    std::vector<Parameter> fields;
    for (const Located& holder : {path_item, operation}) {
        const Located list = member(holder, "parameters", Kind::array);
        for (size_t i = 0; list && i < list.value->items().size(); ++i) {
            const Located parameter = item(list, i);
            const std::string in = text_member(parameter, "in");
            if (in == "body") whole = read_whole(contract, parameter, operation);
            if (in == "formData") fields.push_back(read_field(contract, parameter));
        }
    }
    if (whole || fields.empty()) return whole;
    return read_form(contract, std::move(fields), operation);
}

Documented read_swagger_response(Contract& contract, const Located& at, const Located& operation) {
    Documented made;
    made.headers = read_headers(at, contract.warnings);
    const Located examples = member(at, "examples", Kind::object);
    const Located schema = at.find("schema");
    const auto add = [&](const std::string& type) {
        Content& content = made.content.emplace_back();
        content.media_type = type;
        if (schema) content.schema = follow(schema);
        if (const Located example = examples.find(type)) {
            content.examples.push_back({"default", example});
        }
    };
    if (schema) {
        for (const std::string& type : media_types(contract, operation, "produces")) add(type);
    } else if (examples) {
        for (const Member& each : examples.value->members()) add(std::string(each.name));
    }
    choose_main_content(made);
    return made;
}

}  // namespace standin::contract
