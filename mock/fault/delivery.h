// How a response is put on the wire when it is to go wrong there: data, on which serve/ acts.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace standin::fault {

// What happens to the connection. The first four are WireMock's, the last three Toxiproxy's.
enum class Wire : uint8_t {
    none,
    empty_response,            // the end, without a byte
    malformed_response_chunk,  // the head of a chunked response, `garbage` for its body, the end
    random_data_then_close,    // `garbage` instead of a response, the end
    connection_reset_by_peer,  // a RST, without a byte
    truncated_body,            // the head with its whole Content-Length, half of the body, the end
    timeout,                   // nothing; the end after `time`, or once the client gives up if 0
    limit_data,                // the first `bytes` of the response, head included, the end
    slow_close,                // the whole response; the end comes `time` later
};

// Everything adds up: a delay, then the pieces, each as fast as `rate` lets it.
struct Delivery {
    std::chrono::milliseconds delay{0};     // before the first byte
    size_t pieces = 0;                      // a dribble: the body in so many chunks, …
    std::chrono::milliseconds duration{0};  // … spread evenly over this time; 0 pieces = no dribble
    size_t rate = 0;                        // bytes a second; 0 = as fast as it goes
    Wire wire = Wire::none;
    size_t bytes = 0;                   // of limit_data
    std::chrono::milliseconds time{0};  // of timeout and slow_close
    std::string garbage = {};

    bool operator==(const Delivery&) const = default;
};

}  // namespace standin::fault
