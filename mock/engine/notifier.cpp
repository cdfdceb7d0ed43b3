#include "mock/engine/notifier.h"

#include <algorithm>

#include "mock/engine/news.h"
#include "mock/engine/settings.h"
#include "mock/engine/target.h"
#include "mock/sample/message.h"

namespace standin::engine {

using contract::Callback;

namespace {

const Callback* named(const std::vector<Callback>& callbacks, const std::string& name) {
    const auto found = std::ranges::find(callbacks, name, &Callback::name);
    return found == callbacks.end() ? nullptr : &*found;
}

// What belongs to the transport.
bool is_framing(std::string_view name) {
    return http::same_name(name, "Content-Length") || http::same_name(name, "Connection") ||
           http::same_name(name, "Transfer-Encoding");
}

bool went_well(const Exchange& exchange) {
    const int status = exchange.response.status;
    return exchange.error.empty() && status >= 200 && status <= 299;
}

}  // namespace

const Notifier::Callbacks& Notifier::callbacks_of(const contract::Operation& operation) const {
    const std::lock_guard lock(mutex_);
    const auto [known, fresh] = callbacks_.try_emplace(&operation);
    if (fresh && operation.callbacks) known->second = contract::read_callbacks(operation);
    return known->second;
}

const Notifier::Callbacks& Notifier::webhooks_of(const contract::Contract& contract) const {
    const std::lock_guard lock(mutex_);
    const auto [known, fresh] = webhooks_.try_emplace(&contract);
    if (fresh) known->second = contract::read_webhooks(contract);
    return known->second;
}

std::vector<Letter> Notifier::letters(const Exchange& exchange) const {
    std::vector<Letter> letters;
    if (!went_well(exchange)) return letters;
    for (const Callback& callback : callbacks_of(*exchange.match.operation)) {
        Letter letter = write({exchange.match.contract, &callback}, &exchange);
        if (letter.refusal.empty()) address(letter, exchange, callback);
        letters.push_back(std::move(letter));
    }
    return letters;
}

std::optional<Letter> Notifier::letter(const Errand& errand) const {
    const auto found = find(errand.name);
    if (!found) return std::nullopt;
    Letter letter = write(*found, nullptr);
    letter.url = errand.url.empty() ? settings_.mailing.url : errand.url;
    if (errand.body) letter.body = *errand.body;
    if (errand.body && !letter.headers.find("Content-Type")) {
        letter.headers.set("Content-Type", "application/json");
    }
    for (const auto& [name, value] : errand.headers) {
        if (!is_framing(name)) letter.headers.set(name, value);
    }
    if (letter.refusal.empty()) {
        letter.refusal = letter.url.empty() ? "nobody says where to: \"url\" or --webhook-url does"
                                            : why_not_sent(letter.url, settings_.mailing.any_host);
    }
    return letter;
}

std::optional<Notifier::Found> Notifier::find(const std::string& name) const {
    for (const auto& contract : settings_.contracts) {
        if (const Callback* own = named(webhooks_of(*contract), name))
            return {{contract.get(), own}};
    }
    for (const auto& contract : settings_.contracts) {
        for (const contract::Operation& operation : contract->operations) {
            if (!operation.callbacks) continue;
            if (const Callback* own = named(callbacks_of(operation), name)) {
                return {{contract.get(), own}};
            }
        }
    }
    return std::nullopt;
}

sample::Wish Notifier::wish_of(const Callback& callback, const Exchange* exchange) const {
    sample::Wish wish;
    wish.seed = settings_.beginning.seed;
    wish.dynamic = settings_.dynamic;
    wish.ignores_examples = settings_.ignores_examples;
    wish.operation = callback.id.empty() ? callback.name : callback.id;
    wish.ordinal = exchange ? exchange->ordinal : 0;
    return wish;
}

// Without its address.
Letter Notifier::write(const Found& what, const Exchange* exchange) const {
    const Callback& callback = *what.callback;
    Letter letter;
    letter.name = callback.name;
    letter.method = callback.method;
    letter.refusal = callback.mistake;
    if (!letter.refusal.empty()) return letter;
    const sample::Wish wish = wish_of(callback, exchange);
    const sample::News news = exchange ? news_of(*exchange) : sample::News();
    try {
        auto made = sample::message(documentation_.judge_of(*what.contract), callback, news, wish);
        letter.headers = std::move(made.headers);
        letter.body = std::move(made.body);
    } catch (const ContractError& error) {
        letter.refusal = error.what();
    }
    letter.headers.set("User-Agent", "standin/" STANDIN_VERSION);
    letter.headers.set("X-Standin-Callback", callback.name);
    return letter;
}

void Notifier::address(Letter& letter, const Exchange& exchange, const Callback& callback) const {
    std::string unknown;
    letter.url = url_of(callback, exchange, unknown);
    letter.refusal = unknown.empty() ? why_not_sent(letter.url, settings_.mailing.any_host)
                                     : unknown + " names nothing in this exchange";
}

void Notifier::send(const std::shared_ptr<Delivery>& delivery) const {
    if (settings_.mailing.send && delivery->is_waiting()) settings_.mailing.send(delivery);
}

}  // namespace standin::engine
