#include "mock/state/world.h"

#include <algorithm>

#include "mock/core/contract_error.h"
#include "mock/state/draft.h"

namespace standin::state {

using contract::Generator;

namespace {

std::string counter_of(const Generator& generator, const std::string& purpose) {
    std::string counter;
    counter.reserve(purpose.size() + 1 + generator.prefix.size());
    counter += purpose;
    if (generator.makes == Generator::Makes::sequence) counter += '#';
    counter += generator.prefix;
    return counter;
}

}  // namespace

Value Maker::make(const Generator& generator, const std::string& purpose, Instant now,
                  Document& document) {
    if (generator.makes == Generator::Makes::now) {
        const auto precision = generator.seconds ? Precision::seconds : Precision::milliseconds;
        return Value::of(document.keep(format_instant(now, precision)));
    }
    const bool sequence = generator.makes == Generator::Makes::sequence;
    const uint64_t ordinal = generated_[counter_of(generator, purpose)]++;
    if (sequence) {
        // Wraps around where a fixture's count leads beyond the largest.
        const auto number = static_cast<int64_t>(static_cast<uint64_t>(generator.number) + ordinal);
        return Value::of(number, document.keep(std::to_string(number)));
    }
    const Bits bits = chance(seed_, {session_, purpose, generator.prefix}, ordinal);
    std::string text = generator.prefix;
    if (generator.makes == Generator::Makes::uuid) {
        text += uuid_of(bits);
    } else if (generator.makes == Generator::Makes::hex_id) {
        text += hex_of(bits, static_cast<size_t>(generator.number));
    } else {
        text += sortable_id_of(now / 1000, static_cast<uint32_t>(ordinal), bits);
    }
    return Value::of(document.keep(text));
}

void Maker::go_on(const std::string& purpose, uint64_t count) {
    uint64_t& known = generated_[purpose];
    known = std::max(known, count);
}

void Maker::keep_only(const std::function<bool(const std::string& purpose)>& is_one) {
    std::erase_if(generated_, [&](const auto& each) { return !is_one(each.first); });
}

World World::fork(const std::string& session) const {
    World copy(*this);
    copy.maker.rename(session);
    return copy;
}

namespace {

// A fixture may not hold what no client could have made.
void refuse_twins(const contract::Fixture& fixture, const contract::Seed& seed, const Table& table,
                  const Item& item) {
    const Collection* collection = table.find(seed.scope);
    const bool taken = collection && collection->find(item.key());
    const auto* unique = table.conflict(seed.scope, item.value(), item.ordinal());
    if (!taken && !unique) return;
    const std::string member = taken ? table.resource().key : unique->members.back();
    throw ContractError(
        {fixture.source.file,
         seed.item.mark(),
         {},
         "another one of \"" + table.resource().name + "\" has the same \"" + member + "\""});
}

}  // namespace

void seed(World& world, const contract::Fixture& fixture) {
    const contract::Contract& contract = *fixture.contract;
    auto& environment = world.environments[&contract];
    for (const auto& [name, value] : fixture.environment) environment[name] = value;
    for (const auto& [purpose, count] : fixture.generated) world.maker.go_on(purpose, count);
    for (const contract::Seed& each : fixture.seeds) {
        Table& table = world.store.table(contract, each.resource);
        Draft draft;
        draft.start(each.item);
        auto item = draft.finish(contract, table.resource(), table.next_ordinal());
        refuse_twins(fixture, each, table, *item);
        table.add(each.scope, std::move(item));
    }
}

}  // namespace standin::state
