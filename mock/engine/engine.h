// The mock without a transport: a request goes in, a response comes out.
#pragma once

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "mock/engine/addressee.h"
#include "mock/engine/documentation.h"
#include "mock/engine/notifier.h"
#include "mock/engine/sessions.h"
#include "mock/engine/settings.h"
#include "mock/http/coding.h"
#include "mock/match/router.h"

namespace standin::engine {

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

    // Has a webhook, or a callback, of that name sent; null where no contract has one.
    std::shared_ptr<Delivery> notify(Session& session, const Errand& errand);

    // Frees what is used no more; to be called from time to time by one thread.
    void tidy(Moment now) { sessions_.tidy(now); }

  private:
    // One request on its way through the stations.
    struct Visit {
        Exchange& exchange;
        Session& session;
        Admission admission;
        std::vector<std::shared_ptr<const fault::Rule>> wanted;  // faults that it asks for
        http::Decoded body;                                      // whether it could be decoded
    };

    std::shared_ptr<Session> host(Exchange& exchange);
    void run(Visit& visit);
    match::Match match_of(const http::Request& request) const;
    void miss(Exchange& exchange);
    bool is_answered_as_documented(const Visit& visit) const;
    void behave(Visit& visit);
    void refuse(Exchange& exchange, std::string error, Problems problems);

    // entry.cpp
    bool may_enter(const Visit& visit);
    http::Decoded decode_body(Exchange& exchange) const;
    void refuse_coding(Exchange& exchange, const http::Decoded& body);
    bool is_valid(const Visit& visit);

    // dress.cpp
    void dress(Exchange& exchange);
    void show_example(Exchange& exchange) const;
    void make_up(Exchange& exchange) const;
    void vet(Exchange& exchange) const;

    // notify.cpp
    void call_back(Visit& visit);

    // fault.cpp
    bool knows_wishes(Visit& visit);
    bool goes_wrong(Visit& visit, fault::When when);
    void act_on(Exchange& exchange, fault::When when);
    void settle(Visit& visit, size_t known);
    bool break_answer(Visit& visit, fault::Firing& firing);

    const Settings settings_;
    const match::Router router_;
    const Documentation documentation_;
    const Notifier notifier_;
    Sessions sessions_;

    mutable std::mutex unfired_mutex_;
    std::set<const fault::Rule*> unfired_;  // of those in `beginning`; guarded by unfired_mutex_
};

}  // namespace standin::engine
