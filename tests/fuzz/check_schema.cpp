// A schema on the first line, an instance in the rest: both verdicts must agree, and every problem
// must lie somewhere in the instance and in the schema.
#include <algorithm>

#include "mock/core/json.h"
#include "mock/schema/check.h"
#include "tests/fuzz/target.h"

namespace {

using namespace standin;
using fuzz::expect;

std::shared_ptr<const Document> read(std::string_view text) {
    JsonFault fault;
    return read_json(text, fault, {.marks = true});
}

// A member that is missing has no place of its own: then it is the object's that counts.
bool lies_in(const Value& instance, const Problem& problem) {
    if (resolve(instance, problem.pointer)) return true;
    const bool missing = problem.keyword == "required" || problem.keyword == "dependentRequired" ||
                         problem.keyword == "dependencies";
    return missing && resolve(instance, problem.pointer.substr(0, problem.pointer.rfind('/')));
}

// Whether a problem's keyword stands in this document, and not in a metaschema.
bool is_of_document(const Problem& problem) {
    return problem.schema.empty() || problem.schema.front() == '/';
}

bool is_choice(std::string_view keyword) {
    return keyword == "oneOf" || keyword == "anyOf" || keyword == "discriminator";
}

// Where a problem's keyword stands: the mark of its name, or of the schema for one without keyword.
Mark mark_in(const Value& schema, const Problem& problem) {
    const Value* node = resolve(schema, problem.schema);
    expect(node, "a problem with a schema that is nowhere", problem.schema);
    const bool whole = problem.keyword == "false" || problem.keyword == "depth";
    if (whole && node->mark() == problem.mark) return problem.mark;
    const size_t end = problem.schema.rfind('/');
    const std::string name = problem.schema.substr(end + 1);
    // A choice tells of members by which its branches are told apart in the words of others.
    expect(name == problem.keyword || is_choice(name), "a problem of another keyword", name);
    node = resolve(schema, problem.schema.substr(0, end));
    for (const Member& member : node->members()) {
        if (member.name == name && member.mark == problem.mark) return problem.mark;
    }
    return {};
}

// Whether a member is told that no schema of its object declares: at a schema, not at a keyword
// that is false.
bool is_of_stranger(const Value& schema, const Problem& problem) {
    const Value* told = is_of_document(problem) ? resolve(schema, problem.schema) : nullptr;
    const bool at_keyword =
        told ? told->is(Kind::boolean) : problem.schema.ends_with("/additionalProperties");
    return problem.keyword == "additionalProperties" && !at_keyword;
}

// A check that closes objects looks at everything in full, and finds no more than strangers in what
// a glance takes for valid.
void compare_with_glance(const schema::Schema& compiled, const Value& schema, const Value& instance,
                         schema::Place place) {
    const bool valid = schema::is_valid(compiled, instance, place.direction);
    place.closes_objects = true;
    Problems problems;
    schema::check(compiled, instance, place, problems);
    const bool strangers_alone = std::ranges::all_of(problems, [&](const Problem& problem) {
        return is_of_stranger(schema, problem) || problem.keyword == "depth";
    });
    expect(valid ? strangers_alone : !problems.empty(), "a glance and a check disagree");
}

void check(const schema::Schema& compiled, const Value& schema, const Value& instance,
           schema::Direction direction) {
    schema::Place place;
    place.direction = direction;
    Problems problems;
    schema::check(compiled, instance, place, problems);
    expect(problems.empty() == schema::is_valid(compiled, instance, direction),
           "check() and is_valid() disagree");
    compare_with_glance(compiled, schema, instance, place);
    expect(problems.size() <= schema::problem_limit, "more problems than the limit");
    for (const Problem& problem : problems) {
        expect(lies_in(instance, problem), "a problem that is nowhere", problem.pointer);
        const bool marked = !is_of_document(problem) || problem.mark == mark_in(schema, problem);
        expect(marked && problem.mark.line > 0, "a problem with a wrong mark", problem.schema);
    }
    Problems first;
    schema::check(compiled, instance, place, first, 1);
    expect(first.size() == std::min<size_t>(problems.size(), 1), "a limit of 1 is not kept");
    expect(first.empty() ||
               (first[0].pointer == problems[0].pointer && first[0].schema == problems[0].schema),
           "a limit changes the first problem");
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    const std::string_view text = fuzz::text_of(bytes, size);
    const size_t end = text.find('\n');
    if (end == text.npos) return 0;
    const auto document = read(text.substr(0, end));
    const auto instance = read(text.substr(end + 1));
    if (!document || !instance || !fuzz::has_unique_names(document->root())) return 0;
    using schema::Dialect;
    for (const auto dialect : {Dialect::json_schema_2020_12, Dialect::json_schema_2019_09,
                               Dialect::draft_4, Dialect::openapi_3_0}) {
        schema::Schemas schemas("fuzz.json", document, dialect);
        try {
            const schema::Schema& compiled = schemas.compile("");
            check(compiled, document->root(), instance->root(), schema::Direction::request);
            check(compiled, document->root(), instance->root(), schema::Direction::response);
        } catch (const ContractError&) {
        }
    }
    return 0;
}
