// The verdict on its own, as fast as it can be told.
#pragma once

#include <optional>

#include "mock/schema/run.h"

namespace standin::schema {

// Checks as Here does, and notes neither where it is nor what it has found before: most instances
// are right, and nothing has to be told of them. What takes it too long ends the run, as
// Run::patience knows. Leaves objects with members that travel one way to Here, and what is rare.
class Glance {
  public:
    explicit Glance(Run& run) : run_(run) {}

    bool holds(const Schema& schema, const Value& instance) {
        if (schema.asks_no_more_of(instance)) return true;
        return allows(schema.kinds, instance) && schema.verdict(*this, schema, instance);
    }
    Run& run() { return run_; }

    // One level deeper, which is as much work as there are things to look at.
    template <class Look>
    bool below(size_t things, Look look) {
        const bool enough = run_.depth < Run::depth_limit && run_.patience.steps.take(things + 1);
        if (!enough) return give_up();
        ++run_.depth;
        const bool valid = look();
        --run_.depth;
        return valid;
    }
    bool finds(const Pattern& pattern, std::string_view text);

  private:
    bool give_up();

    Run& run_;
};

// Chooses how a glance looks at each rule of a schema, once everything about it is known.
// Those that it applies come first, as far as that is possible.
void prepare_glances(Schema& schema);

// The verdict of a glance; nothing where it took too long.
std::optional<bool> glance(const Schema& schema, const Value& instance, Direction direction);

}  // namespace standin::schema
