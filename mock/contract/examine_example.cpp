// Examples that are not what their schemas ask for.
#include "mock/contract/examiner.h"
#include "mock/core/pointer.h"
#include "mock/schema/check.h"

namespace standin::contract {

namespace {

std::string sentence_of(const Problem& problem, std::string_view what) {
    const std::string text = "the " + std::string(what) + " breaks its schema: ";
    const auto tokens = tokens_of(problem.pointer);
    const std::string name = tokens.empty() ? "it" : '"' + tokens.back() + '"';
    if (problem.keyword == "required") return text + name + " is missing";
    if (problem.keyword == "additionalProperties") return text + name + " is not known";
    std::string rest = problem.keyword;
    if (!problem.expected.empty()) rest += " " + problem.expected;
    if (!problem.received.empty()) rest += ", not " + problem.received;
    return text + (tokens.empty() ? "" : name + ": ") + rest;
}

// Where in the example something is wrong: at the value that there is, or that lacks one.
Located place_of(const Located& example, const Problem& problem) {
    Located at = example;
    for (const std::string& token : tokens_of(problem.pointer)) {
        Located below;
        if (at.value->is(Kind::object)) below = at.find(token);
        const bool index = token.find_first_not_of("0123456789") == token.npos && !token.empty();
        if (at.value->is(Kind::array) && index && std::stoul(token) < at.value->items().size()) {
            below = at.item(std::stoul(token));
        }
        if (!below) break;
        at = std::move(below);
    }
    return at;
}

}  // namespace

void Examiner::examples(const Visit& visit) {
    if (!contract_) return;
    const bool own = visit.thing == Thing::schema;
    const bool beside = visit.thing == Thing::media_type || visit.thing == Thing::parameter ||
                        visit.thing == Thing::header;
    if (!own && !beside) return;
    const Located schema = own ? visit.at : visit.at.find("schema");
    if (!schema) return;
    example_of(schema, visit.at.find("example"));
    if (own) example_of(schema, visit.at.find("default"), "default");
    const Located list = visit.at.find("examples");
    if (own && list && list.value->is(Kind::array)) {
        for (size_t i = 0; i < list.value->items().size(); ++i) example_of(schema, list.item(i));
    }
    if (!own && list && list.value->is(Kind::object)) {
        for (const Member& each : list.value->members()) {
            try {
                const Located example = follow(list.find(each.name));
                example_of(schema, example.find("value"));
                example_of(schema, example.find("dataValue"));
            } catch (const ContractError&) {  // is told where the reference is looked at
            }
        }
    }
}

// Which way an example travels is not always known: it is fine if it could go one.
void Examiner::example_of(const Located& schema, const Located& value, std::string_view what) {
    if (!value) return;
    try {
        const schema::Schema& compiled = compile(*contract_->schemas, schema);
        Problems problems;
        for (const auto direction : {schema::Direction::request, schema::Direction::response}) {
            problems.clear();
            schema::check(compiled, *value.value, {Part::body, "", direction}, problems, 3);
            if (problems.empty()) return;
        }
        for (const Problem& problem : problems) {
            warn(place_of(value, problem), sentence_of(problem, what));
        }
    } catch (const ContractError&) {  // is told where the schema is looked at
    }
}

}  // namespace standin::contract
