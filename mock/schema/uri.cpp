#include "mock/schema/uri.h"

#include <algorithm>

namespace standin::schema {

namespace {

bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_scheme(std::string_view text) {
    return !text.empty() && is_alpha(text[0]) && std::ranges::all_of(text, [](char c) {
        return is_alpha(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
    });
}

// The components of section 3, each with the characters that tell it from the others.
struct Parts {
    std::string_view scheme;     // "http:"
    std::string_view authority;  // "//a.example"
    std::string_view path;
    std::string_view query;  // "?q"
};

Parts take_apart(std::string_view text) {
    const auto take = [&](size_t count) {
        const std::string_view taken = text.substr(0, count);
        text.remove_prefix(taken.size());
        return taken;
    };
    Parts parts;
    const size_t colon = text.find(':');
    if (colon != text.npos && is_scheme(text.substr(0, colon))) parts.scheme = take(colon + 1);
    if (text.starts_with("//"))
        parts.authority = take(std::min(text.find_first_of("/?", 2), text.size()));
    parts.path = take(std::min(text.find('?'), text.size()));
    parts.query = text;
    return parts;
}

void drop_last_segment(std::string& path) {
    const size_t slash = path.rfind('/');
    path.erase(slash == path.npos ? 0 : slash);
}

// Section 5.2.4. Leading "..": of a path without a "/" before it they stay, as files need them.
std::string without_dots(std::string_view path) {
    const bool rooted = path.starts_with('/');
    std::string out;
    size_t ups = 0;  // that stay
    while (!path.empty()) {
        const size_t end = std::min(path.find('/', 1), path.size());
        const std::string_view segment = path.substr(0, end);
        const std::string_view name = segment.substr(segment.starts_with('/') ? 1 : 0);
        path.remove_prefix(end);
        if (name == "..") {
            if (out.empty() && !rooted) ++ups;
            drop_last_segment(out);
        } else if (name != ".") {
            out += segment;
        }
        if ((name == ".." || name == ".") && path.empty()) out += '/';
    }
    if (rooted) return out;
    if (out.starts_with('/')) out.erase(0, 1);
    for (; ups > 0; --ups) out.insert(0, "../");
    return out;
}

// Section 5.2.3.
std::string merge(const Parts& base, std::string_view path) {
    if (!base.authority.empty() && base.path.empty()) return '/' + std::string(path);
    const size_t slash = base.path.rfind('/');
    std::string merged(base.path.substr(0, slash == base.path.npos ? 0 : slash + 1));
    return merged += path;
}

std::string joined(std::string_view scheme, std::string_view authority, std::string_view rest) {
    std::string text(scheme);
    text += authority;
    return text += rest;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

Reference split_reference(std::string_view text) {
    const size_t hash = text.find('#');
    if (hash == text.npos) return {text, {}};
    return {text.substr(0, hash), text.substr(hash + 1)};
}

std::string resolve_uri(std::string_view base_text, std::string_view reference) {
    const Parts base = take_apart(base_text);
    const Parts given = take_apart(reference);
    const std::string query(given.query);
    if (!given.scheme.empty()) {
        return joined(given.scheme, given.authority, without_dots(given.path) + query);
    }
    if (!given.authority.empty()) {
        return joined(base.scheme, given.authority, without_dots(given.path) + query);
    }
    if (given.path.empty()) {
        const std::string_view kept = given.query.empty() ? base.query : given.query;
        return joined(base.scheme, base.authority, std::string(base.path) += kept);
    }
    const std::string path =
        given.path.starts_with('/') ? std::string(given.path) : merge(base, given.path);
    return joined(base.scheme, base.authority, without_dots(path) + query);
}

std::string decode_fragment(std::string_view fragment) {
    std::string text;
    for (size_t i = 0; i < fragment.size(); ++i) {
        const bool escape = fragment[i] == '%' && i + 2 < fragment.size();
        const int high = escape ? hex_digit(fragment[i + 1]) : -1;
        const int low = escape ? hex_digit(fragment[i + 2]) : -1;
        if (high < 0 || low < 0) {
            text += fragment[i];
        } else {
            text += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    return text;
}

}  // namespace standin::schema
