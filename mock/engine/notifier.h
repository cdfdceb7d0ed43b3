// What APIs send on their own account: callbacks of operations, and webhooks.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "mock/contract/callback.h"
#include "mock/engine/documentation.h"
#include "mock/engine/mailing.h"

namespace standin::engine {

struct Settings;

// A webhook, or a callback, that somebody wants to be sent.
struct Errand {
    std::string name;
    std::string url = {};               // "" = that of Mailing
    std::optional<std::string> body{};  // instead of the one that the contract documents
    http::Headers headers = {};         // beside, or instead of, its own
};

// Writes letters as contracts document them; the same questions give the same letters. Safe to use
// from several threads.
class Notifier {
  public:
    // Both must outlive it.
    Notifier(const Settings& settings, const Documentation& documentation)
        : settings_(settings), documentation_(documentation) {}

    // What the operation of an exchange calls back; nothing where it did not go well.
    std::vector<Letter> letters(const Exchange& exchange) const;

    // Nothing where no contract has it.
    std::optional<Letter> letter(const Errand& errand) const;

    // Gives what waits to whoever carries it.
    void send(const std::shared_ptr<Delivery>& delivery) const;

  private:
    using Callbacks = std::vector<contract::Callback>;
    struct Found {
        const contract::Contract* contract;
        const contract::Callback* callback;
    };

    // Read when they are first asked for.
    const Callbacks& callbacks_of(const contract::Operation& operation) const;
    const Callbacks& webhooks_of(const contract::Contract& contract) const;
    std::optional<Found> find(const std::string& name) const;
    sample::Wish wish_of(const contract::Callback& callback, const Exchange* exchange) const;
    Letter write(const Found& what, const Exchange* exchange) const;
    void address(Letter& letter, const Exchange& exchange,
                 const contract::Callback& callback) const;

    const Settings& settings_;
    const Documentation& documentation_;

    mutable std::mutex mutex_;
    mutable std::map<const contract::Operation*, Callbacks> callbacks_;  // guarded by mutex_
    mutable std::map<const contract::Contract*, Callbacks> webhooks_;    // guarded by mutex_
};

}  // namespace standin::engine
