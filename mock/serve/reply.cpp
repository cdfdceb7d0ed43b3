#include "mock/serve/reply.h"

#include <cassert>
#include <charconv>
#include <iterator>
#include <limits>

#include "mock/serve/character.h"

namespace standin::serve {

namespace {

void write_text(std::string& out, std::string_view text) {
    if (is_field_text(text)) {
        out += text;
    } else {
        for (char c : text) out += is_field_text({&c, 1}) ? c : ' ';
    }
}

void write_field(std::string& out, std::string_view name, std::string_view value) {
    write_text(out, name);
    out += ": ";
    write_text(out, value);
    out += "\r\n";
}

void write_number(std::string& out, size_t number) {
    char digits[std::numeric_limits<size_t>::digits10 + 1];
    out.append(digits, std::to_chars(digits, std::end(digits), number).ptr);
}

// Length and life of the connection are the transport's to say.
bool belongs_to_transport(std::string_view name) {
    return http::same_name(name, "Content-Length") || http::same_name(name, "Connection") ||
           http::same_name(name, "Transfer-Encoding");
}

bool has_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

// How the end of the body is told (RFC 9112, section 6.3).
void write_length(std::string& out, const http::Response& response, const Manner& manner) {
    if (!has_body(response.status)) return;
    if (manner.chunked) {
        out += "Transfer-Encoding: chunked\r\n";
    } else {
        out += "Content-Length: ";
        write_number(out, response.body.size());
        out += "\r\n";
    }
}

}  // namespace

bool sends_body(const http::Response& response, const Manner& manner) {
    return has_body(response.status) && !manner.head_only;
}

void write_head(std::string& out, const http::Response& response, const Manner& manner) {
    out += "HTTP/1.1 ";
    write_number(out, static_cast<size_t>(response.status));
    out += ' ';
    out += http::reason_of(response.status);
    out += "\r\n";
    for (const auto& [name, value] : response.headers) {
        if (!belongs_to_transport(name)) write_field(out, name, value);
    }
    write_length(out, response, manner);
    if (manner.close) {
        out += "Connection: close\r\n";
    } else if (manner.http_1_0) {
        out += "Connection: keep-alive\r\n";
    }
    out += "\r\n";
}

void write_reply(std::string& out, const http::Response& response, const Manner& manner) {
    assert(!manner.chunked);
    write_head(out, response, manner);
    if (sends_body(response, manner)) out += response.body;
}

}  // namespace standin::serve
