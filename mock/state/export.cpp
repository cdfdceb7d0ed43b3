#include "mock/state/export.h"

#include "mock/state/placed.h"

namespace standin::state {

using contract::Contract;
using contract::Resource;

namespace {

void write_environment(JsonWriter& writer, const World& world, const Contract& contract) {
    writer.name("environment");
    writer.begin_object();
    const auto environment = world.environments.find(&contract);
    if (environment != world.environments.end()) {
        for (const auto& [name, value] : environment->second) {
            writer.name(name);
            writer.string(value);
        }
    }
    writer.end_object();
}

void write_generated(JsonWriter& writer, const World& world, const Contract& contract) {
    writer.name("generated");
    writer.begin_object();
    for (const auto& [purpose, count] : world.maker.generated()) {
        if (!purpose.starts_with(contract.name + '/')) continue;
        writer.name(purpose);
        writer.json(std::to_string(count));
    }
    writer.end_object();
}

// {"scope":{…},"items":[ with both left open.
void begin_group(JsonWriter& writer, const Resource& resource, const ScopeValues& scope) {
    writer.begin_object();
    if (!scope.empty()) {
        writer.name("scope");
        writer.begin_object();
        for (size_t i = 0; i < scope.size(); ++i) {
            writer.name(resource.scope[i]);
            writer.string(scope[i]);
        }
        writer.end_object();
    }
    writer.name("items");
    writer.begin_array();
}

void end_group(JsonWriter& writer) {
    writer.end_array();
    writer.end_object();
}

// A group ends where the scope changes: the order of creation spans all scopes.
void write_table(JsonWriter& writer, const Table& table) {
    if (table.items().empty()) return;
    writer.name(table.resource().name);
    writer.begin_array();
    const ScopeValues* scope = nullptr;
    for (const Placed& each : placed_in(table)) {
        if (each.scope != scope) {
            if (scope) end_group(writer);
            begin_group(writer, table.resource(), *each.scope);
            scope = each.scope;
        }
        writer.value((*each.item)->value());
    }
    end_group(writer);
    writer.end_array();
}

}  // namespace

void write_state(JsonWriter& writer, const World& world, const Contract& contract) {
    writer.name("contract");
    writer.string(contract.name);
    write_environment(writer, world, contract);
    write_generated(writer, world, contract);
    writer.name("resources");
    writer.begin_object();
    if (const auto* tables = world.store.find(contract)) {
        for (const Table& table : *tables) write_table(writer, table);
    }
    writer.end_object();
}

}  // namespace standin::state
