#include "mock/sample/sample.h"

#include <algorithm>

#include "mock/contract/access.h"
#include "mock/core/json_writer.h"
#include "mock/http/media_type.h"

namespace standin::sample {

using contract::Contract;
using contract::Documented;
using contract::Located;

namespace {

constexpr size_t max_values = 2000;  // schemas that fan out end here, whole or not
constexpr size_t max_items = 100;
constexpr size_t max_length = 10000;

std::string_view text_of_format(std::string_view format) {
    struct Row {
        std::string_view format;
        std::string_view text;
    };
    static constexpr Row rows[] = {{"date-time", "2025-01-01T00:00:00Z"},
                                   {"date", "2025-01-01"},
                                   {"time", "00:00:00Z"},
                                   {"email", "user@example.com"},
                                   {"uri", "https://example.com/"},
                                   {"uuid", "00000000-0000-4000-8000-000000000000"},
                                   {"ipv4", "192.0.2.1"},
                                   {"ipv6", "2001:db8::1"},
                                   {"hostname", "example.com"},
                                   {"idn-hostname", "example.com"},
                                   {"idn-email", "user@example.com"},
                                   {"iri", "https://example.com/"},
                                   {"duration", "P1D"},
                                   {"json-pointer", "/string"},
                                   {"relative-json-pointer", "0"},
                                   {"byte", "c3RyaW5n"},
                                   {"base64url", "c3RyaW5n"},
                                   {"char", "s"},
                                   {"decimal", "0"}};
    for (const Row& row : rows) {
        if (row.format == format) return row.text;
    }
    return "string";
}

bool is_true(const Value& schema, std::string_view name) {
    const Value* flag = schema.find(name);
    return flag && flag->is(Kind::boolean) && flag->boolean();
}

// A count that a schema gives, at most `most`: what nobody would want to read is not written.
size_t count_in(const Value& schema, std::string_view name, size_t fallback, size_t most) {
    const Value* count = schema.find(name);
    if (!count || !count->is(Kind::integer) || count->integer() < 0) return fallback;
    return std::min(static_cast<size_t>(count->integer()), most);
}

// A value that the schema itself names.
const Value* given(const Value& schema) {
    for (std::string_view name : {"example", "const", "default"}) {
        if (const Value* value = schema.find(name)) return value;
    }
    for (std::string_view name : {"examples", "enum"}) {
        const Value* list = schema.find(name);
        if (list && list->is(Kind::array) && !list->items().empty()) return &list->items()[0];
    }
    return nullptr;
}

std::string string_of(const Value& schema) {
    const Value* format = schema.find("format");
    std::string text(text_of_format(format ? format->text_or("") : ""));
    const size_t least = count_in(schema, "minLength", 0, max_length);
    if (text.size() < least) text.append(least - text.size(), 'x');
    text.resize(std::min(text.size(), count_in(schema, "maxLength", text.size(), text.size())));
    return text;
}

class Sampler {
  public:
    explicit Sampler(JsonWriter& writer) : writer_(writer) {}

    void write(const Located& at) {
        const Located schema = contract::follow(at);
        if (const Value* value = given(*schema.value)) return writer_.value(*value);
        if (is_open(schema)) return writer_.null();
        open_.push_back(schema.value);
        write_type(schema);
        open_.pop_back();
    }

  private:
    struct Property {
        std::string_view name;
        Located schema;
    };

    void write_type(const Located& schema) {
        const std::string type = type_of(*schema.value);
        if (type.empty()) return branch(schema);
        if (type == "object") return object(schema);
        if (type == "array") return array(schema);
        if (type == "integer" || type == "number") return number(*schema.value);
        if (type == "boolean") return writer_.value(Value::of(true));
        if (type == "null") return writer_.null();
        writer_.string(string_of(*schema.value));
    }

    // Of a schema without a type of its own: the first of what it is put together from.
    void branch(const Located& schema) {
        std::vector<Property> properties;
        gather(schema, properties);
        if (!properties.empty()) return object(schema);
        for (std::string_view choice : {"allOf", "oneOf", "anyOf"}) {
            const Located list = contract::member(schema, choice, Kind::array);
            if (list && !list.value->items().empty()) {
                return write(contract::item(list, 0));
            }
        }
        writer_.string(string_of(*schema.value));
    }

