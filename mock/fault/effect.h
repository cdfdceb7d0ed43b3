// What can go wrong: delays, answers that stand instead of the API's own, quotas, breaches. Data
// only.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "mock/http/headers.h"

namespace standin::fault {

using std::chrono::milliseconds;

// WireMock's distributions, in milliseconds.
struct Delay {
    enum class Type : uint8_t { fixed, uniform, lognormal } type = Type::fixed;
    double lower = 0;  // of fixed: the delay; of lognormal: the median
    double upper = 0;
    double sigma = 0;
    std::optional<double> most = std::nullopt;  // of lognormal: its maxValue
};

// An answer that stands instead of the API's own.
struct Instead {
    int status = 503;
    std::string error;                        // of the contract; "" = the one for the status
    std::optional<std::string> body;          // as it is; nothing = in the contract's envelope
    std::string media_type;                   // of that body
    std::optional<milliseconds> retry_after;  // told in seconds, rounded up, …
    bool retry_date = false;                  // … or as a date on the session's clock
    http::Headers headers;
};

// So many requests in a window of the session's clock. Those beyond are answered instead.
struct Quota {
    uint64_t limit = 0;
    milliseconds window{0};
    enum class By : uint8_t { session, credential, header } by = By::session;
    std::string header;
    std::string prefix = "RateLimit";  // of -Limit, -Remaining and -Reset; "" = they are not told
    Instead instead;
};

// How an answer breaks its own contract, or with extra_member at least goes beyond it.
enum class Breach : uint8_t { missing_member, wrong_type, unknown_enum, null, extra_member };

}  // namespace standin::fault
