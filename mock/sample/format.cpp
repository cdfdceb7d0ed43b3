#include "mock/sample/format.h"

#include "mock/core/chance.h"
#include "mock/core/clock.h"

namespace standin::sample {

namespace {

// "{n}" stands for the number, which the first text is without.
struct Row {
    std::string_view format;
    std::string_view first;
    std::string_view nth;
    std::string_view shortest;
};

constexpr Row rows[] = {
    {"email", "user@example.com", "user{n}@example.com", "a@b.c"},
    {"idn-email", "user@example.com", "user{n}@example.com", "a@b.c"},
    {"hostname", "example.com", "host-{n}.example.com", "a"},
    {"idn-hostname", "example.com", "host-{n}.example.com", "a"},
    {"uri", "https://example.com/", "https://example.com/{n}", "a:b"},
    {"iri", "https://example.com/", "https://example.com/{n}", "a:b"},
    {"uri-reference", "https://example.com/", "https://example.com/{n}", "a"},
    {"iri-reference", "https://example.com/", "https://example.com/{n}", "a"},
    {"uri-template", "https://example.com/{id}", "https://example.com/{n}/{id}", "a"},
    {"json-pointer", "/string", "/string/{n}", ""},
    {"relative-json-pointer", "0", "{n}", "0"},
    {"regex", "string", "string{n}", "a"},
    {"duration", "P1D", "P{n}D", "P1D"},
    {"char", "s", "s", "s"},
    {"decimal", "0", "{n}", "0"},
    {"decimal128", "0", "{n}", "0"},
    {"media-range", "application/json", "application/x-{n}+json", "*/*"},
    {"http-date", "Wed, 01 Jan 2025 00:00:00 GMT", "Wed, 01 Jan 2025 00:00:00 GMT", ""},
    {"sf-string", "\"string\"", "\"string{n}\"", "\"\""},
    {"sf-token", "string", "string{n}", "a"},
    {"sf-integer", "0", "{n}", "0"},
    {"sf-decimal", "0.0", "{n}.0", "0.0"},
    {"sf-boolean", "?1", "?0", "?1"},
    {"sf-binary", ":c3RyaW5n:", ":c3RyaW5n:", "::"}};

std::string filled(std::string_view pattern, uint64_t n) {
    std::string text(pattern);
    const size_t at = text.find("{n}");
    if (at != text.npos) text.replace(at, 3, std::to_string(n));
    return text;
}

std::string base64_of(uint64_t n) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    std::string text = "c3RyaW5n";
    for (; n > 0; n /= letters.size()) {
        text += std::string("AAA") + letters[n % letters.size()];
    }
    return text;
}

Instant instant_of(uint64_t n) {
    constexpr uint64_t years = 20ULL * 365 * 86400;
    return Clock::default_instant + static_cast<Instant>(n * 86399 % years) * 1000;
}

}  // namespace

std::optional<std::string> text_of_format(std::string_view format, uint64_t n) {
    for (const Row& row : rows) {
        if (row.format == format) return n == 0 ? std::string(row.first) : filled(row.nth, n);
    }
    const std::string instant = format_instant(instant_of(n), Precision::seconds);
    if (format == "date-time") return instant;
    if (format == "date") return instant.substr(0, 10);
    if (format == "time") return instant.substr(11);
    if (format == "date-time-local") return instant.substr(0, 19);
    if (format == "time-local") return instant.substr(11, 8);
    if (format == "byte" || format == "base64url") return base64_of(n);
    if (format == "uuid") {
        return n == 0 ? "00000000-0000-4000-8000-000000000000" : uuid_of(chance(n, {"uuid"}, 0));
    }
    if (format == "ipv4") return "192.0.2." + std::to_string(1 + n % 254);
    if (format == "ipv6") {
        return n == 0 ? "2001:db8::1" : "2001:db8::" + hex_of({0, n % 0xFFFF + 1}, 4);
    }
    return std::nullopt;
}

std::optional<std::string> short_text_of_format(std::string_view format) {
    for (const Row& row : rows) {
        if (row.format == format) return std::string(row.shortest);
    }
    if (format == "byte" || format == "base64url") return "";
    if (format == "ipv6") return "::";
    if (format == "ipv4") return "1.1.1.1";
    return std::nullopt;
}

}  // namespace standin::sample
