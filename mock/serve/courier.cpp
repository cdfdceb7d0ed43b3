#include "mock/serve/courier.h"

#include <algorithm>
#include <utility>

#include "mock/serve/client.h"
#include "mock/serve/module.h"
#include "mock/serve/signal_mask.h"

namespace standin::serve {

using engine::Delivery;
using Clock = std::chrono::steady_clock;
using State = Delivery::State;

namespace {

constexpr size_t most_of_answer = 16 << 20;  // bytes; more is no answer

std::string why_unanswered(const Called& called) {
    switch (called.ending) {
        case Ending::unusable_url:
            return "is no URL that can be asked for";
        case Ending::too_large:
            return "the answer has no end";
        case Ending::too_late:
            return "the answer took too long";
        default:
            return called.why;
    }
}

bool is_success(const Delivery::Try& made) {
    return made.status >= 200 && made.status <= 299;
}

bool is_worth_another(const Delivery::Try& made) {
    return made.status == 0 || made.status >= 500;
}

}  // namespace

Courier::Courier(CourierOptions options, Observer observe)
    : options_(std::move(options)), observe_(std::move(observe)) {}

Courier::~Courier() {
    stop();
}

void Courier::send(std::shared_ptr<Delivery> delivery) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_) return delivery->settle(State::dropped);
        if (waiting_.size() < options_.most) {
            waiting_.emplace(Clock::now() + options_.delay, Parcel{std::move(delivery)});
            if (!thread_.joinable()) {
                const SignalMask none;
                thread_ = std::thread([this] { run(); });
            }
            changed_.notify_one();
            return;
        }
    }
    delivery->add({0, "more than " + std::to_string(options_.most) + " wait to be sent"});
    settle(*delivery, State::failed);
}

void Courier::stop() {
    {
        const std::lock_guard lock(mutex_);
        if (!stopping_) end_ = Clock::now() + options_.drain;
        stopping_ = true;
        changed_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
}

void Courier::run() {
    std::unique_lock lock(mutex_);
    while (wait_for_parcel(lock)) {
        Parcel parcel = std::move(waiting_.begin()->second);
        waiting_.erase(waiting_.begin());
        lock.unlock();
        carry(std::move(parcel));
        lock.lock();
    }
    for (auto& [due, parcel] : waiting_) parcel.delivery->settle(State::dropped);
    waiting_.clear();
}

// Until one is due; false when no further one is to be sent.
bool Courier::wait_for_parcel(std::unique_lock<std::mutex>& lock) {
    while (true) {
        const Moment now = Clock::now();
        const bool none = waiting_.empty();
        const Moment due = none ? Moment::max() : waiting_.begin()->first;
        if (stopping_ && (none || due > end_ || now > end_)) return false;
        if (due <= now) return true;
        none ? changed_.wait(lock) : static_cast<void>(changed_.wait_until(lock, due));
    }
}

void Courier::carry(Parcel parcel) {
    Delivery& delivery = *parcel.delivery;
    if (!delivery.is_waiting()) return;
    Delivery::Try made;
    try {
        made = attempt(delivery);
    } catch (const ModuleError& error) {
        delivery.add({0, error.what()});
        return settle(delivery, State::failed);
    }
    delivery.add(made);
    if (is_success(made)) return settle(delivery, State::delivered);
    if (!is_worth_another(made) || parcel.tried == options_.retries) {
        return settle(delivery, State::failed);
    }
    const auto pause = options_.back_off * (int64_t{1} << std::min(parcel.tried, 16));
    ++parcel.tried;
    const std::lock_guard lock(mutex_);
    waiting_.emplace(Clock::now() + pause, std::move(parcel));
}

Moment Courier::end_of_try() {
    const Moment end = Clock::now() + options_.timeout;
    const std::lock_guard lock(mutex_);
    return stopping_ ? std::min(end, end_) : end;
}

Delivery::Try Courier::attempt(const Delivery& delivery) {
    const engine::Letter& letter = delivery.letter();
    const auto [origin, target] = origin_and_target(letter.url);
    const Moment end = end_of_try();
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
    Call request{letter.method, origin,
                 target,        {letter.headers.begin(), letter.headers.end()},
                 letter.body,   std::max(left, std::chrono::milliseconds(1)),
                 end,           most_of_answer};
    if (!options_.key.empty()) {
        const std::string* sent = letter.headers.find("webhook-timestamp");
        const std::string signed_text =
            delivery.postmark().id + '.' + (sent ? *sent : "") + '.' + letter.body;
        request.headers.emplace_back("webhook-signature", "v1," + sign(options_.key, signed_text));
    }
    const Called called = call(request);
    if (called.ending == Ending::answered) return {called.status, ""};
    return {0, why_unanswered(called)};
}

void Courier::settle(Delivery& delivery, State state) const {
    delivery.settle(state);
    if (observe_) observe_(delivery);
}

}  // namespace standin::serve
