// How much and how long the transport puts up with.
#pragma once

#include <chrono>
#include <cstddef>

namespace standin::serve {

struct Limits {
    size_t body_bytes = 10 << 20;    // of a request, decoded; more is a 413
    size_t header_bytes = 32 << 10;  // of all header lines, or all trailer lines; more is a 431
    size_t target_bytes = 8 << 10;   // of the target as sent; more is a 414
    size_t connections = 16384;      // open at once; the next one is answered 503 and closed

    std::chrono::milliseconds idle_timeout{75000};      // between two requests
    std::chrono::milliseconds read_timeout{30000};      // of silence in the middle of a request
    std::chrono::milliseconds head_timeout{60000};      // until a request's head is whole
    std::chrono::milliseconds request_timeout{300000};  // until its body is, from its first byte on
    std::chrono::milliseconds write_timeout{30000};     // without the client reading on
    std::chrono::milliseconds linger{2000};             // for the client to read a refusal
    std::chrono::milliseconds drain{2000};              // for started answers when the server stops
};

}  // namespace standin::serve
