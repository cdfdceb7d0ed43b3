#include "mock/admin/admin.h"

#include <algorithm>
#include <cassert>

#include "mock/check/input.h"
#include "mock/contract/embedded.h"
#include "mock/envelope/wrap.h"
#include "mock/http/problem_details.h"

namespace standin::admin {

namespace {

constexpr std::string_view prefix = "/__admin";

// What every session has: these routes also exist without /sessions/{session}.
constexpr std::string_view scoped[] = {"fork",  "reset",  "snapshots", "restore", "state",
                                       "clock", "faults", "requests",  "webhooks"};

// The target in its long form, where it is a short one.
void lengthen(std::string& target, const std::string& session) {
    const size_t begin = prefix.size() + 1;
    if (target.size() <= begin) return;
    const std::string_view first =
        std::string_view(target).substr(begin, target.find_first_of("/?", begin) - begin);
    if (std::find(std::begin(scoped), std::end(scoped), first) == std::end(scoped)) return;
    target.insert(prefix.size(), "/sessions/" + session);
}

}  // namespace

bool Admin::owns(std::string_view path) {
    path = engine::without_session(path);
    return path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/');
}

const std::vector<Admin::Route>& Admin::routes() {
    static const std::vector<Route> routes = {
        {"readHealth", Needs::nothing, &Admin::health},
        {"listSessions", Needs::nothing, &Admin::list_sessions},
        {"makeSession", Needs::nothing, &Admin::make_session},
        {"removeSessions", Needs::nothing, &Admin::remove_sessions},
        {"readSession", Needs::known, &Admin::read_session},
        {"beginSession", Needs::nothing, &Admin::begin_session},
        {"removeSession", Needs::nothing, &Admin::remove_session},
        {"forkSession", Needs::known, &Admin::fork_session},
        {"resetSession", Needs::begun, &Admin::reset_session},
        {"listSnapshots", Needs::known, &Admin::list_snapshots},
        {"takeSnapshot", Needs::begun, &Admin::take_snapshot},
        {"dropSnapshot", Needs::known, &Admin::drop_snapshot},
        {"restoreSnapshot", Needs::known, &Admin::restore_snapshot},
        {"exportState", Needs::known, &Admin::export_state},
        {"importState", Needs::begun, &Admin::import_state},
        {"readClock", Needs::known, &Admin::read_clock},
        {"setClock", Needs::begun, &Admin::set_clock},
        {"advanceClock", Needs::begun, &Admin::advance_clock},
        {"listFaults", Needs::known, &Admin::list_faults},
        {"addFaults", Needs::begun, &Admin::add_faults},
        {"clearFaults", Needs::known, &Admin::clear_faults},
        {"readFault", Needs::known, &Admin::read_fault},
        {"removeFault", Needs::known, &Admin::remove_fault},
        {"listRequests", Needs::known, &Admin::list_requests},
        {"clearRequests", Needs::known, &Admin::clear_requests},
        {"readRequest", Needs::known, &Admin::read_request},
        {"listWebhooks", Needs::known, &Admin::list_webhooks},
        {"clearWebhooks", Needs::known, &Admin::clear_webhooks},
        {"sendWebhook", Needs::begun, &Admin::send_webhook},
    };
    return routes;
}

const Admin::Route& Admin::route_of(const contract::Operation& operation) {
    const auto found = std::find_if(routes().begin(), routes().end(), [&](const Route& each) {
        return each.operation_id == operation.id;
    });
    assert(found != routes().end());
    return *found;
}

std::vector<std::string_view> Admin::handled() {
    std::vector<std::string_view> ids;
    for (const Route& route : routes()) ids.push_back(route.operation_id);
    return ids;
}

// The start of the mock need not wait for it.
const Admin::Desk& Admin::desk() {
    std::call_once(read_, [&] {
        auto contract =
            contract::load_contract_text("control.yaml", *contract::embedded("control.yaml"));
        desk_ = std::make_unique<const Desk>(Desk{contract, match::Router({contract})});
    });
    return *desk_;
}

const contract::Contract& Admin::contract() {
    return *desk().contract;
}

http::Response Admin::answer(http::Request request) {
    Visit visit(std::move(request));
    const engine::Addressee addressee = engine::addressee_of(visit.request);
    if (!addressee.mistake.empty()) return http::problem_details(400, addressee.mistake);
    return route(visit, addressee);
}

http::Response Admin::route(Visit& visit, const engine::Addressee& addressee) {
    const size_t sent = visit.request.target.size();
    lengthen(visit.request.target, addressee.session);
    const bool addressed = visit.request.target.size() > sent;
    const match::Match match = desk().router.find(visit.request.method, visit.request.path());
    if (!match.operation) return miss(visit, match);
    auto verdict = check::input(
        {*match.contract, *match.operation, visit.request, match.path_values}, visit.input);
    if (verdict.fine()) return handle(visit, route_of(*match.operation), addressed);
    return envelope::refusal({match.contract, match.operation, visit.request, visit.input},
                             verdict.error, verdict.problems);
}

http::Response Admin::miss(const Visit& visit, const match::Match& match) {
    if (!match.allowed.empty()) {
        http::Response response = http::problem_details(405, "This route takes " + match.allowed);
        response.headers.set("Allow", match.allowed);
        return response;
    }
    Problems problems(1);
    problems.front().part = Part::request;
    problems.front().keyword = "path";
    return envelope::refusal({match.contract, nullptr, visit.request, visit.input}, "unknown_path",
                             problems);
}

// A session that the request itself names, and not its path, begins on first use.
http::Response Admin::handle(Visit& visit, const Route& route, bool addressed) {
    if (route.needs != Needs::nothing) {
        const bool begins = addressed || route.needs == Needs::begun;
        const std::string name = visit.path("session");
        engine::Sessions& sessions = engine_.sessions();
        visit.session = begins ? sessions.find_or_begin(name) : sessions.find(name);
        if (!visit.session) return begins ? no_room() : unknown("session", name);
    }
    return (this->*route.handler)(visit);
}

http::Response Admin::health(const Visit&) {
    return json(R"({"status":"healthy","message":"standin is ready","version":")" STANDIN_VERSION
                R"("})");
}

}  // namespace standin::admin
