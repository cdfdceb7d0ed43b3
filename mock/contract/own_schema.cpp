#include "mock/contract/own_schema.h"

#include "mock/contract/embedded.h"
#include "mock/core/pointer.h"
#include "mock/schema/check.h"

namespace standin::contract {

namespace {

// The place of a member's name; of the object that lacks it where it is missing.
Mark mark_of(const Subject& subject, std::string_view pointer) {
    if (pointer.empty()) return subject.mark;
    const std::string_view above = pointer.substr(0, pointer.rfind('/'));
    const Value* parent = resolve(subject.value, above);
    if (!parent) return subject.mark;
    const std::string last = tokens_of(pointer).back();
    if (parent->is(Kind::object)) {
        for (const Member& member : parent->members()) {
            if (member.name == last) return member.mark;
        }
        return above.empty() ? subject.mark : parent->mark();
    }
    const Value* item = resolve(subject.value, pointer);
    return item ? item->mark() : parent->mark();
}

}  // namespace

OwnSchema::OwnSchema(std::string_view file, std::string_view called,
                     const std::vector<std::string>& pointers)
    : called_(called),
      source_(read_source_text(std::string(file), embedded(file).value())),
      schemas_(source_.file, source_.document, schema::Dialect::json_schema_2020_12) {
    for (const std::string& pointer : pointers) compiled_[pointer] = &schemas_.compile(pointer);
}

void OwnSchema::check(std::string_view pointer, const Subject& subject,
                      std::vector<Mistake>& mistakes) const {
    Problems problems;
    schema::check(*compiled_.find(pointer)->second, subject.value,
                  {Part::body, "", schema::Direction::request}, problems);
    for (const Problem& problem : problems) {
        const Mark mark = mark_of(subject, problem.pointer);
        mistakes.push_back({subject.source.file_of(mark), mark, subject.pointer + problem.pointer,
                            sentence_of(problem, subject.name)});
    }
}

std::string OwnSchema::sentence_of(const Problem& problem, std::string_view whole) const {
    const auto tokens = tokens_of(problem.pointer);
    const std::string name = tokens.empty() ? std::string(whole) : tokens.back();
    if (problem.keyword == "additionalProperties") return "\"" + name + "\" is not known here";
    if (problem.keyword == "required") return "\"" + name + "\" is missing";
    if (problem.keyword == "type") {
        return "\"" + name + "\" must be of type " + problem.expected + ", not " + problem.received;
    }
    if (problem.keyword == "enum") return "\"" + name + "\" must be one of " + problem.expected;
    std::string text = "\"" + name + "\" breaks " + called_ + ": " + problem.keyword;
    return problem.expected.empty() ? text : text + " " + problem.expected;
}

}  // namespace standin::contract
