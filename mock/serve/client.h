// Asking other hosts: what goes to them, and what comes back.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace standin::serve {

// Only the standard library's types, because what sends it is a module and does not link ours.
using Fields = std::vector<std::pair<std::string, std::string>>;

// One request (RFC 9110), which follows no redirection.
struct Call {
    std::string method;
    std::string origin;  // https://example.com:1234
    std::string target;  // /a?b
    Fields headers;      // one with a line end in it is not sent
    std::string body;
    std::chrono::milliseconds silence;          // until connected, and between two pieces
    std::chrono::steady_clock::time_point end;  // of it all, looked at as each piece comes
    size_t bytes;                               // of the answer's body, at most
};

// How a call ended.
enum class Ending { answered, unusable_url, too_large, too_late, unanswered };

struct Called {
    Ending ending = Ending::answered;
    int status = 0;
    Fields headers;
    std::string text;
    std::string why;  // unanswered: the reason
};

// Asks, with the module `client`, which the first call loads. Certificates are verified against
// those that the system trusts, and the host by its certificate (RFC 9525). Blocks; safe to call
// from several threads. Throws ModuleError.
Called call(const Call& call);

// "https://example.com:1234" and "/a?b" of an http: or https: URL; what no URL may hold (RFC 3986,
// section 2) is percent-encoded in the latter.
std::pair<std::string, std::string> origin_and_target(const std::string& url);

// The HMAC with SHA-256 (RFC 2104) of a text, in base 64; from the same module. Throws ModuleError.
std::string sign(const std::string& key, const std::string& text);

// How the module says it.
using Caller = void(const Call& call, Called& called);
using Signer = void(const std::string& key, const std::string& text, std::string& base64);

}  // namespace standin::serve
