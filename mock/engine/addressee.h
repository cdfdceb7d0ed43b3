// Whose world is it? How a request names its session.
#pragma once

#include <string>
#include <string_view>

#include "mock/http/message.h"

namespace standin::engine {

struct Addressee {
    std::string session = "default";
    std::string mistake;  // a sentence for the client; "" = nothing is wrong
};

// The session that a request names, in its X-Standin-Session header or in front of its target
// ("/__session/NAME/…", for clients that can only be given a base URL). Such a front is moved from
// the target to the request's base. A name that is none is a mistake, and so are two that differ.
Addressee addressee_of(http::Request& request);

// A path without a session in front of it.
std::string_view without_session(std::string_view path);

}  // namespace standin::engine
