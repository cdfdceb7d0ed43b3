// A handler that can be exchanged while requests come in.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "mock/serve/handler.h"

namespace standin::serve {

// Passes every call on to the handler of the moment. Safe to use from several threads.
class Relay final : public Handler {
  public:
    explicit Relay(std::shared_ptr<Handler> first) : present_(std::move(first)) {}

    Answer answer(http::Request request) override;
    Answer refuse(const http::Request& request, int status, std::string_view why) override;
    void tidy() override;

    // Waits for the calls that are under way, holds up those that come meanwhile, and does what is
    // to be done while neither handler is asked anything; from then on `next` answers. Throws what
    // `between` throws, and then nothing is exchanged. Returns the former handler.
    std::shared_ptr<Handler> replace(std::shared_ptr<Handler> next,
                                     const std::function<void()>& between);

  private:
    std::shared_lock<std::shared_mutex> enter();

    std::mutex door_;  // held while a handler is exchanged; taken before mutex_
    std::atomic<bool> closed_{false};

    std::shared_mutex mutex_;
    std::shared_ptr<Handler> present_;  // guarded by mutex_
};

}  // namespace standin::serve
