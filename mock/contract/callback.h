// What an API sends on its own account: callbacks of operations, and webhooks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/contract.h"

namespace standin::contract {

// A piece of a URL: text, or a runtime expression.
struct UrlPiece {
    std::string text;
    bool is_expression = false;
};

struct Callback {
    std::string name;           // its key
    std::vector<UrlPiece> url;  // empty = nothing tells it, as of every webhook
    std::string method = "POST";
    std::string id;                       // of its operation; "" = it has none
    std::vector<Content> contents;        // of its body
    std::vector<ResponseHeader> headers;  // that it declares
    std::string mistake;                  // why it cannot be sent; "" = it can
};

// The callbacks of an operation (OpenAPI 3.1, section 4.8.18), one for each operation of them, in
// document order.
std::vector<Callback> read_callbacks(const Operation& operation);

// The webhooks of a document (OpenAPI 3.1, section 4.8.1), those of `x-webhooks` where it is older.
std::vector<Callback> read_webhooks(const Contract& contract);

// "{$request.body#/url}?a=b", or an expression alone, in pieces.
std::vector<UrlPiece> url_pieces(std::string_view url);

// What stands in a callback's key as an expression, and is none (3.1, section 4.8.20.4); "" where
// all are.
std::string unknown_expression(const std::vector<UrlPiece>& url);

}  // namespace standin::contract
