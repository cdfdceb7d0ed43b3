#include "mock/contract/access.h"
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
        for (const Member& member : members) {
            if (!looks_like_expression(member.name)) continue;
            if (members.size() == 1) return of_operator(member, pointer);
            source_.refuse(member.mark, pointer,
                           "\"" + std::string(member.name) + "\" must stand alone in its object");
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
        const Located at{&member.value, pointer + '/' + std::string(member.name), &source_};
        if (member.name == "$uuid") return uuid_of(at);
        if (member.name == "$sequence") return sequence_of(at);
        if (member.name == "$now") return now_of(at);
        if (member.name == "$id") return id_of(at);
        source_.refuse(member.mark, pointer,
                       "unknown operator \"" + std::string(member.name) + "\"");
    }

    void check_options(const Located& at, const std::set<std::string_view>& known) const {
        require_kind(at, Kind::object, "an operator's options");
        only(at, known);
    }

    Generator uuid_of(const Located& at) const {
        check_options(at, {});
        return {};
    }

    Generator sequence_of(const Located& at) const {
        check_options(at, {"start"});
        Generator made;
        made.makes = Generator::Makes::sequence;
        made.number = integer_member(at, "start", 1);
        return made;
    }

    Generator now_of(const Located& at) const {
        const std::string_view precision = at.value->text_or("");
        if (precision != "seconds" && precision != "milliseconds") {
            at.refuse("$now takes seconds or milliseconds");
        }
        Generator made;
        made.makes = Generator::Makes::now;
        made.seconds = precision == "seconds";
        return made;
    }

    Generator id_of(const Located& at) const {
        check_options(at, {"prefix", "form", "digits"});
        const std::string form = text_member(at, "form", "sortable");
        if (form != "sortable" && form != "hex") {
            const Located place = at.find("form");
            place.refuse("an id is sortable or hex");
        }
        Generator made;
        made.makes = form == "hex" ? Generator::Makes::hex_id : Generator::Makes::sortable_id;
        made.prefix = text_member(at, "prefix");
        made.number = integer_member(at, "digits", 32);
        if (made.number < 1 || made.number > 32) {
            const Located place = at.find("digits");
            place.refuse("an id has 1 to 32 digits");
        }
        return made;
    }

    const Source& source_;
};

Template Template::compile(const Source& source, const Value& value, const std::string& pointer) {
    return TemplateCompiler(source).compile(value, pointer);
}

}  // namespace standin::contract
