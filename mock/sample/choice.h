// Which of the responses that a contract documents is answered.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "mock/contract/input.h"
#include "mock/contract/operation.h"
#include "mock/http/message.h"
#include "mock/http/prefer.h"

namespace standin::sample {

// What a request asks for itself, as Prism's users know it.
struct Preference {
    std::optional<int> code;
    std::optional<std::string> example;
    std::optional<bool> dynamic;
    std::optional<uint64_t> seed;
    std::string mistake;  // what is wrong with a value, a sentence for the client; "" = nothing
};

// The preferences of a request's Prefer fields; without such a field, those that its query names as
// __code, __example, __dynamic and __seed, as if they were in one.
http::Preferences preferences_of(const http::Request& request);

// What of it concerns the choice: code, example, dynamic, seed. Others are ignored.
Preference read_preference(const http::Preferences& preferences);

// What the choice depends on, besides the operation.
struct Ask {
    Preference preference;
    std::string accept = {};  // the request's Accept field; "" = there is none
    std::string pair = {};    // the key of the examples that make up this request; "" = none
};

// The request's own, with the key of the named examples that all of its parameters and its body are
// equal to.
Ask ask_of(const http::Request& request, const contract::Operation& operation,
           const contract::Input& input);

// Data only: whoever answers makes the body, or says in its own words why there is none.
struct Choice {
    enum class Why : uint8_t {
        none,
        no_such_status,   // the status that is preferred is not documented
        no_such_example,  // none of that name
        not_acceptable,   // no media type that the client takes
        no_response,      // nothing is documented, or nothing that fits
    } why = Why::none;
    std::string detail;  // a sentence for the client, where there is a reason

    int status = 200;
    const contract::Documented* response = nullptr;
    const contract::Content* content = nullptr;  // null: the body is empty
    const contract::Example* example = nullptr;  // null: the body is made of the schema
    std::string media_type;                      // of the body
    bool dynamic = false;

    bool made() const { return why == Why::none; }
};

// For a valid request. The response: that of the preferred code (itself, its range, "default"),
// unless it has no media type that the client takes; else the lowest 2xx, "default", the first. The
// body: the example that is preferred, a varied one where that is asked for, the example that the
// request is paired with, the first, else one made of the schema. `dynamic` holds where the request
// says nothing of it.
Choice choose(const contract::Operation& operation, const Ask& ask, bool dynamic = false);

// For a request that is refused: the first of the wanted statuses (itself, then its range) that is
// documented, else "default" as the first of them. Its first content with an example is taken, else
// the first with a schema, else none.
Choice choose_refusal(const contract::Operation& operation, std::span<const int> wanted,
                      const Ask& ask, bool dynamic = false);

}  // namespace standin::sample
