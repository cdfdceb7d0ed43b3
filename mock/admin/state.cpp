// The state of a session, out and in, as fixtures.
#include "mock/admin/admin.h"
#include "mock/state/export.h"

namespace standin::admin {

using contract::Contract;
using contract::SecurityScheme;
using engine::Snapshot;

namespace {

void write_credential(JsonWriter& writer, const std::string& value, const check::Scopes& scopes) {
    if (!scopes) return writer.string(value);
    writer.begin_object();
    writer.name("value");
    writer.string(value);
    write_names(writer, "scopes", {scopes->begin(), scopes->end()});
    writer.end_object();
}

// In the order of the contract's schemes; without those of which none is known.
void write_credentials(JsonWriter& writer, const Contract& contract,
                       const check::Credentials& known) {
    writer.name("credentials");
    writer.begin_object();
    for (const SecurityScheme& scheme : contract.schemes) {
        const auto values = known.find(&scheme);
        if (values == known.end() || values->second.empty()) continue;
        writer.name(scheme.name);
        writer.begin_array();
        for (const auto& [value, scopes] : values->second) write_credential(writer, value, scopes);
        writer.end_array();
    }
    writer.end_object();
}

}  // namespace

// Of a copy, which costs nothing: the session goes on while a large state is written.
http::Response Admin::export_state(const Visit& visit) {
    const Snapshot copy = visit.session->with([](const Snapshot& present) { return present; });
    std::string body;
    JsonWriter writer(body, plain);
    writer.begin_array();
    for (const auto& contract : engine_.settings().contracts) {
        writer.begin_object();
        state::write_state(writer, copy.world, *contract);
        write_credentials(writer, *contract, *copy.credentials);
        writer.end_object();
    }
    writer.end_array();
    return json(std::move(body));
}

http::Response Admin::import_state(const Visit& visit) {
    const engine::Settings& settings = engine_.settings();
    try {
        const auto fixtures = contract::read_fixture_list(
            contract::read_source_text("state", visit.request.body), settings.contracts);
        Snapshot made = engine::snapshot_of(visit.session->name(), settings.beginning, fixtures);
        visit.session->replace([&](const Snapshot& present) {
            made.world.clock = present.world.clock;
            made.faults = present.faults;
            return std::move(made);
        });
    } catch (const ContractError& error) {
        return mistaken(error);
    }
    return done();
}

}  // namespace standin::admin
