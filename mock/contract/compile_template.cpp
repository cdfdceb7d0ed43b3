#include "mock/contract/template.h"
#include "mock/core/pointer.h"

namespace standin::contract {

// Turns a value of a contract into a Template.
class TemplateCompiler {
  public:
    explicit TemplateCompiler(const Source& source) : source_(source) {}

    Template compile(const Value& value, const std::string& pointer) const {
        switch (value.kind()) {
            case Kind::string:
                return of_string(value, pointer);
            case Kind::array:
                return of_array(value, pointer);
            case Kind::object:
                return of_object(value, pointer);
            default:
                return of_literal(value);
        }
    }

  private:
    static Template of_literal(const Value& value) {
        Template made;
        made.literal_ = value;
        return made;
    }

    Template of_expression(std::string_view text, Mark mark, const std::string& pointer) const {
        Template made;
        made.form_ = Template::Form::expression;
        const auto expression = parse_expression(text);
        if (!expression) {
            source_.refuse(mark, pointer, "unknown expression \"" + std::string(text) + "\"");
        }
        made.expression_ = *expression;
        return made;
    }

    // "Provider {$request.body#/provider} already exists"
    Template of_string(const Value& value, const std::string& pointer) const {
        std::string_view text = value.text();
        if (looks_like_expression(text)) return of_expression(text, value.mark(), pointer);
        if (text.find("{$") == text.npos) return of_literal(value);
        Template made;
        made.form_ = Template::Form::joined;
        while (!text.empty()) {
            const size_t open = std::min(text.find("{$"), text.size());
            if (open > 0) made.parts_.push_back(of_literal(Value::of(text.substr(0, open))));
            text.remove_prefix(open);
            if (text.empty()) break;
            const size_t close = text.find('}');
            if (close == text.npos) {
                source_.refuse(value.mark(), pointer, "\"{$\" without its \"}\"");
            }
            made.parts_.push_back(of_expression(text.substr(1, close - 1), value.mark(), pointer));
            text.remove_prefix(close + 1);
        }
        return made;
    }

    Template of_array(const Value& value, const std::string& pointer) const {
        Template made;
        made.form_ = Template::Form::array;
        for (const Value& item : value.items()) {
            std::string below = pointer;
            append_token(below, std::to_string(made.parts_.size()));
            made.parts_.push_back(compile(item, below));
        }
        return made;
    }

    Template of_object(const Value& value, const std::string& pointer) const {
        const auto members = value.members();
        if (members.size() == 1 && looks_like_expression(members[0].name)) {
            return of_operator(members[0], pointer);
        }
        Template made;
        made.form_ = Template::Form::object;
        for (const Member& member : members) {
            std::string below = pointer;
            append_token(below, member.name);
            made.names_.push_back(member.name);
            made.parts_.push_back(compile(member.value, below));
        }
        return made;
    }

    Template of_operator(const Member& member, const std::string& pointer) const {
        Template made;
        if (member.name == "$first") {
            if (!member.value.is(Kind::array) || member.value.items().empty()) {
                source_.refuse(member.mark, pointer, "$first takes a list of values");
            }
            made = of_array(member.value, pointer + "/$first");
            made.form_ = Template::Form::first;
            return made;
        }
        made.form_ = Template::Form::generator;
        made.generator_ = generator_of(member, pointer);
        return made;
    }

    Generator generator_of(const Member& member, const std::string& pointer) const {
        const Value& options = member.value;
        const auto number = [&](std::string_view name, int64_t fallback) {
            const Value* value = options.find(name);
            return value && value->is(Kind::integer) ? value->integer() : fallback;
        };
        Generator made;
        if (member.name == "$uuid") return made;
        if (member.name == "$sequence") {
            made.makes = Generator::Makes::sequence;
            made.number = number("start", 1);
            return made;
        }
        if (member.name == "$now") {
            made.makes = Generator::Makes::now;
            made.seconds = options.text_or("milliseconds") == "seconds";
            return made;
        }
        if (member.name == "$id") {
            const Value* prefix = options.find("prefix");
            const Value* form = options.find("form");
            made.prefix = prefix ? prefix->text_or("") : "";
            made.number = number("digits", 32);
            made.makes = form && form->text_or("") == "hex" ? Generator::Makes::hex_id
                                                            : Generator::Makes::sortable_id;
            return made;
        }
        source_.refuse(member.mark, pointer, "unknown operator \"" + std::string(member.name) + "\"");
    }

    const Source& source_;
};

Template Template::compile(const Source& source, const Value& value, const std::string& pointer) {
    return TemplateCompiler(source).compile(value, pointer);
}

}  // namespace standin::contract
