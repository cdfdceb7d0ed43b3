// How far the playing of a script has come.
#pragma once

#include <string_view>

#include "mock/serve/moment.h"
#include "mock/serve/script.h"

namespace standin::serve {

// Tells what of a script is due when. Knows no clock: the time is handed in. Used by one thread at
// a time.
//
// A pause is counted from the moment at which the step before it was due, so that small delays do
// not add up; but from now where a step went out much later than that, as when the client did not
// read on: what was missed is not made up for in one burst.
class Playback {
  public:
    Playback(Script script, Moment now);

    // When the next step is due, or the end if no step is left.
    Moment due() const { return due_; }
    bool at_end() const { return step_ == script_.steps.size(); }
    End end() const { return script_.end; }

    // Takes the next step, whose bytes are valid as long as this is; not `at_end`.
    std::string_view next(Moment now);

  private:
    Pause pause() const { return at_end() ? script_.pause : script_.steps[step_].pause; }

    const Script script_;
    size_t step_ = 0;   // the next one
    size_t times_ = 0;  // it has been taken
    size_t taken_ = 0;  // of the bytes
    Moment due_;
};

}  // namespace standin::serve
