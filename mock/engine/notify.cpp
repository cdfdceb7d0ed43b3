// Who else is told of what happened: callbacks of an operation, and webhooks that are asked for.
#include "mock/engine/engine.h"

namespace standin::engine {

// Sent once the answer is in the journal.
void Engine::call_back(Visit& visit) {
    Exchange& exchange = visit.exchange;
    for (Letter& letter : notifier_.letters(exchange)) {
        auto delivery = visit.session.outbox().add(
            std::move(letter), {exchange.time, exchange.ordinal, visit.admission.resets});
        if (delivery) exchange.deliveries.push_back(std::move(delivery));
    }
}

std::shared_ptr<Delivery> Engine::notify(Session& session, const Errand& errand) {
    auto letter = notifier_.letter(errand);
    if (!letter) return nullptr;
    const Instant now =
        session.with([](const Snapshot& present) { return present.world.clock.now(); });
    auto delivery = session.outbox().add(std::move(*letter), {.time = now});
    notifier_.send(delivery);
    return delivery;
}

}  // namespace standin::engine
