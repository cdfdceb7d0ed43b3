#include "mock/check/parameter.h"

#include <algorithm>
#include <set>

#include "mock/check/pair.h"
#include "mock/contract/documents.h"
#include "mock/core/pointer.h"
#include "mock/schema/check.h"

namespace standin::check {

using contract::Input;
using contract::Operation;
using contract::Parameter;

namespace {

// Whether a text is a JSON number (RFC 8259, section 6): what stands in a query is no looser.
bool is_number(std::string_view text) {
    size_t at = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const size_t from = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        return at - from;
    };
    const size_t first = at;
    const size_t whole = digits();
    if (whole == 0 || (whole > 1 && text[first] == '0')) return false;
    if (at < text.size() && text[at] == '.' && (++at, digits() == 0)) return false;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
        if (digits() == 0) return false;
    }
    return at == text.size();
}

// Decodes the parameters of one request.
class Decoder {
  public:
    Decoder(const http::Request& request, const contract::PathValues& path_values, Input& input,
            Problems& problems)
        : request_(request),
          path_values_(path_values),
          query_(query_pairs(request.query())),
          input_(input),
          problems_(problems) {}

    Value part(const Operation& operation, Part part) {
        std::vector<Member> members;
        for (const Parameter& parameter : operation.parameters) {
            if (parameter.part == part) decode(parameter, members);
        }
        if (part == Part::query) keep_undeclared(query_, members);
        if (part == Part::path) keep_undeclared(path_values_, members);
        return input_.document.object(members);
    }

    // Every name once, where it is met first. Credentials are no parameters (OpenAPI 3.1.1, section
    // 4.8.27), but may stand among them.
    void refuse_undeclared(const Operation& operation) {
        std::set<std::string_view> seen;
        for (const auto& [name, text] : query_) {
            if (!seen.insert(name).second) continue;
            if (declares(operation, name) || is_credential(operation, name)) continue;
            Problem problem;
            problem.part = Part::query;
            append_token(problem.pointer, name);
            problem.keyword = "additionalProperties";
            problem.schema = operation.pointer;
            problem.mark = operation.mark;
            problem.received = name;
            problems_.push_back(std::move(problem));
        }
    }

  private:
    static bool declares(const Operation& operation, std::string_view name) {
        const auto& all = operation.parameters;
        return std::any_of(all.begin(), all.end(), [&](const Parameter& parameter) {
            if (parameter.part != Part::query) return false;
            const bool listed = parameter.kind == Kind::array && name == parameter.name + "[]";
            return listed || name == parameter.name;
        });
    }

    static bool is_credential(const Operation& operation, std::string_view name) {
        for (const contract::Requirement& requirement : operation.security) {
            for (const contract::SecurityScheme* scheme : requirement) {
                if (scheme->part == Part::query && scheme->parameter == name) return true;
            }
        }
        return false;
    }

    void decode(const Parameter& parameter, std::vector<Member>& members) {
        const auto texts = sent(parameter);
        if (!parameter.is_read()) return take(parameter, texts, members);
        if (texts.empty()) {
            if (parameter.default_value) {
                members.push_back({parameter.name, *parameter.default_value, {}});
            } else if (parameter.required) {
                wrong(parameter, {"required", std::string(name_of(parameter.kind)), "undefined",
                                  pointer_of(parameter)});
            }
            return;
        }
        const size_t before = problems_.size();
        const Value value =
            parameter.kind == Kind::array ? array(parameter, texts) : single(parameter, texts);
        if (problems_.size() == before && !schema::is_valid(*parameter.schema, value)) {
            const std::string pointer = pointer_of(parameter);
            schema::check(*parameter.schema, value,
                          {parameter.part, pointer, schema::Direction::request}, problems_);
        }
        members.push_back({parameter.name, value, {}});
    }

    // As it is. Where a style takes a name apart (deepObject, an object's members), it is not
    // missed.
    void take(const Parameter& parameter, const std::vector<std::string>& texts,
              std::vector<Member>& members) {
        if (!texts.empty()) {
            members.push_back({parameter.name, Value::of(input_.document.keep(texts[0])), {}});
        }
    }

    std::vector<std::string> sent(const Parameter& parameter) const {
        std::vector<std::string> texts;
        if (parameter.part == Part::path) {
            for (const auto& [name, text] : path_values_) {
                if (name == parameter.name) texts.push_back(text);
            }
        } else if (parameter.part == Part::query) {
            texts = values_of(query_, parameter.name);
            // Many clients write a list as "name[]=a&name[]=b".
            if (texts.empty() && parameter.kind == Kind::array) {
                texts = values_of(query_, parameter.name + "[]");
            }
        } else if (parameter.part == Part::header) {
            texts = fields(parameter);
        } else if (const std::string* field = request_.headers.find("Cookie")) {
            for (const std::string& text : values_of(cookie_pairs(*field), parameter.name)) {
                texts.push_back(http::decode_segment(text));
            }
        }
        return texts;
    }

