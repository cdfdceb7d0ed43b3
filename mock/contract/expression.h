// Runtime expressions (OpenAPI 3.1, section 4.8.20.4) and what else may stand for a value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mock/core/document.h"

namespace standin::contract {

// What an expression names. The request's parts are OpenAPI's; the rest is the mock's own.
enum class Name : uint8_t {
    request_path,  // with a parameter's name; without one the path as sent
    request_query,
    request_header,
    request_body,  // with a pointer, "" for the whole
    method,
    status_code,
    server,
    stored,  // with a pointer
    parent,  // with a pointer
    result,
    list,  // with "total", "count", "page", "pages", "size", "offset", "more", "cursor" or "next"
    problems,  // "" for the dressed ones, or "messages"
    problem,   // with a field
};

struct Expression {
    Name name = Name::result;
    std::string detail;  // parameter name, JSON Pointer or field
};

// Reads "$request.body#/alias"; nothing where the text is no expression that the mock knows.
std::optional<Expression> parse_expression(std::string_view text);

// Whether a text is meant as an expression: "$" and a letter.
bool looks_like_expression(std::string_view text);

// What an expression stands for at one moment: nothing, a value, or JSON text that is ready to be
// written (a resource as it was rendered when it was stored).
struct Operand {
    enum class Is : uint8_t { nothing, value, json } is = Is::nothing;
    Value value;
    std::string_view json;

    static Operand of(Value value) { return {Is::value, value, {}}; }
    static Operand of_json(std::string_view json) { return {Is::json, {}, json}; }
};

// A value that the server makes.
struct Generator {
    enum class Makes : uint8_t { uuid, sortable_id, hex_id, sequence, now } makes = Makes::uuid;
    std::string prefix;    // of ids
    int64_t number = 0;    // start of a sequence, digits of a hexadecimal id
    bool seconds = false;  // precision of now, instead of milliseconds
};

// Gives expressions their values while one request is answered. Views that it returns live as long
// as it does.
class Scope {
  public:
    virtual ~Scope() = default;
    virtual Operand lookup(const Expression& expression) const = 0;
    virtual Value generate(const Generator& generator) = 0;
    // Keeps text that was put together on the way.
    virtual Document& scratch() = 0;
};

}  // namespace standin::contract