    static std::string type_of(const Value& schema) {
        const Value* type = schema.find("type");
        if (type && type->is(Kind::array) && !type->items().empty()) type = &type->items()[0];
        if (type) return std::string(type->text_or(""));
        return schema.find("items") ? "array" : "";
    }

    // Whether a schema contains itself here.
    bool is_open(const Located& schema) const {
        return std::find(open_.begin(), open_.end(), schema.value) != open_.end();
    }

    // The properties of an object: its own, those of all of allOf, and of the first choices.
    void gather(const Located& schema, std::vector<Property>& properties) {
        const Located own = contract::member(schema, "properties", Kind::object);
        for (size_t i = 0; own && i < own.value->members().size(); ++i) {
            const std::string_view name = own.value->members()[i].name;
            const bool known = std::any_of(properties.begin(), properties.end(),
                                           [&](const Property& each) { return each.name == name; });
            if (!known) properties.push_back({name, own.find(name)});
        }
        for (std::string_view choice : {"allOf", "oneOf", "anyOf"}) {
            const Located list = contract::member(schema, choice, Kind::array);
            if (!list) continue;
            const size_t size = list.value->items().size();
            for (size_t i = 0; i < (choice == "allOf" ? size : std::min<size_t>(size, 1)); ++i) {
                const Located below = contract::item(list, i);
                if (is_open(below)) continue;
                open_.push_back(below.value);
                gather(below, properties);
                open_.pop_back();
            }
        }
    }

    void object(const Located& schema) {
        std::vector<Property> properties;
        gather(schema, properties);
        writer_.begin_object();
        for (const Property& property : properties) {
            const Located target = contract::follow(property.schema);
            const bool hidden =
                is_true(*property.schema.value, "writeOnly") || is_true(*target.value, "writeOnly");
            if (hidden || is_open(target) || written_ >= max_values) continue;
            ++written_;
            writer_.name(property.name);
            write(property.schema);
        }
        writer_.end_object();
    }

    void array(const Located& schema) {
        writer_.begin_array();
        const Located items = schema.find("items");
        const bool whole = items && items.value->is(Kind::object);
        const Located target = whole ? contract::follow(items) : Located{};
        const size_t size = count_in(*schema.value, "maxItems", 1, 1);
        const size_t wanted = std::max(size, count_in(*schema.value, "minItems", 0, max_items));
        for (size_t i = 0; whole && !is_open(target) && i < wanted; ++i) {
            if (written_ >= max_values) break;
            ++written_;
            write(items);
        }
        writer_.end_array();
    }

    void number(const Value& schema) {
        const Value* least = schema.find("minimum");
        const Value* most = schema.find("maximum");
        const Value* above = schema.find("exclusiveMinimum");  // in OpenAPI 3.0 of "minimum"
        if (above && above->is(Kind::boolean)) above = above->boolean() ? least : nullptr;
        if (above && above->is_number() && above->number() >= 0 && above->number() < 1e15) {
            writer_.json(std::to_string(static_cast<int64_t>(above->number()) + 1));
        } else if (least && least->is_number() && least->number() > 0) {
            writer_.value(*least);
        } else if (most && most->is_number() && most->number() < 0) {
            writer_.value(*most);
        } else {
            writer_.json("0");
        }
    }

    JsonWriter& writer_;
    std::vector<const Value*> open_;  // schemas that are being written, outermost first
    size_t written_ = 0;              // members and items
};

}  // namespace

std::string answer(const Contract& contract, const Documented& response) {
    std::string text;
    JsonWriter writer(text, contract.style);
    const contract::Content* content = response.main_content();
    const Value* example = content && !content->examples.empty() ? content->examples[0].value.value : nullptr;
    const bool json = http::is_json(http::essence_of(response.media_type));
    if (example && example->is(Kind::string) && !json) return std::string(example->text());
    if (example) {
        writer.value(*example);
    } else if (response.schema) {
        Sampler(writer).write(response.schema);
    }
    return text;
}

std::string answer(const Contract& contract, const contract::Operation& operation) {
    const Documented* success = operation.documented(operation.status);
    return success && success->media_type == operation.media_type ? answer(contract, *success) : "";
}

}  // namespace standin::sample
