#include "mock/contract/callback.h"

#include <algorithm>

#include "mock/contract/access.h"
#include "mock/contract/expression.h"

namespace standin::contract {

namespace {

constexpr std::string_view methods[] = {"get",  "put",   "post",  "delete", "options",
                                        "head", "patch", "trace", "query"};

std::string upper(std::string_view text) {
    std::string raised(text);
    for (char& c : raised) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return raised;
}

// The members of an object that are no extensions.
template <class Step>
void each_member(const Located& object, Step step) {
    if (!object || !object.value->is(Kind::object)) return;
    for (const Member& member : object.value->members()) {
        if (!member.name.starts_with("x-")) step(member.name, object.find(member.name));
    }
}

// Declared header parameters; what is odd in their examples is told by whoever examines.
void read_headers_of(Callback& callback, const Located& holder) {
    const Located parameters = member(holder, "parameters", Kind::array);
    for (size_t i = 0; parameters && i < parameters.value->items().size(); ++i) {
        const Located at = item(parameters, i);
        if (text_member(at, "in") != "header") continue;
        std::vector<Mistake> ignored;
        callback.headers.push_back({text_member(at, "name"), flag_member(at, "required"),
                                    at.find("schema"), read_examples(at, ignored)});
    }
}

void read_body_of(Callback& callback, const Located& operation) {
    const Located body = member(operation, "requestBody", Kind::object);
    each_member(
        member(body, "content", Kind::object), [&](std::string_view type, const Located& media) {
            std::vector<Mistake> ignored;
            callback.contents.push_back(read_content(std::string(type), follow(media), ignored));
        });
}

// An expression that OpenAPI has (3.1, section 4.8.20.4); the mock's own name nothing here.
bool is_expression(std::string_view text) {
    if (text == "$url" || text == "$response.body") return true;
    if (text.starts_with("$response.body#")) return true;
    if (text.starts_with("$response.header.")) return true;
    const auto known = parse_expression(text);
    return known && known->name <= Name::status_code;
}

// Appends one callback for each operation of a path item.
void read_item(std::vector<Callback>& read, const Callback& begun, const Located& reference) {
    const Located path_item = follow(reference);
    each_member(path_item, [&](std::string_view method, const Located& operation) {
        if (std::ranges::find(methods, method) == std::end(methods)) return;
        Callback callback = begun;
        callback.method = upper(method);
        callback.id = text_member(operation, "operationId");
        read_headers_of(callback, path_item);
        read_headers_of(callback, operation);
        read_body_of(callback, operation);
        read.push_back(std::move(callback));
    });
}

// What is wrong in one keeps the others from nothing.
void attempt(std::vector<Callback>& read, const Callback& begun, const Located& path_item) {
    try {
        read_item(read, begun, path_item);
    } catch (const ContractError& error) {
        read.push_back(begun);
        read.back().mistake = error.mistakes().front().text();
    }
}

void read_callback(std::vector<Callback>& read, std::string_view name, const Located& callback) {
    each_member(callback, [&](std::string_view url, const Located& path_item) {
        Callback begun;
        begun.name = name;
        begun.url = url_pieces(url);
        if (const std::string unknown = unknown_expression(begun.url); !unknown.empty()) {
            begun.mistake = '"' + unknown + "\" is no runtime expression";
        }
        attempt(read, begun, path_item);
    });
}

}  // namespace

std::vector<UrlPiece> url_pieces(std::string_view url) {
    if (looks_like_expression(url)) return {{std::string(url), true}};
    std::vector<UrlPiece> pieces;
    while (!url.empty()) {
        const size_t open = url.find("{$");
        const size_t close = open == url.npos ? url.npos : url.find('}', open);
        const size_t text = close == url.npos ? url.size() : open;
        if (text > 0) pieces.push_back({std::string(url.substr(0, text)), false});
        if (close == url.npos) break;
        pieces.push_back({std::string(url.substr(open + 1, close - open - 1)), true});
        url.remove_prefix(close + 1);
    }
    return pieces;
}

std::string unknown_expression(const std::vector<UrlPiece>& url) {
    const auto unknown = std::ranges::find_if(url, [](const UrlPiece& piece) {
        return piece.is_expression && !is_expression(piece.text);
    });
    return unknown == url.end() ? "" : unknown->text;
}

std::vector<Callback> read_callbacks(const Operation& operation) {
    std::vector<Callback> read;
    each_member(operation.callbacks, [&](std::string_view name, const Located& reference) {
        try {
            read_callback(read, name, follow(reference));
        } catch (const ContractError& error) {
            Callback& wrong = read.emplace_back();
            wrong.name = name;
            wrong.mistake = error.mistakes().front().text();
        }
    });
    return read;
}

std::vector<Callback> read_webhooks(const Contract& contract) {
    const Located root = root_of(contract.source());
    Located webhooks = root.find("webhooks");
    if (!webhooks) webhooks = root.find("x-webhooks");
    std::vector<Callback> read;
    each_member(webhooks, [&](std::string_view name, const Located& path_item) {
        Callback begun;
        begun.name = name;
        attempt(read, begun, path_item);
    });
    return read;
}

}  // namespace standin::contract
