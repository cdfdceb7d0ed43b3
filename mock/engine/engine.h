// The mock without a transport: a request goes in, a response comes out.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "mock/check/credentials.h"
#include "mock/contract/contract.h"
#include "mock/engine/addressee.h"
#include "mock/engine/sessions.h"
#include "mock/match/router.h"

namespace standin::engine {

// JSON text of the answers of operations that have no state.
using Examples = std::map<const contract::Operation*, std::string>;  // never iterated

struct Settings {
    std::vector<std::shared_ptr<const contract::Contract>> contracts;
    Beginning beginning;
    Sessions::Limits sessions;
    fault::Library library;  // plans that requests and the control API may name
    check::Auth auth = check::Auth::contract;
    bool prefer = true;  // a request's Prefer header is looked at
};

// Answers requests as the contracts say. Safe to use from several threads: contracts are immutable,
// and a session is locked only while a request acts on it.
class Engine {
  public:
    // Throws ContractError where a contract's examples, a fixture or a fault plan will not do.
    explicit Engine(Settings settings);

    // Answers a request and keeps the exchange in its session's journal.
    std::shared_ptr<const Exchange> answer(http::Request request);

    // Answers a request that the transport refuses with this status (400, 413, 414 or 431), in the
    // words of the contract that it was meant for. `why` goes into the journal.
    std::shared_ptr<const Exchange> refuse(http::Request request, int status, std::string_view why);

    // Takes over the sessions of a mock that answers no more requests, before this one answers any,
    // as a Handover does. Takes time by how much they have stored.
    Handed adopt(const Engine& former);

    Sessions& sessions() { return sessions_; }
    const Settings& settings() const { return settings_; }

    // Operations that cannot be told apart; whoever starts the mock should know.
    const std::vector<match::Clash>& clashes() const { return router_.clashes(); }

    // The rules of the plans that every session begins with which have fired in none. Those that
    // requests ask for themselves do not count.
    std::vector<const fault::Rule*> unfired() const;

    // Frees what is used no more; to be called from time to time by one thread.
    void tidy(Moment now) { sessions_.tidy(now); }

  private:
    // One request on its way through the stations.
    struct Visit {
        Exchange& exchange;
        Session& session;
        Admission admission;
        std::vector<std::shared_ptr<const fault::Rule>> wanted;  // faults that it asks for
    };

    std::shared_ptr<Session> host(Exchange& exchange);
    void run(Visit& visit);
    void refuse(Exchange& exchange, std::string error, Problems problems);
    match::Match match_of(const http::Request& request) const;
    void miss(Exchange& exchange);
    bool may_enter(const Visit& visit);
    bool is_valid(Exchange& exchange);
    void behave(Visit& visit);
    void dress(Exchange& exchange);

    // fault.cpp
    bool knows_wishes(Visit& visit);
    bool goes_wrong(Visit& visit, fault::When when);
    void act_on(Exchange& exchange, fault::When when);
    void settle(Visit& visit, size_t known);
    bool break_answer(Visit& visit, fault::Firing& firing);

    const Settings settings_;
    const match::Router router_;
    const Examples examples_;
    Sessions sessions_;

    mutable std::mutex unfired_mutex_;
    std::set<const fault::Rule*> unfired_;  // of those in `beginning`; guarded by unfired_mutex_
};

}  // namespace standin::engine
