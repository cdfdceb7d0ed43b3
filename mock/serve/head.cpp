#include "mock/serve/head.h"

#include <algorithm>

#include "mock/serve/body_length.h"
#include "mock/serve/character.h"

namespace standin::serve {

namespace {

constexpr size_t usual_fields = 8;

std::optional<Version> version_of(std::string_view text) {
    if (text == "HTTP/1.1") return Version::http_1_1;
    if (text == "HTTP/1.0") return Version::http_1_0;
    const bool later = text.size() == 8 && text.starts_with("HTTP/1.") && text[7] >= '2' &&
                       text[7] <= '9';  // section 2.5 of RFC 9110: understood as the highest known
    return later ? std::optional(Version::http_1_1) : std::nullopt;
}

bool has_scheme(std::string_view target) {
    const std::string_view scheme = target.substr(0, target.find("://"));
    return scheme.size() < target.size() &&
           (http::same_name(scheme, "http") || http::same_name(scheme, "https"));
}

bool is_target(std::string_view method, std::string_view target) {
    bool fine = true;  // told at the end: so several are looked at at once
    for (char c : target) fine &= !is_control(c) & (c != ' ') & (c != '#');
    if (!fine) return false;
    if (target == "*") return method == "OPTIONS";
    if (method == "CONNECT") return !target.empty();
    return target.starts_with('/') || has_scheme(target);
}

// "http://host:80/path" becomes "/path" and says what the Host is. Where nothing follows the host,
// OPTIONS asks the server itself (section 3.2.4).
bool reduce_target(http::Request& request) {
    if (request.method == "CONNECT" || !has_scheme(request.target)) return false;
    const size_t authority = request.target.find("://") + 3;
    const size_t path =
        std::min(request.target.find_first_of("/?", authority), request.target.size());
    request.headers.set("Host", request.target.substr(authority, path - authority));
    request.target.erase(0, path);
    if (request.target.empty() && request.method == "OPTIONS") request.target = "*";
    if (request.target != "*" && !request.target.starts_with('/')) request.target.insert(0, "/");
    return true;
}

std::optional<Refusal> check_host(const Head& head) {
    size_t hosts = 0;
    for (const auto& [name, value] : head.request.headers) {
        if (http::same_name(name, "Host")) ++hosts;
    }
    if (hosts > 1) return Refusal{400, "the request has several Host headers"};
    if (hosts == 0 && head.version == Version::http_1_1) {
        return Refusal{400, "the request has no Host header"};
    }
    return std::nullopt;
}

// uri-host [":" port] of RFC 9110, section 7.2, by its characters alone (RFC 3986, section 3.2.2).
bool is_host(std::string_view text) {
    constexpr std::string_view also = "-._~!$&'()*+;=%:[]";
    return std::all_of(text.begin(), text.end(), [&](char c) {
        const char lowered = static_cast<char>(c | 0x20);
        return (lowered >= 'a' && lowered <= 'z') || (c >= '0' && c <= '9') ||
               also.find(c) != also.npos;
    });
}

// Whether a comma-separated header lists a word, in any of its fields.
bool lists(const http::Headers& headers, std::string_view name, std::string_view word) {
    for (const auto& [field, value] : headers) {
        if (!http::same_name(field, name)) continue;
        for (std::string_view rest = value; !rest.empty();) {
            if (http::same_name(trim(cut(rest, ",")), word)) return true;
        }
    }
    return false;
}

void read_wishes(Head& head) {
    const http::Headers& headers = head.request.headers;
    const bool modern = head.version == Version::http_1_1;
    head.keep_alive = !lists(headers, "Connection", "close") &&
                      (modern || lists(headers, "Connection", "keep-alive"));
    head.expects_continue = modern && lists(headers, "Expect", "100-continue");
}

}  // namespace

std::optional<Refusal> read_field(std::string_view line, http::Headers& headers) {
    if (line.starts_with(' ') || line.starts_with('\t')) {
        return Refusal{400, "a header line begins with white space"};
    }
    const size_t colon = line.find(':');
    if (colon == line.npos) return Refusal{400, "a header line has no colon"};
    const std::string_view name = line.substr(0, colon);
    if (name.ends_with(' ') || name.ends_with('\t')) {
        return Refusal{400, "white space stands before the colon of a header"};
    }
    if (!is_token(name)) return Refusal{400, "a header name is not a token"};
    const std::string_view value = trim(line.substr(colon + 1));
    if (!is_field_text(value)) return Refusal{400, "a header value holds a control character"};
    headers.add(std::string(name), std::string(value));
    return std::nullopt;
}

std::optional<Refusal> read_request_line(std::string_view line, size_t target_limit, Head& head) {
    const std::string_view method = cut(line, " ");
    if (!is_token(method)) return Refusal{400, "the method is not a token"};
    head.request.method = method;
    const std::string_view target = cut(line, " ");
    if (target.size() > target_limit) {
        return Refusal{414, "the target is longer than " + std::to_string(target_limit) + " bytes"};
    }
    if (!is_target(method, target)) return Refusal{400, "the target is not a request target"};
    head.request.target = target;
    const std::optional<Version> version = version_of(line);
    if (!version) return Refusal{400, "the request line does not end in HTTP/1.1 or HTTP/1.0"};
    head.version = *version;
    return std::nullopt;
}

std::optional<Refusal> read_head(std::string_view text, size_t target_limit, Head& head) {
    if (auto refusal = read_request_line(cut(text, "\r\n"), target_limit, head)) return refusal;
    head.request.headers.reserve(usual_fields);
    for (std::string_view line = cut(text, "\r\n"); !line.empty(); line = cut(text, "\r\n")) {
        if (auto refusal = read_field(line, head.request.headers)) return refusal;
    }
    if (auto refusal = check_host(head)) return refusal;
    if (auto refusal = read_body_length(head)) return refusal;
    read_wishes(head);
    const bool reduced = reduce_target(head.request);
    const std::string* host = head.request.headers.find("Host");
    if (host && (!is_host(*host) || (reduced && host->empty()))) {
        return Refusal{400, "the Host is not a host and a port"};
    }
    return std::nullopt;
}

}  // namespace standin::serve
