#include "mock/contract/template.h"

#include <algorithm>

#include "mock/core/json_writer.h"

namespace standin::contract {

namespace {

// What JsonWriter and Builder do under different names.
void put_operand(JsonWriter& sink, const Operand& operand) {
    if (operand.is == Operand::Is::json) return sink.json(operand.json);
    sink.value(operand.value);
}

void put_operand(Builder& sink, const Operand& operand) {
    if (operand.is == Operand::Is::json) return sink.string(operand.json);
    sink.value(operand.value);
}

void end_object(JsonWriter& sink) {
    sink.end_object();
}
void end_object(Builder& sink) {
    sink.end();
}
void end_array(JsonWriter& sink) {
    sink.end_array();
}
void end_array(Builder& sink) {
    sink.end();
}

bool is_blank(const Operand& operand) {
    if (operand.is == Operand::Is::nothing) return true;
    if (operand.is == Operand::Is::json) return false;
    return operand.value.is(Kind::null) ||
           (operand.value.is(Kind::string) && operand.value.text().empty());
}

void append_text(std::string& text, const Operand& operand) {
    if (operand.is == Operand::Is::json) {
        text += operand.json;
    } else if (operand.value.is(Kind::string)) {
        text += operand.value.text();
    } else if (operand.is == Operand::Is::value) {
        write_json(text, operand.value);
    }
}

}  // namespace

Operand Template::evaluate(Scope& scope) const {
    switch (form_) {
        case Form::literal:
            return Operand::of(literal_);
        case Form::expression:
            return scope.lookup(expression_);
        case Form::generator:
            return Operand::of(scope.generate(generator_));
        case Form::first: {
            Operand operand;
            for (const Template& part : parts_) {
                operand = part.evaluate(scope);
                if (!is_blank(operand)) break;
            }
            return operand;
        }
        case Form::joined: {
            std::string text;
            for (const Template& part : parts_) {
                const Operand operand = part.evaluate(scope);
                if (operand.is == Operand::Is::nothing) return {};
                append_text(text, operand);
            }
            return Operand::of(Value::of(scope.scratch().keep(text)));
        }
        default: {
            Document& scratch = scope.scratch();
            const Value root = scratch.root();
            Builder builder(scratch);
            build(builder, scope);
            const Value built = scratch.root();
            scratch.set_root(root);
            return Operand::of(built);
        }
    }
}

template <class Sink>
void Template::put_members(Sink& sink, Scope& scope) const {
    for (size_t i = 0; i < parts_.size(); ++i) {
        const Template& part = parts_[i];
        if (part.form_ == Form::object || part.form_ == Form::array) {
            sink.name(names_[i]);
            part.put(sink, scope);
            continue;
        }
        const Operand operand = part.evaluate(scope);
        if (operand.is == Operand::Is::nothing) continue;
        sink.name(names_[i]);
        put_operand(sink, operand);
    }
}

template <class Sink>
void Template::put(Sink& sink, Scope& scope) const {
    if (form_ == Form::object) {
        sink.begin_object();
        put_members(sink, scope);
        return end_object(sink);
    }
    if (form_ == Form::array) {
        sink.begin_array();
        for (const Template& part : parts_) part.put(sink, scope);
        return end_array(sink);
    }
    const Operand operand = evaluate(scope);
    if (operand.is == Operand::Is::nothing) return sink.null();
    put_operand(sink, operand);
}

void Template::write(std::string& out, Scope& scope, const JsonStyle& style) const {
    JsonWriter writer(out, style);
    put(writer, scope);
}

void Template::build(Builder& builder, Scope& scope) const {
    put(builder, scope);
}

std::string Template::text(Scope& scope) const {
    std::string text;
    append_text(text, evaluate(scope));
    return text;
}

bool Template::names_message() const {
    if (form_ == Form::expression) {
        return expression_.name == Name::problem && expression_.detail == "message";
    }
    return std::any_of(parts_.begin(), parts_.end(),
                       [](const Template& part) { return part.names_message(); });
}

bool Template::path_to_result(std::vector<std::string>& path) const {
    if (form_ == Form::expression) return expression_.name == Name::result;
    if (form_ != Form::object) return false;
    for (size_t i = 0; i < parts_.size(); ++i) {
        path.emplace_back(names_[i]);
        if (parts_[i].path_to_result(path)) return true;
        path.pop_back();
    }
    return false;
}

}  // namespace standin::contract
