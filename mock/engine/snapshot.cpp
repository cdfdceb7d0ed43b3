#include "mock/engine/snapshot.h"

#include "mock/core/contract_error.h"

namespace standin::engine {

namespace {

std::shared_ptr<const check::Credentials> credentials_of(
    const std::vector<contract::Fixture>& fixtures) {
    auto known = std::make_shared<check::Credentials>();
    for (const contract::Fixture& fixture : fixtures) {
        for (const auto& [scheme, values] : fixture.credentials) {
            for (const contract::SecurityScheme& each : fixture.contract->schemes) {
                if (each.name == scheme) (*known)[&each].insert(values.begin(), values.end());
            }
        }
    }
    return known;
}

Snapshot first_of(const Beginning& beginning) {
    Snapshot first = snapshot_of("default", beginning, beginning.fixtures);
    for (const auto& plan : beginning.faults) install(first, plan);
    return first;
}

}  // namespace

Snapshot snapshot_of(const std::string& session, const Beginning& beginning,
                     const std::vector<contract::Fixture>& fixtures) {
    Snapshot snapshot{state::World(beginning.seed, session, beginning.clock),
                      fault::Faults(beginning.seed, session), credentials_of(fixtures)};
    for (const contract::Fixture& fixture : fixtures) state::seed(snapshot.world, fixture);
    return snapshot;
}

void install(Snapshot& snapshot, const std::shared_ptr<const fault::Plan>& plan) {
    const std::string twin = snapshot.faults.add(plan, snapshot.world.clock.now());
    if (!twin.empty()) {
        throw ContractError(
            {plan->source.file, {}, {}, "a rule named \"" + twin + "\" is in force already"});
    }
    if (plan->tick) snapshot.world.clock.set_tick(*plan->tick);
}

Origin::Origin(const Beginning& beginning) : beginning_(beginning), first_(first_of(beginning)) {}

}  // namespace standin::engine
