#include "mock/sample/sample.h"

#include "mock/contract/access.h"
#include "mock/core/json_writer.h"
#include "mock/core/pointer.h"

namespace standin::sample {

using contract::Contract;
using contract::Documented;
using contract::Located;

namespace {

constexpr size_t max_depth = 8;  // of schemas that contain themselves

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
                                   {"hostname", "example.com"}};
    for (const Row& row : rows) {
        if (row.format == format) return row.text;
    }
    return "string";
}

class Sampler {
  public:
    Sampler(const Contract& contract, JsonWriter& writer)
        : source_(contract.source), writer_(writer) {}

    void write(const Located& at, size_t depth) {
        const Located schema = contract::follow(source_, at);
        if (const Value* value = given(*schema.value)) return writer_.value(*value);
        for (std::string_view choice : {"oneOf", "anyOf", "allOf"}) {
            const Located list = contract::member(source_, schema, choice, Kind::array);
            const bool merges = choice == "allOf" && schema.find("properties");
            if (list && !list.value->items().empty() && !merges) {
                return write(contract::item(source_, list, 0), depth);
            }
        }
        const std::string type = type_of(*schema.value);
        if (type == "object") return object(schema, depth);
        if (type == "array") return array(schema, depth);
        if (type == "integer" || type == "number") return number(*schema.value);
        if (type == "boolean") return writer_.value(Value::of(true));
        if (type == "null") return writer_.null();
        writer_.string(string(*schema.value));
    }

  private:
    // A value that the schema itself names.
    static const Value* given(const Value& schema) {
        for (std::string_view name : {"example", "const", "default"}) {
            if (const Value* value = schema.find(name)) return value;
        }
        for (std::string_view name : {"examples", "enum"}) {
            const Value* list = schema.find(name);
            if (list && list->is(Kind::array) && !list->items().empty()) return &list->items()[0];
        }
        return nullptr;
    }

    static std::string type_of(const Value& schema) {
        const Value* type = schema.find("type");
        if (type && type->is(Kind::array) && !type->items().empty()) type = &type->items()[0];
        if (type) return std::string(type->text_or(""));
        if (schema.find("properties")) return "object";
        return schema.find("items") ? "array" : "string";
    }

    void object(const Located& schema, size_t depth) {
        writer_.begin_object();
        const Located properties =
            contract::member(source_, schema, "properties", Kind::object);
        if (properties && depth < max_depth) {
            for (const Member& member : properties.value->members()) {
                writer_.name(member.name);
                write(properties.find(member.name), depth + 1);
            }
        }
        writer_.end_object();
    }

    void array(const Located& schema, size_t depth) {
        writer_.begin_array();
        const Located items = contract::member(source_, schema, "items", Kind::object);
        if (items && depth < max_depth) write(items, depth + 1);
        writer_.end_array();
    }

    void number(const Value& schema) {
        const Value* minimum = schema.find("minimum");
        if (minimum && minimum->is_number()) return writer_.value(*minimum);
        writer_.json("0");
    }

    static std::string string(const Value& schema) {
        const Value* format = schema.find("format");
        std::string text(text_of_format(format ? format->text_or("") : ""));
        const Value* least = schema.find("minLength");
        const Value* most = schema.find("maxLength");
        while (least && least->is(Kind::integer) &&
               text.size() < static_cast<size_t>(least->integer())) {
            text += 'x';
        }
        if (most && most->is(Kind::integer)) {
            text.resize(std::min(text.size(), static_cast<size_t>(most->integer())));
        }
        return text;
    }

    const contract::Source& source_;
    JsonWriter& writer_;
};

}  // namespace

std::string answer(const Contract& contract, const contract::Operation& operation) {
    std::string text;
    JsonWriter writer(text, contract.style);
    for (const Documented& response : operation.responses) {
        if (response.status != std::to_string(operation.status)) continue;
        if (response.example) {
            writer.value(*response.example.value);
        } else if (response.schema) {
            Sampler(contract, writer).write(response.schema, 0);
        }
    }
    return text;
}

}  // namespace standin::sample
