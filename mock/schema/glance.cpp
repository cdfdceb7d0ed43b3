#include "mock/schema/glance.h"

#include "mock/schema/here.h"
#include "mock/schema/pattern.h"

namespace standin::schema {

namespace {

// A small part of what a check may take, so that it costs little to have taken them in vain.
constexpr uint64_t step_limit = Steps::limit >> 5;

}  // namespace

bool Glance::finds(const Pattern& pattern, std::string_view text) {
    const Search result = pattern.search(text, run_.patience.steps);
    return result == Search::gave_up ? give_up() : result == Search::found;
}

// Whatever asks for more steps ends the same way.
bool Glance::give_up() {
    run_.patience.steps.left = 0;
    if (!run_.patience.lost) run_.patience.lost = std::make_unique<Problem>();
    return false;
}

std::optional<bool> glance(const Schema& schema, const Value& instance, Direction direction) {
    if (schema.asks_no_more_of(instance)) return true;
    Scratch scratch;
    Patience patience;
    patience.steps.left = step_limit;
    Run run(scratch, patience, {Part::body, "", direction});
    run.brief = true;
    const bool valid = Glance(run).holds(schema, instance);
    return patience.lost ? std::nullopt : std::optional(valid);
}

}  // namespace standin::schema
