#include "mock/engine/target.h"

#include <algorithm>
#include <charconv>
#include <string_view>

#include "mock/http/headers.h"

namespace standin::engine {

namespace {

// RFC 3986, section 2: what stands in no URL would end the line of a request, or be read by others
// as something else.
bool is_of_url(unsigned char c) {
    return c > 0x20 && c < 0x7F &&
           std::string_view("\"<>\\^`{|}").find(static_cast<char>(c)) == std::string_view::npos;
}

// A number in decimal digits, without others in front.
bool is_number(std::string_view text, unsigned most) {
    unsigned number = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    const bool plain = text.size() == 1 || (!text.empty() && text[0] != '0');
    return error == std::errc{} && rest == end && plain && number <= most;
}

bool is_loopback_v4(std::string_view host) {
    if (!host.starts_with("127.") || std::ranges::count(host, '.') != 3) return false;
    while (true) {
        const size_t dot = host.find('.');
        if (!is_number(host.substr(0, dot), 255)) return false;
        if (dot == host.npos) return true;
        host.remove_prefix(dot + 1);
    }
}

bool is_this_machine(std::string_view host) {
    return host == "[::1]" || http::same_name(host, "localhost") || is_loopback_v4(host);
}

// "example.com:80" of "http://example.com:80/a"; "" where there is none.
std::string_view authority_of(std::string_view url) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!url.starts_with(scheme)) continue;
        url.remove_prefix(scheme.size());
        return url.substr(0, url.find_first_of("/?#"));
    }
    return {};
}

}  // namespace

std::string why_not_sent(const std::string& url, bool any_host) {
    const std::string shown = '"' + url + '"';
    const std::string no_url = shown + " is no absolute http: or https: URL";
    if (!std::ranges::all_of(url, is_of_url)) return no_url;
    const std::string_view authority = authority_of(url);
    if (authority.find('@') != authority.npos) return shown + " has credentials in it";
    const size_t colon = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
    const std::string_view host = authority.substr(0, colon);
    const bool fine = colon == authority.npos || is_number(authority.substr(colon + 1), 65535);
    if (host.empty() || !fine) return no_url;
    if (any_host || is_this_machine(host)) return "";
    return shown + " is on another host: --allow-remote-webhooks lets it be reached";
}

}  // namespace standin::engine
