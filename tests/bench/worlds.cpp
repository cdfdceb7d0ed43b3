// How long it takes to do something to a whole world, by how much is stored in it: prints
// "world STEP RESOURCES NANOSECONDS", the median of many.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "mock/engine/sessions.h"
#include "mock/state/draft.h"

namespace {

using namespace standin;

constexpr int rounds = 101;

constexpr std::string_view document = R"(
openapi: 3.1.0
paths:
  /notes/{id}:
    put:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}
components:
  schemas:
    Note: {type: object, properties: {id: {type: string}, text: {type: string}}}
x-standin: {name: bench, resources: {notes: {key: id}}}
)";

void put(state::Table& table, const contract::Contract& contract, uint64_t number) {
    const std::string id = uuid_of(chance(0, {"note"}, number));
    state::Draft draft;
    draft.set("id", Value::of(std::string_view(id)));
    draft.set("text", Value::of(std::string_view("something to remember")));
    table.add({}, draft.finish(contract, table.resource(), table.next_ordinal()));
}

// The median time of a step in nanoseconds; what it returns is destroyed outside of that time.
template <class Step>
int64_t time_of(Step step) {
    std::vector<int64_t> times;
    for (int i = 0; i < rounds; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        [[maybe_unused]] const auto kept = step();
        times.push_back((std::chrono::steady_clock::now() - begin).count());
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[rounds / 2];
}

void measure(const contract::Contract& contract, size_t resources) {
    const engine::Beginning beginning;
    engine::Sessions sessions(beginning, {.most = 10, .ttl = {}});
    const auto session = sessions.standard();
    session->with([&](engine::Snapshot& present) {
        state::Table& table = present.world.store.table(contract, 0);
        for (size_t i = 0; i < resources; ++i) put(table, contract, i);
    });
    const engine::Snapshot whole = session->fork("default");
    const auto tell = [&](const char* step, int64_t nanoseconds) {
        std::printf("world %s %zu %lld\n", step, resources, static_cast<long long>(nanoseconds));
    };
    tell("snapshot", time_of([&] { return session->take_snapshot("base"); }));
    tell("fork", time_of([&] { return session->fork("other"); }));
    tell("restore", time_of([&] { return session->restore("base"); }));
    tell("change", time_of([&, number = resources]() mutable {
             // The first one after a fork, when everything is shared.
             auto forked = session->fork("other");
             put(forked.world.store.table(contract, 0), contract, ++number);
             return forked;
         }));
    tell("reset", time_of([&] {
             session->replace([&](const engine::Snapshot&) { return whole; });
             session->reset();
             return 0;
         }));
}

}  // namespace

int main() {
    const auto contract = contract::load_contract_text("bench.yaml", document);
    for (const size_t resources : {10, 1'000'000}) measure(*contract, resources);
}
