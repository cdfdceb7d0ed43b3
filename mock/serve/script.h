// How the bytes of an answer go out when it is to go wrong on the wire: in steps, and to an end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "mock/fault/delivery.h"
#include "mock/serve/moment.h"
#include "mock/serve/reply.h"

namespace standin::serve {

// What becomes of the connection.
enum class End : uint8_t {
    keep,   // it goes on to the next request
    close,  // the client sees its end (FIN), and where TLS is spoken is told of it
    cut,    // the client sees its end (FIN), and is told nothing
    reset,  // the client sees a RST
    hang,   // nothing more happens until the client gives up
};

// So many times: a pause, then the next `bytes`.
struct Step {
    Pause pause{0};
    size_t bytes = 0;  // at least one
    size_t times = 1;

    bool operator==(const Step&) const = default;
};

// An answer as data: nothing in it knows a socket or the time of day.
struct Script {
    std::string bytes = {};        // all that is sent
    std::vector<Step> steps = {};  // together exactly `bytes`
    Pause pause{0};                // between the last step and the end
    End end = End::keep;
    bool bare = false;  // the bytes go past TLS
};

// Whether the answer goes out as it is, whole and at once, without a script.
bool is_plain(const fault::Delivery& delivery);

// The script of a response, in this order: the delay; the head at once; the pieces of the body,
// each after its share of the duration, in chunks, or under Content-Length for HTTP/1.0 and for a
// body that is cut; every byte after the time it takes at the rate. A wire fault replaces the
// response or cuts this short. Where no body is sent there is none to dribble, to cut, or to
// replace: the head alone, then the end. More pieces than the body has bytes are as many as it has
// bytes. A negative time is none, and none is longer than a year.
Script script_of(const http::Response& response, const fault::Delivery& delivery, Manner manner);

}  // namespace standin::serve
