// Plays a case: straight into the engine, or through a real socket.
#pragma once

#include <string>
#include <vector>

#include "tests/play/case.h"

namespace standin::play {

enum class Way { engine, socket };

struct Played {
    std::vector<Answer> answers;        // one for each step
    std::vector<std::string> failures;  // "file:line: what differs", with both texts
};

// Plays every step and compares status, headers and body. Every answer of an operation must also be
// what its contract documents, a status that it names, a body of that response's schema, unless it
// went wrong on purpose. `source` is the folder that holds contracts/ and fixtures/.
Played play(const Case& played, Way way, const std::string& source);

}  // namespace standin::play
