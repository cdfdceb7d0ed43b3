#include "mock/serve/reply.h"

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

// Length and life of the connection are the transport's to say.
bool belongs_to_transport(std::string_view name) {
    return http::same_name(name, "Content-Length") || http::same_name(name, "Connection") ||
           http::same_name(name, "Transfer-Encoding");
}

bool has_body(int status) {
    return status >= 200 && status != 204 && status != 304;
}

}  // namespace

void write_reply(std::string& out, const http::Response& response, const Manner& manner) {
    out += "HTTP/1.1 ";
    out += std::to_string(response.status);
    out += ' ';
    out += http::reason_of(response.status);
    out += "\r\n";
    for (const auto& [name, value] : response.headers) {
        if (!belongs_to_transport(name)) write_field(out, name, value);
    }
    const bool body = has_body(response.status);
    if (body) write_field(out, "Content-Length", std::to_string(response.body.size()));
    if (manner.close) {
        write_field(out, "Connection", "close");
    } else if (manner.says_keep_alive) {
        write_field(out, "Connection", "keep-alive");
    }
    out += "\r\n";
    if (body && !manner.head_only) out += response.body;
}

}  // namespace standin::serve
