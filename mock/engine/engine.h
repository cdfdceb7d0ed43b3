// The mock without a transport: a request goes in, a response comes out.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "mock/check/credentials.h"
#include "mock/contract/contract.h"
#include "mock/engine/session.h"
#include "mock/match/router.h"

namespace standin::engine {

// JSON text of the answers of operations that have no state.
using Examples = std::map<const contract::Operation*, std::string>;  // never iterated

struct Settings {
    std::vector<std::shared_ptr<const contract::Contract>> contracts;
    Beginning beginning;
    check::Auth auth = check::Auth::contract;
};

// Answers requests as the contracts say. Safe to use from several threads: contracts are immutable,
// and a session's world is locked only while a request acts on it.
class Engine {
  public:
    // Throws ContractError where a contract's examples or a fixture will not do.
    explicit Engine(Settings settings);

    // Answers a request and keeps the exchange in its session's journal.
    std::shared_ptr<const Exchange> answer(http::Request request);

    // Answers a request that the transport refuses with this status (400, 413, 414 or 431), in the
    // words of the contract that it was meant for. `why` goes into the journal.
    std::shared_ptr<const Exchange> refuse(http::Request request, int status, std::string_view why);

    Session& session() { return session_; }
    const Settings& settings() const { return settings_; }

  private:
    void run(Exchange& exchange);
    void refuse(Exchange& exchange, std::string error, Problems problems);
    void miss(Exchange& exchange);
    bool may_enter(Exchange& exchange);
    bool is_valid(Exchange& exchange);
    void behave(Exchange& exchange);
    void dress(Exchange& exchange);

    const Settings settings_;
    const match::Router router_;
    const check::Credentials credentials_;
    const Examples examples_;
    Session session_;
};

}  // namespace standin::engine
