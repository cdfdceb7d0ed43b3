#include <algorithm>

#include "mock/contract/embedded.h"
#include "mock/contract/loader.h"
#include "mock/core/pointer.h"
#include "mock/schema/check.h"

namespace standin::contract {

namespace {

// The schema of the extension, compiled once for all contracts.
class ExtensionSchema {
  public:
    static ExtensionSchema& instance() {
        static ExtensionSchema schema;
        return schema;
    }

    const schema::Schema& of(std::string_view definition) {
        return schemas_.compile("/$defs/" + std::string(definition));
    }

  private:
    ExtensionSchema()
        : source_(
              read_source_text("x-standin.schema.json", embedded("x-standin.schema.json").value())),
          schemas_(source_.file, source_.document, schema::Dialect::json_schema_2020_12) {}

    Source source_;
    schema::Schemas schemas_;
};

bool is_method(std::string_view name) {
    static constexpr std::string_view names[] = {"get",     "put",  "post",  "delete",
                                                 "options", "head", "patch", "trace"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Which part of the extension's schema speaks of an x-standin, by where it stands.
std::string_view definition_at(const std::vector<std::string>& path) {
    if (path.empty()) return "root";
    if (path.size() == 3 && path[0] == "paths" && is_method(path[2])) return "operation";
    if (path.size() == 3 && path[0] == "components" && path[1] == "securitySchemes") {
        return "security";
    }
    return "schema";
}

// What is wrong, as a sentence about a file. The extension's own mistakes are told in these words
// and not in a contract's catalogue, which may be the thing that is broken.
std::string sentence_of(const Problem& problem) {
    const auto tokens = tokens_of(problem.pointer);
    const std::string name = tokens.empty() ? "x-standin" : tokens.back();
    if (problem.keyword == "additionalProperties") return "\"" + name + "\" is not known here";
    if (problem.keyword == "required") return "\"" + name + "\" is missing";
    if (problem.keyword == "type") {
        return "\"" + name + "\" must be of type " + problem.expected + ", not " + problem.received;
    }
    if (problem.keyword == "enum") return "\"" + name + "\" must be one of " + problem.expected;
    std::string text = "\"" + name + "\" breaks the extension's schema: " + problem.keyword;
    return problem.expected.empty() ? text : text + " " + problem.expected;
}

class ExtensionCheck {
  public:
    ExtensionCheck(const Source& source, std::vector<Mistake>& mistakes)
        : source_(source), mistakes_(mistakes) {}

    void walk(const Value& value) {
        if (value.is(Kind::array)) {
            for (size_t i = 0; i < value.items().size(); ++i) {
                step(std::to_string(i), value.items()[i]);
            }
        }
        if (!value.is(Kind::object)) return;
        for (const Member& member : value.members()) {
            if (member.name == "x-standin") {
                check(member);
            } else if (!is_data(member.name)) {
                step(member.name, member.value);
            }
        }
    }

  private:
    // Below these members stands data, in which the word means nothing.
    static bool is_data(std::string_view name) {
        return name == "example" || name == "examples" || name == "default" || name == "enum" ||
               name == "const";
    }

    void step(std::string_view token, const Value& value) {
        path_.emplace_back(token);
        walk(value);
        path_.pop_back();
    }

    void check(const Member& extension) {
        std::string pointer;
        for (const std::string& token : path_) append_token(pointer, token);
        pointer += "/x-standin";
        Problems problems;
        schema::check(ExtensionSchema::instance().of(definition_at(path_)), extension.value,
                      {Part::body, "", schema::Direction::request}, problems);
        for (const Problem& problem : problems) {
            mistakes_.push_back({source_.file, mark_of(extension, problem.pointer),
                                 pointer + problem.pointer, sentence_of(problem)});
        }
    }

    // The place of a member's name; of the object that lacks it where it is missing.
    static Mark mark_of(const Member& extension, std::string_view pointer) {
        if (pointer.empty()) return extension.mark;
        const std::string_view above = pointer.substr(0, pointer.rfind('/'));
        const Value* parent = resolve(extension.value, above);
        if (!parent) return extension.mark;
        const std::string last = tokens_of(pointer).back();
        if (parent->is(Kind::object)) {
            for (const Member& member : parent->members()) {
                if (member.name == last) return member.mark;
            }
            return above.empty() ? extension.mark : parent->mark();
        }
        const Value* item = resolve(extension.value, pointer);
        return item ? item->mark() : parent->mark();
    }

    const Source& source_;
    std::vector<Mistake>& mistakes_;
    std::vector<std::string> path_;
};

}  // namespace

void Loader::check_extensions() {
    ExtensionCheck(source(), mistakes_).walk(source().root());
}

}  // namespace standin::contract