    // The header fields of a parameter's name: of a list all, as if they were one (RFC 9110,
    // section 5.3), else the first.
    std::vector<std::string> fields(const Parameter& parameter) const {
        std::vector<std::string> texts;
        for (const auto& [name, text] : request_.headers) {
            if (!http::same_name(name, parameter.name)) continue;
            if (texts.empty()) {
                texts.push_back(text);
            } else if (parameter.kind == Kind::array) {
                texts[0] += ',' + text;
            }
        }
        return texts;
    }

    Value single(const Parameter& parameter, const std::vector<std::string>& texts) {
        const std::string pointer = pointer_of(parameter);
        if (texts.size() == 1) return typed(parameter, parameter.kind, texts[0], pointer);
        wrong(parameter, {"type", std::string(name_of(parameter.kind)), "array", pointer});
        return Value::null();
    }

    Value array(const Parameter& parameter, std::vector<std::string> texts) {
        const bool simple = parameter.part == Part::header || parameter.part == Part::path;
        const bool joined = simple || !parameter.explode;
        if (joined && texts.size() == 1) texts = split(texts[0], separator_of(parameter.style));
        std::vector<Value> items;
        for (const std::string& text : texts) {
            const std::string pointer = pointer_of(parameter) + '/' + std::to_string(items.size());
            items.push_back(typed(parameter, parameter.item_kind, text, pointer));
        }
        return input_.document.array(items);
    }

    static char separator_of(contract::Style style) {
        switch (style) {
            case contract::Style::space_delimited:
                return ' ';
            case contract::Style::pipe_delimited:
                return '|';
            case contract::Style::tab_delimited:
                return '\t';
            default:
                return ',';
        }
    }

    static std::vector<std::string> split(const std::string& text, char separator) {
        std::vector<std::string> texts;
        size_t at = 0;
        while (at <= text.size()) {
            const size_t end = std::min(text.find(separator, at), text.size());
            texts.push_back(text.substr(at, end - at));
            at = end + 1;
        }
        return texts;
    }

    Value typed(const Parameter& parameter, Kind kind, std::string_view text,
                const std::string& pointer) {
        text = input_.document.keep(text);
        if (kind == Kind::boolean && (text == "true" || text == "false")) {
            return Value::of(text == "true");
        }
        if (kind == Kind::integer || kind == Kind::number) {
            if (is_number(text)) return Value::number_of(text);
            // A schema of several types may take the text as it is.
            if (schema::is_valid(*parameter.schema, Value::of(text))) return Value::of(text);
            wrong(parameter,
                  {"type", std::string(name_of(kind)), text.empty() ? "null" : "NaN", pointer});
        }
        return Value::of(text);  // a boolean that is none is left for the schema to refuse
    }

    struct Wrong {
        std::string keyword;
        std::string expected;
        std::string received;
        std::string pointer;
    };

    void wrong(const Parameter& parameter, Wrong what) {
        const Value* at = parameter.schema_at.value->find(what.keyword);
        Problem problem;
        problem.part = parameter.part;
        problem.pointer = std::move(what.pointer);
        problem.schema = contract::place_of(parameter.schema_at) + (at ? "/" + what.keyword : "");
        problem.mark = at ? at->mark() : parameter.schema_at.value->mark();
        problem.keyword = std::move(what.keyword);
        problem.expected = std::move(what.expected);
        problem.received = std::move(what.received);
        problems_.push_back(std::move(problem));
    }

    static std::string pointer_of(const Parameter& parameter) {
        std::string pointer;
        append_token(pointer, parameter.name);
        return pointer;
    }

    // Expressions and rules may ask for a query parameter that the contract does not declare, and
    // a resource's scope and key lie in the path whether it declares them or not.
    template <class Texts>
    void keep_undeclared(const Texts& texts, std::vector<Member>& members) {
        for (const auto& [name, text] : texts) {
            const std::string_view wanted = name;
            const bool known = std::any_of(members.begin(), members.end(),
                                           [&](const Member& m) { return m.name == wanted; });
            if (known) continue;
            members.push_back(
                {input_.document.keep(wanted), Value::of(input_.document.keep(text)), {}});
        }
    }

    const http::Request& request_;
    const contract::PathValues& path_values_;
    Pairs query_;
    Input& input_;
    Problems& problems_;
};

}  // namespace

void parameters(const Operation& operation, const http::Request& request,
                const contract::PathValues& path_values, Input& input, Problems& problems) {
    Decoder decoder(request, path_values, input, problems);
    input.path = decoder.part(operation, Part::path);
    input.query = decoder.part(operation, Part::query);
    if (operation.is_strict) decoder.refuse_undeclared(operation);
    input.header = decoder.part(operation, Part::header);
    input.cookie = decoder.part(operation, Part::cookie);
}

}  // namespace standin::check
