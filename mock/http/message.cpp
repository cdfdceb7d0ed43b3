#include "mock/http/message.h"

#include <algorithm>

namespace standin::http {

namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string decode(std::string_view text, bool plus_is_space) {
    // One find a character: find_first_of looks each one of the text up in the list.
    const bool plain =
        text.find('%') == text.npos && (!plus_is_space || text.find('+') == text.npos);
    if (plain) return std::string(text);
    std::string decoded;
    decoded.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus_is_space) {
            decoded += ' ';
            continue;
        }
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (low < 0) {
            decoded += text[i];
        } else {
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return decoded;
}

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

}  // namespace

std::string_view Request::path() const {
    return std::string_view(target).substr(0, target.find('?'));
}

std::string_view Request::query() const {
    const size_t mark = target.find('?');
    return mark == target.npos ? std::string_view() : std::string_view(target).substr(mark + 1);
}

std::string decode_segment(std::string_view text) {
    return decode(text, false);
}

std::string decode_query(std::string_view text) {
    return decode(text, true);
}

std::string encode(std::string_view text) {
    static constexpr char hex[] = "0123456789ABCDEF";
    std::string encoded;
    for (char c : text) {
        if (is_unreserved(c)) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += '%', encoded += hex[byte >> 4], encoded += hex[byte & 15];
        }
    }
    return encoded;
}

std::string_view reason_of(int status) {
    struct Row {
        int status;
        std::string_view reason;
    };
    static constexpr Row rows[] = {{100, "Continue"},
                                   {101, "Switching Protocols"},
                                   {102, "Processing"},
                                   {103, "Early Hints"},
                                   {200, "OK"},
                                   {201, "Created"},
                                   {202, "Accepted"},
                                   {203, "Non-Authoritative Information"},
                                   {204, "No Content"},
                                   {205, "Reset Content"},
                                   {206, "Partial Content"},
                                   {207, "Multi-Status"},
                                   {208, "Already Reported"},
                                   {226, "IM Used"},
                                   {300, "Multiple Choices"},
                                   {301, "Moved Permanently"},
                                   {302, "Found"},
                                   {303, "See Other"},
                                   {304, "Not Modified"},
                                   {305, "Use Proxy"},
                                   {307, "Temporary Redirect"},
                                   {308, "Permanent Redirect"},
                                   {400, "Bad Request"},
                                   {401, "Unauthorized"},
                                   {402, "Payment Required"},
                                   {403, "Forbidden"},
                                   {404, "Not Found"},
                                   {405, "Method Not Allowed"},
                                   {406, "Not Acceptable"},
                                   {407, "Proxy Authentication Required"},
                                   {408, "Request Timeout"},
                                   {409, "Conflict"},
                                   {410, "Gone"},
                                   {411, "Length Required"},
                                   {412, "Precondition Failed"},
                                   {413, "Content Too Large"},
                                   {414, "URI Too Long"},
                                   {415, "Unsupported Media Type"},
                                   {416, "Range Not Satisfiable"},
                                   {417, "Expectation Failed"},
                                   {421, "Misdirected Request"},
                                   {422, "Unprocessable Content"},
                                   {423, "Locked"},
                                   {424, "Failed Dependency"},
                                   {425, "Too Early"},
                                   {426, "Upgrade Required"},
                                   {428, "Precondition Required"},
                                   {429, "Too Many Requests"},
                                   {431, "Request Header Fields Too Large"},
                                   {451, "Unavailable For Legal Reasons"},
                                   {500, "Internal Server Error"},
                                   {501, "Not Implemented"},
                                   {502, "Bad Gateway"},
                                   {503, "Service Unavailable"},
                                   {504, "Gateway Timeout"},
                                   {505, "HTTP Version Not Supported"},
                                   {506, "Variant Also Negotiates"},
                                   {507, "Insufficient Storage"},
                                   {508, "Loop Detected"},
                                   {510, "Not Extended"},
                                   {511, "Network Authentication Required"}};
    const auto* row = std::lower_bound(std::begin(rows), std::end(rows), status,
                                       [](const Row& r, int wanted) { return r.status < wanted; });
    return row != std::end(rows) && row->status == status ? row->reason : "Unknown";
}

}  // namespace standin::http
