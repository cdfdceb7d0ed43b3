#include "mock/serve/client.h"

#include <algorithm>

#include "mock/http/message.h"
#include "mock/serve/module.h"

namespace standin::serve {

Called call(const Call& call) {
    static Caller* const caller = load<Caller>("client", "standin_call");
    Called called;
    caller(call, called);
    return called;
}

std::string sign(const std::string& key, const std::string& text) {
    static Signer* const signer = load<Signer>("client", "standin_sign");
    std::string base64;
    signer(key, text, base64);
    return base64;
}

std::pair<std::string, std::string> origin_and_target(const std::string& url) {
    const size_t authority = url.find("//") + 2;
    const size_t end = std::min(url.find_first_of("/?#", authority), url.size());
    std::string target;
    for (const char c : url.substr(end, url.find('#', end) - end)) {
        const bool printable = c > 0x20 && c < 0x7F;
        target += printable ? std::string(1, c) : http::encode(std::string(1, c));
    }
    return {url.substr(0, end), target.starts_with('/') ? target : '/' + target};
}

}  // namespace standin::serve
