// A request that the transport does not take.
#pragma once

#include <string>

namespace standin::serve {

struct Refusal {
    int status = 400;  // 400, 413, 414 or 431
    std::string why;   // a clause for people: "the request has no Host header"

    bool operator==(const Refusal&) const = default;
};

}  // namespace standin::serve
