#include "mock/engine/news.h"

#include <algorithm>

#include "mock/contract/request_scope.h"
#include "mock/core/json.h"
#include "mock/core/pointer.h"
#include "mock/sample/style.h"

namespace standin::engine {

namespace {

std::shared_ptr<const Document> body_of(const Exchange& exchange) {
    JsonFault fault;
    return read_json(exchange.response.body, fault);
}

// The resource in an answer; null where it shows none.
const Value* shown(const Exchange& exchange, const Value& answer) {
    const contract::Operation& operation = *exchange.match.operation;
    std::vector<std::string> path;
    if (operation.envelope && !operation.envelope->body.path_to_result(path)) return nullptr;
    const Value* at = &answer;
    for (const std::string& name : path) at = at ? at->find(name) : nullptr;
    return at && at->is(Kind::object) ? at : nullptr;
}

sample::News about(const Exchange& exchange, const Value* resource,
                   std::shared_ptr<const Document> document) {
    const contract::Operation& operation = *exchange.match.operation;
    sample::News news{resource, std::move(document)};
    if (!operation.resource) return news;
    news.key = operation.resource->key;
    news.hidden = operation.resource->hidden;
    for (const contract::Operation& each : exchange.match.contract->operations) {
        if (each.resource == operation.resource && !each.key_parameter.empty()) {
            news.called = each.key_parameter;
            break;
        }
    }
    return news;
}

// "http://localhost:4010/things?a=b", as the client has it (RFC 9112, section 3.3).
std::string own_url(const http::Request& request) {
    const std::string* host = request.headers.find("Host");
    return "http://" + (host ? *host : "localhost") + request.base + request.target;
}

std::string text_of(const Value* value) {
    return value ? sample::plain(*value) : "";
}

std::string of_response(const std::string& expression, const Exchange& exchange) {
    constexpr std::string_view header = "$response.header.";
    constexpr std::string_view body = "$response.body";
    if (expression.starts_with(header)) {
        const auto* field = exchange.response.headers.find(expression.substr(header.size()));
        return field ? *field : "";
    }
    const auto document = body_of(exchange);
    if (!document || !expression.starts_with(body)) return "";
    const size_t pointer = std::min(expression.size(), body.size() + 1);
    return text_of(resolve(document->root(), expression.substr(pointer)));
}

// "" where it names nothing.
std::string value_of(const std::string& expression, const Exchange& exchange) {
    if (expression == "$url") return own_url(exchange.request);
    if (expression == "$statusCode") return std::to_string(exchange.response.status);
    const auto known = contract::parse_expression(expression);
    if (!known) return of_response(expression, exchange);
    const contract::RequestScope scope(exchange.request, exchange.input, exchange.match.contract);
    const contract::Operand found = scope.lookup(*known);
    return found.is == contract::Operand::Is::value ? sample::plain(found.value) : "";
}

}  // namespace

sample::News news_of(const Exchange& exchange) {
    if (const auto answer = body_of(exchange)) {
        if (const Value* resource = shown(exchange, answer->root())) {
            return about(exchange, resource, answer);
        }
    }
    const auto& stored = exchange.outcome.stored;
    if (stored) return about(exchange, &stored->root(), stored);
    if (!exchange.input.has_body) return {};
    return about(exchange, &exchange.input.body, nullptr);
}

std::string url_of(const contract::Callback& callback, const Exchange& exchange,
                   std::string& unknown) {
    std::string url;
    for (const contract::UrlPiece& piece : callback.url) {
        const std::string text = piece.is_expression ? value_of(piece.text, exchange) : piece.text;
        if (text.empty()) {
            unknown = piece.text;
            return "";
        }
        url += text;
    }
    return url;
}

}  // namespace standin::engine
