// The faults of a session: rules in force, and plans that are known by name.
#include <algorithm>

#include "mock/admin/admin.h"
#include "mock/admin/firing.h"
#include "mock/http/problem_details.h"

namespace standin::admin {

using engine::Snapshot;
using fault::Faults;
using fault::Plan;

namespace {

std::vector<Faults::Standing> standings_of(const Visit& visit) {
    return visit.session->with([](const Snapshot& present) { return present.faults.standings(); });
}

void write_standing(JsonWriter& writer, const Faults::Standing& standing) {
    writer.begin_object();
    write_text(writer, "name", standing.rule->name);
    write_text(writer, "plan", standing.rule->plan);
    write_text(writer, "when", name_of(standing.rule->when));
    write_number(writer, "matched", standing.matched);
    write_number(writer, "fired", standing.fired);
    write_instant(writer, "since", standing.since);
    writer.end_object();
}

std::vector<std::string> names_of(const Plan& plan) {
    std::vector<std::string> names;
    for (const fault::Rule& rule : plan.rules) names.push_back(rule.name);
    return names;
}

void write_library(JsonWriter& writer, const fault::Library& library) {
    writer.name("library");
    writer.begin_array();
    for (const auto& plan : library.plans()) {
        writer.begin_object();
        write_text(writer, "plan", plan->name);
        write_text(writer, "description", plan->description);
        write_names(writer, "rules", names_of(*plan));
        writer.end_object();
    }
    writer.end_array();
}

// The name in {"plan": "NAME"}; nothing where the text is something else.
const Value* named_plan(const Value& root) {
    const Value* name = root.find("plan");
    const bool alone = name && root.members().size() == 1 && name->is(Kind::string);
    return alone ? name : nullptr;
}

http::Response unknown_plan(std::string_view name, const fault::Library& library) {
    std::string known;
    for (const auto& plan : library.plans()) known += (known.empty() ? "" : ", ") + plan->name;
    return http::problem_details(404, "There is no plan \"" + std::string(name) +
                                          "\": " + (known.empty() ? "none is known" : known));
}

http::Response put_in_force(const Visit& visit, const std::shared_ptr<const Plan>& plan) {
    try {
        visit.session->with([&](Snapshot& present) { engine::install(present, plan); });
    } catch (const ContractError& error) {
        return http::problem_details(409, error.mistakes().front().message);
    }
    std::string body;
    JsonWriter writer(body, plain);
    writer.begin_object();
    write_names(writer, "rules", names_of(*plan));
    writer.end_object();
    return json(std::move(body), 201);
}

}  // namespace

http::Response Admin::list_faults(const Visit& visit) {
    std::string body;
    JsonWriter writer(body, plain);
    std::vector<std::string> unfired;
    writer.begin_object();
    writer.name("rules");
    writer.begin_array();
    for (const Faults::Standing& standing : standings_of(visit)) {
        write_standing(writer, standing);
        if (standing.fired == 0) unfired.push_back(standing.rule->name);
    }
    writer.end_array();
    write_names(writer, "unfired", unfired);
    write_library(writer, engine_.settings().library);
    writer.end_object();
    return json(std::move(body));
}

http::Response Admin::add_faults(const Visit& visit) {
    const engine::Settings& settings = engine_.settings();
    try {
        contract::Source source = contract::read_source_text("plan", visit.request.body);
        const Value* name = named_plan(source.root());
        const auto plan = name ? settings.library.find(name->text())
                               : fault::read_plan(std::move(source), settings.contracts);
        return plan ? put_in_force(visit, plan) : unknown_plan(name->text(), settings.library);
    } catch (const ContractError& error) {
        return mistaken(error);
    }
}

http::Response Admin::clear_faults(const Visit& visit) {
    visit.session->with([](Snapshot& present) { present.faults.clear(); });
    return done();
}

http::Response Admin::read_fault(const Visit& visit) {
    const std::string name = visit.path("rule");
    for (const Faults::Standing& standing : standings_of(visit)) {
        if (standing.rule->name != name) continue;
        std::string body;
        JsonWriter writer(body, plain);
        write_standing(writer, standing);
        return json(std::move(body));
    }
    return unknown("rule", name);
}

http::Response Admin::remove_fault(const Visit& visit) {
    const std::string name = visit.path("rule");
    const bool removed =
        visit.session->with([&](Snapshot& present) { return present.faults.remove(name); });
    return removed ? done() : unknown("rule", name);
}

}  // namespace standin::admin
