// The control API under /__admin.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "mock/admin/visit.h"
#include "mock/engine/engine.h"
#include "mock/match/router.h"

namespace standin::admin {

// Answers requests to the mock itself, as contracts/control/control.yaml describes them: routed and
// checked by the code that routes and checks every other contract. They are no exchanges: no
// journal has them, and no clock moves. Safe to use from several threads. Errors are problem+json
// (RFC 9457).
class Admin {
  public:
    // `engine` must outlive it.
    explicit Admin(engine::Engine& engine) : engine_(engine) {}

    // Whether a path belongs to the control API, be it with a session in front.
    static bool owns(std::string_view path);

    http::Response answer(http::Request request);

    // The contract of the control API, read when somebody first asks for something.
    const contract::Contract& contract();
    // The operations that there are handlers for, by their ids.
    static std::vector<std::string_view> handled();

  private:
    // What a route needs of its session before it is handled: nothing, that it is there, or that it
    // is begun if it is not.
    enum class Needs : uint8_t { nothing, known, begun };
    using Handler = http::Response (Admin::*)(const Visit&);
    struct Route {
        std::string_view operation_id;
        Needs needs;
        Handler handler;
    };
    static const std::vector<Route>& routes();
    static const Route& route_of(const contract::Operation& operation);

    // The contract and what finds operations in it.
    struct Desk {
        std::shared_ptr<const contract::Contract> contract;
        match::Router router;
    };
    const Desk& desk();

    http::Response route(Visit& visit, const engine::Addressee& addressee);
    http::Response miss(const Visit& visit, const match::Match& match);
    http::Response handle(Visit& visit, const Route& route, bool addressed);
    http::Response health(const Visit& visit);

    // session.cpp
    http::Response list_sessions(const Visit& visit);
    http::Response make_session(const Visit& visit);
    http::Response remove_sessions(const Visit& visit);
    http::Response read_session(const Visit& visit);
    http::Response begin_session(const Visit& visit);
    http::Response remove_session(const Visit& visit);
    http::Response fork_session(const Visit& visit);
    http::Response reset_session(const Visit& visit);
    http::Response no_room() const;
    http::Response made(engine::Sessions::Made made, const std::string& name);

    // snapshot.cpp
    http::Response list_snapshots(const Visit& visit);
    http::Response take_snapshot(const Visit& visit);
    http::Response drop_snapshot(const Visit& visit);
    http::Response restore_snapshot(const Visit& visit);

    // state.cpp
    http::Response export_state(const Visit& visit);
    http::Response import_state(const Visit& visit);

    // clock.cpp
    http::Response read_clock(const Visit& visit);
    http::Response set_clock(const Visit& visit);
    http::Response advance_clock(const Visit& visit);

    // fault.cpp
    http::Response list_faults(const Visit& visit);
    http::Response add_faults(const Visit& visit);
    http::Response clear_faults(const Visit& visit);
    http::Response read_fault(const Visit& visit);
    http::Response remove_fault(const Visit& visit);

    // request.cpp
    http::Response list_requests(const Visit& visit);
    http::Response clear_requests(const Visit& visit);
    http::Response read_request(const Visit& visit);

    // webhook.cpp
    http::Response list_webhooks(const Visit& visit);
    http::Response clear_webhooks(const Visit& visit);
    http::Response send_webhook(const Visit& visit);

    engine::Engine& engine_;
    std::once_flag read_;
    std::unique_ptr<const Desk> desk_;  // constant after read_
};

}  // namespace standin::admin
