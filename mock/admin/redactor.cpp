#include "mock/admin/redactor.h"

#include <algorithm>

#include "mock/core/json_writer.h"

namespace standin::admin {

using contract::Operation;
using contract::SecurityScheme;
using contract::Shape;
using engine::Exchange;

namespace {

constexpr std::string_view redacted = "[REDACTED]";
constexpr JsonStyle plain;

// Words that names of credentials contain, in headers and in queries.
bool sounds_secret(std::string_view name) {
    static constexpr std::string_view words[] = {"authorization", "cookie",   "token",
                                                 "secret",        "password", "api-key",
                                                 "api_key",       "apikey",   "auth-key"};
    const std::string lowered = http::lower(name);
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return lowered.find(word) != lowered.npos; });
}

// "Bearer [REDACTED]": the scheme helps, the rest does not.
std::string without_credential(const std::string& value) {
    static constexpr std::string_view schemes[] = {"Basic", "Bearer", "Digest", "Negotiate"};
    const std::string_view first = std::string_view(value).substr(0, value.find(' '));
    const bool known =
        first.size() < value.size() &&
        std::any_of(std::begin(schemes), std::end(schemes),
                    [&](std::string_view scheme) { return http::same_name(scheme, first); });
    return known ? std::string(first) + ' ' + std::string(redacted) : std::string(redacted);
}

// Gathers the names of secret members, however deep they lie.
class Names {
  public:
    explicit Names(std::set<std::string_view>& names) : names_(names) {}

    void add(const Shape* shape) {
        if (!shape || !seen_.insert(shape).second) return;
        for (const contract::Property& property : shape->properties) {
            if (property.write_only || property.shape->secret) names_.insert(property.name);
            add(property.shape);
        }
        add(shape->items);
        add(shape->additional);
    }
    void add(const Operation& operation) {
        add(operation.shape);
        if (!operation.body) return;
        for (const contract::BodyType& type : operation.body->types) add(type.shape);
    }

  private:
    std::set<std::string_view>& names_;
    std::set<const Shape*> seen_;
};

void write_without(JsonWriter& writer, const Value& value,
                   const std::set<std::string_view>& names) {
    if (value.is(Kind::array)) {
        writer.begin_array();
        for (const Value& item : value.items()) write_without(writer, item, names);
        return writer.end_array();
    }
    if (!value.is(Kind::object)) return writer.value(value);
    writer.begin_object();
    for (const Member& member : value.members()) {
        writer.name(member.name);
        if (names.contains(member.name) && !member.value.is(Kind::null)) {
            writer.string(redacted);
        } else {
            write_without(writer, member.value, names);
        }
    }
    writer.end_object();
}

}  // namespace

Redactor::Redactor(const Exchange& exchange) : exchange_(exchange) {
    const Operation* asked = exchange.match.operation;
    if (!asked) return;
    Names names(names_);
    names.add(*asked);
    if (!asked->resource) return;
    for (const Operation& operation : exchange.match.contract->operations) {
        if (operation.resource == asked->resource) names.add(operation);
    }
}

bool Redactor::is_credential(Part part, std::string_view name) const {
    if (sounds_secret(name)) return true;
    if (!exchange_.match.contract) return false;
    const auto& schemes = exchange_.match.contract->schemes;
    return std::any_of(schemes.begin(), schemes.end(), [&](const SecurityScheme& scheme) {
        const bool same = part == Part::header ? http::same_name(scheme.parameter, name)
                                               : scheme.parameter == name;
        return scheme.kind == SecurityScheme::Kind::api_key && scheme.part == part && same;
    });
}

std::string Redactor::target() const {
    std::string target(exchange_.request.path());
    std::string_view query = exchange_.request.query();
    char separator = '?';
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        const std::string_view name = pair.substr(0, pair.find('='));
        const bool secret =
            name.size() < pair.size() && is_credential(Part::query, http::decode_query(name));
        target += separator;
        target += secret ? std::string(name) + '=' + std::string(redacted) : std::string(pair);
        separator = '&';
    }
    return target;
}

std::string Redactor::field(const http::Headers::Field& field) const {
    const auto& [name, value] = field;
    return is_credential(Part::header, name) ? without_credential(value) : value;
}

std::string Redactor::request_body() const {
    const std::string& body = exchange_.request.body;
    if (body.empty()) return body;
    if (!exchange_.input.text || !exchange_.body_shape) {
        return "[" + std::to_string(body.size()) + " bytes that no contract has read]";
    }
    std::string text;
    JsonWriter writer(text, plain);
    contract::write_without_secrets(writer, exchange_.input.text->root(), exchange_.body_shape);
    return text;
}

std::string Redactor::response_body() const {
    const std::string& body = exchange_.response.body;
    if (names_.empty()) return body;
    JsonFault fault;
    const auto document = read_json(body, fault);
    if (!document) return body;
    std::string text;
    JsonWriter writer(text, plain);
    write_without(writer, document->root(), names_);
    return text;
}

}  // namespace standin::admin
