#include "mock/serve/playback.h"

#include <cassert>
#include <utility>

namespace standin::serve {

namespace {

constexpr std::chrono::milliseconds much{50};  // later than due

}  // namespace

Playback::Playback(Script script, Moment now) : script_(std::move(script)), due_(now + pause()) {}

std::string_view Playback::next(Moment now) {
    assert(!at_end());
    const Step& step = script_.steps[step_];
    const std::string_view bytes = std::string_view(script_.bytes).substr(taken_, step.bytes);
    taken_ += step.bytes;
    if (++times_ == step.times) {
        ++step_;
        times_ = 0;
    }
    due_ = (now - due_ > much ? now : due_) + pause();
    return bytes;
}

}  // namespace standin::serve
