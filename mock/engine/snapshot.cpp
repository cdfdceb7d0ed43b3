#include "mock/engine/snapshot.h"

#include "mock/core/contract_error.h"

namespace standin::engine {

namespace {

Snapshot first_of(const Beginning& beginning) {
    Snapshot first = snapshot_of("default", beginning, beginning.fixtures);
    for (const auto& plan : beginning.faults) install(first, plan);
    return first;
}

}  // namespace

std::shared_ptr<const check::Credentials> credentials_of(
    const std::vector<contract::Fixture>& fixtures) {
    auto known = std::make_shared<check::Credentials>();
    for (const contract::Fixture& fixture : fixtures) {
        for (const auto& [scheme, values] : fixture.credentials) {
            for (const contract::SecurityScheme& each : fixture.contract->schemes) {
                if (each.name != scheme) continue;
                for (const contract::Credential& one : values) {
                    (*known)[&each].insert_or_assign(one.value, one.scopes);
                }
            }
        }
    }
    return known;
}

Snapshot snapshot_of(const std::string& session, const Beginning& beginning,
                     const std::vector<contract::Fixture>& fixtures) {
    Snapshot snapshot{state::World(beginning.seed, session, beginning.clock),
                      fault::Faults(beginning.seed, session), credentials_of(fixtures)};
    for (const contract::Fixture& fixture : fixtures) state::seed(snapshot.world, fixture);
    return snapshot;
}

void install(Snapshot& snapshot, const std::shared_ptr<const fault::Plan>& plan) {
    using Result = fault::Faults::Added::Result;
    const auto added = snapshot.faults.add(plan, snapshot.world.clock.now());
    if (added.result != Result::done) {
        const std::string why = added.result == Result::twin
                                    ? "a rule named \"" + added.twin + "\" is in force already"
                                    : "no more than " + std::to_string(fault::Faults::most_rules) +
                                          " rules may be in force";
        throw ContractError({plan->source.file, {}, {}, why});
    }
    if (plan->tick) snapshot.world.clock.set_tick(*plan->tick);
}

// A rule comes into a session when the session begins.
Snapshot Origin::begin(const std::string& session) const {
    Snapshot snapshot = first_.fork(session);
    snapshot.faults.restart(snapshot.world.clock.now());
    return snapshot;
}

Origin::Origin(const Beginning& beginning) : beginning_(beginning), first_(first_of(beginning)) {}

}  // namespace standin::engine
