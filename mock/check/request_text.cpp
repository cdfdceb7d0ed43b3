#include "mock/check/request_text.h"

#include "mock/http/field_value.h"

namespace standin::check {

using contract::Operation;
using contract::Parameter;
using contract::Style;

namespace {

bool is_single(const Parameter& parameter) {
    return parameter.kind != Kind::array && parameter.kind != Kind::object;
}

std::string trimmed(std::string_view text) {
    return std::string(http::trim(text));
}

// The last segment of a path, taken off.
std::string_view take_last(std::string_view& path) {
    const size_t slash = path.rfind('/');
    const std::string_view last = path.substr(slash == path.npos ? 0 : slash + 1);
    path = path.substr(0, slash == path.npos ? 0 : slash);
    return last;
}

// Where style form repeats a name, some write the whole into one cookie: "a=1&a=2".
Pairs cookies_of(const http::Request& request, const Parameter& parameter) {
    const std::string* field = request.headers.find("Cookie");
    if (!field) return {};
    Pairs cookies = cookie_pairs(*field);
    if (is_single(parameter) || !parameter.explode || parameter.style != Style::form) {
        return cookies;
    }
    Pairs several;
    for (const auto& [name, value] : cookies) {
        std::string_view rest = value;
        several.emplace_back(name, take(rest, '&'));
        while (!rest.empty()) {
            std::string_view next = take(rest, '&');
            const std::string_view key = take(next, '=');
            several.emplace_back(key, next);
        }
    }
    return several;
}

}  // namespace

RequestText::RequestText(const Operation& operation, const http::Request& request,
                         const contract::PathValues& path_values, Notation notation)
    : operation_(operation),
      request_(request),
      path_values_(path_values),
      query_(query_pairs(request.query()), notation, http::decode_query) {
    if (query_.pairs().empty()) return;
    for (const Parameter& parameter : operation.parameters) {
        if (parameter.part != Part::query) continue;
        query_.declare(parameter.name);
        if (parameter.kind == Kind::array) query_.declare(parameter.name + "[]");
    }
    // Credentials are no parameters (OpenAPI 3.1.1, section 4.8.27), but may stand among them.
    for (const contract::Requirement& requirement : operation.security) {
        for (const contract::Demand& demand : requirement) {
            if (demand.scheme->part == Part::query) query_.allow(demand.scheme->parameter);
        }
    }
}

Sent RequestText::of(const Parameter& parameter) {
    switch (parameter.part) {
        case Part::path:
            return of_path(parameter);
        case Part::query:
            return query_.take(parameter);
        case Part::header:
            return of_header(parameter);
        default:
            return of_cookie(parameter);
    }
}

Sent RequestText::of_path(const Parameter& parameter) const {
    for (const auto& [name, text] : path_values_) {
        if (name != parameter.name) continue;
        const bool simple = parameter.style == Style::simple || parameter.style == Style::content;
        if (simple && is_single(parameter)) return sent_of({text});
        const std::string sent = segment(parameter, text);
        if (parameter.style == Style::label) return take_label(sent, parameter);
        if (parameter.style == Style::matrix) return take_matrix(sent, parameter);
        return take_apart(sent, parameter.kind, {',', parameter.explode, http::decode_segment});
    }
    return {};
}

// A path value as it was sent, before it was decoded: the segment that it is the whole of. Where it
// is a part of one, an encoded separator cannot be told from one that parts.
std::string RequestText::segment(const Parameter& parameter, std::string_view decoded) const {
    std::string_view path = request_.path();
    std::string_view form = operation_.path;
    while (!form.empty()) {
        const std::string_view sent = take_last(path);
        if (take_last(form) == '{' + parameter.name + '}') return std::string(sent);
    }
    std::string escaped;
    for (const char c : decoded) escaped += c == '%' ? "%25" : std::string(1, c);
    return escaped;
}

// Of a list all fields of the name, as if they were one (RFC 9110, section 5.3), else the first.
Sent RequestText::of_header(const Parameter& parameter) const {
    const std::string* first = request_.headers.find(parameter.name);
    if (!first) return {};
    if (is_single(parameter) || parameter.style == Style::content) return sent_of({*first});
    std::string text;
    for (const auto& [name, value] : request_.headers) {
        if (!http::same_name(name, parameter.name)) continue;
        if (&value != first) text += ',';
        text += value;
    }
    return take_apart(text, parameter.kind, {',', parameter.explode, trimmed});
}

Sent RequestText::of_cookie(const Parameter& parameter) const {
    const Decode decode = parameter.style == Style::cookie ? as_it_is : http::decode_segment;
    Fields cookies(cookies_of(request_, parameter), {}, decode);
    for (const Parameter& each : operation_.parameters) {
        if (each.part == Part::cookie) cookies.declare(each.name);
    }
    return cookies.take(parameter);
}

}  // namespace standin::check
