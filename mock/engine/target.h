// Where callbacks and webhooks may go.
#pragma once

#include <string>

namespace standin::engine {

// Why nothing is sent to a URL, a sentence; "" where it may be. It has to be an absolute http: or
// https: URL without credentials (RFC 3986, section 4.3); and unless any host will do, its host is
// to be this machine: localhost, an address of 127.0.0.0/8 (RFC 1122, section 3.2.1.3), or [::1].
// All other names may lead anywhere, whatever they resolve to.
std::string why_not_sent(const std::string& url, bool any_host);

}  // namespace standin::engine
