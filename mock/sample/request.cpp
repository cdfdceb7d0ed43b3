#include "mock/sample/request.h"

#include <algorithm>

#include "mock/core/json.h"
#include "mock/http/media_type.h"
#include "mock/sample/sample.h"
#include "mock/sample/style.h"

namespace standin::sample {

using contract::BodyType;
using contract::Example;
using contract::Located;
using contract::Operation;
using contract::Parameter;

namespace {

constexpr std::string_view form = "application/x-www-form-urlencoded";
constexpr std::string_view multipart = "multipart/form-data";
constexpr std::string_view boundary = "standin-boundary";

// The body that is written: JSON, else a form, else the first.
const BodyType* type_of(const Operation& operation) {
    if (!operation.body || operation.body->types.empty()) return nullptr;
    const auto& types = operation.body->types;
    for (const auto& wanted : {+[](const BodyType& type) { return http::is_json(type.range); },
                               +[](const BodyType& type) { return type.range == form; },
                               +[](const BodyType& type) { return type.range == multipart; }}) {
        const auto found = std::ranges::find_if(types, wanted);
        if (found != types.end()) return &*found;
    }
    return &types.front();
}

// Puts one request together.
class Writer {
  public:
    Writer(Judge& judge, const Operation& operation)
        : judge_(judge), operation_(operation), type_(type_of(operation)), key_(key()) {
        wish_.direction = schema::Direction::request;
    }

    http::Request write() {
        request_.method = operation_.method;
        request_.target = operation_.path;
        for (const Parameter& parameter : operation_.parameters) add(parameter);
        fill_undeclared();
        if (!query_.empty()) request_.target += '?' + urlencoded(query_);
        if (!cookie_.empty()) request_.headers.add("Cookie", cookie_);
        if (type_) write_body();
        return std::move(request_);
    }

  private:
    // The first key that the body's examples have, else the parameters'.
    std::string key() const {
        const auto named = [](const std::vector<Example>& examples) {
            return examples.empty() ? std::string() : examples.front().name;
        };
        std::string key = type_ ? named(type_->examples) : "";
        for (const Parameter& parameter : operation_.parameters) {
            if (key.empty() || key == "default") key = named(parameter.examples);
        }
        return key;
    }

    // One that the schema does not take is of no use.
    const Example* example_of(const std::vector<Example>& examples, const Located& schema) const {
        const Example* paired = find_example(examples, key_);
        const Example* example = paired || examples.empty() ? paired : &examples.front();
        if (!example || example->is_text || !schema) return example;
        const bool fits = judge_.is_valid(schema, *example->value.value, wish_.direction);
        return fits ? example : nullptr;
    }

    // Kept until the request is written.
    Value sample(const Located& schema) {
        samples_.push_back(make(judge_, schema, wish_));
        return samples_.back().value();
    }

    Value value_of(const Parameter& parameter) {
        if (const Example* example = example_of(parameter.examples, parameter.schema_at)) {
            return *example->value.value;
        }
        const Value word = Value::of(std::string_view("string"));
        if (!parameter.schema) return word;
        const Value value = sample(parameter.schema_at);
        const bool empty = value.is(Kind::string) && value.text().empty();
        return empty && parameter.part == Part::path ? word : value;
    }

    void add(const Parameter& parameter) {
        const bool paired = find_example(parameter.examples, key_) && key_ != "default";
        if (!parameter.required && !paired) return;
        const Value value = value_of(parameter);
        if (parameter.part == Part::path) {
            replace("{" + parameter.name + "}", in_path(parameter, value));
        } else if (parameter.part == Part::query) {
            const Pairs pairs = in_query(parameter, value);
            query_.insert(query_.end(), pairs.begin(), pairs.end());
        } else if (parameter.part == Part::header) {
            request_.headers.add(parameter.name, in_header(parameter, value));
        } else {
            for (const auto& [name, text] : in_query(parameter, value)) {
                if (!cookie_.empty()) cookie_ += "; ";
                cookie_ += name + '=' + http::encode(text);
            }
        }
    }

    void replace(const std::string& variable, const std::string& text) {
        const size_t at = request_.target.find(variable);
        if (at != std::string::npos) request_.target.replace(at, variable.size(), text);
    }

    // Parameters that the path names and nobody declares.
    void fill_undeclared() {
        for (size_t open = 0; (open = request_.target.find('{', open)) != std::string::npos;) {
            const size_t close = request_.target.find('}', open);
            if (close == std::string::npos) return;
            request_.target.replace(open, close - open + 1, "1");
        }
    }

    void write_body() {
        const bool range = type_->range.find('*') != std::string::npos;
        std::string media_type = range ? "application/json" : type_->range;
        const Example* example = example_of(type_->examples, type_->schema_at);
        if (!type_->schema_at && !type_->fields.empty()) {
            write_form(media_type, fields());
        } else if (example && example->is_text) {
            request_.body = plain(*example->value.value);
        } else {
            write_value(media_type, example ? *example->value.value : value_of_body());
        }
        request_.headers.add("Content-Type", media_type);
    }

    Value value_of_body() {
        if (type_->schema_at) return sample(type_->schema_at);
        return Value::of(std::string_view("string"));
    }

    void write_value(std::string& media_type, const Value& value) {
        const bool is_form = media_type == form || media_type == multipart;
        if (!is_form || !value.is(Kind::object)) {
            request_.body = http::is_json(media_type) ? to_json(value) : plain(value);
            return;
        }
        Pairs pairs;
        for (const Member& member : value.members()) {
            const Pairs own = in_query(field_of(member.name), member.value);
            pairs.insert(pairs.end(), own.begin(), own.end());
        }
        write_form(media_type, pairs);
    }

    // How a member of a form is written; one of which nobody says it, as most clients do.
    Parameter field_of(std::string_view name) const {
        const auto found = std::ranges::find(type_->fields, name, &Parameter::name);
        if (found != type_->fields.end()) return *found;
        Parameter field;
        field.name = name;
        field.part = Part::body;
        return field;
    }

    // Of Swagger 2.0, where each field has a schema, and the body has none.
    Pairs fields() {
        Pairs pairs;
        for (const Parameter& field : type_->fields) {
            const Pairs own = in_query(field, value_of(field));
            pairs.insert(pairs.end(), own.begin(), own.end());
        }
        return pairs;
    }

    // RFC 7578, section 4, where it has parts.
    void write_form(std::string& media_type, const Pairs& pairs) {
        if (media_type != multipart) {
            request_.body = urlencoded(pairs);
            return;
        }
        const std::string line = "--" + std::string(boundary);
        for (const auto& [name, text] : pairs) {
            request_.body += line + "\r\nContent-Disposition: form-data; name=\"" + name +
                             "\"\r\n\r\n" + text + "\r\n";
        }
        request_.body += line + "--\r\n";
        media_type += "; boundary=" + std::string(boundary);
    }

    Judge& judge_;
    const Operation& operation_;
    const BodyType* type_;
    const std::string key_;
    Wish wish_;
    http::Request request_;
    Pairs query_;
    std::string cookie_;
    std::vector<Sample> samples_;
};

}  // namespace

http::Request request(Judge& judge, const Operation& operation) {
    return Writer(judge, operation).write();
}

http::Request request(const contract::Contract& contract, const Operation& operation) {
    Judge judge(contract);
    return request(judge, operation);
}

}  // namespace standin::sample
