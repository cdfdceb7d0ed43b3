// One operation of a contract: what it takes, what it does, what it answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mock/contract/documented.h"
#include "mock/contract/parameter.h"
#include "mock/contract/resource.h"
#include "mock/contract/server.h"
#include "mock/schema/schema.h"

namespace standin::contract {

enum class Action : uint8_t { none, create, list, read, replace, update, remove };

std::string_view name_of(Action action);

// What a delete or a replace of something that is not there does.
enum class Missing : uint8_t { refuse, ignore, create };

struct Search {
    std::string parameter;
    std::string member;
    bool contains = false;  // ignoring case; else equal
};

struct Listing {
    std::string page;      // query parameter: number of the page, from 1
    std::string offset;    // query parameter: how many come before, instead of a page
    std::string cursor;    // query parameter: key of the last one seen
    std::string size;      // query parameter: how many on a page
    std::string order_by;  // a member; "" = as created
    bool descending = false;
    std::string sort;       // query parameter: the member to sort by, "-" before it turns it round
    std::string direction;  // query parameter: "asc" or "desc"
    std::vector<Search> search;
    bool all_scopes = false;
    std::optional<Template> show;
};

struct Rule {
    const schema::Schema* when = nullptr;  // over {path, query, header, body, parent, stored}
    std::optional<Template> greater_left;
    std::optional<Template> greater_right;
    std::optional<Template> duplicate;
    bool before_lookup = false;
    const Refusal* refuse = nullptr;
};

// A scheme that a requirement names.
struct SecurityScheme {
    enum class Kind : uint8_t { http, api_key, other } kind = Kind::other;
    std::string name;
    std::string type;    // as the document has it: "http", "apiKey", "oauth2" …
    std::string prefix;  // of http: "Bearer", "Basic"
    Part part = Part::header;
    std::string parameter;                        // the header, query parameter or cookie
    const schema::Schema* well_formed = nullptr;  // of what a well-formed credential looks like
    std::string malformed = "credentials_malformed";
};

// A scheme, and what its credential must allow (OpenAPI 3.1, section 4.8.30).
struct Demand {
    const SecurityScheme* scheme = nullptr;
    std::vector<std::string> scopes;
};

// All of these together; an operation has several alternatives.
using Requirement = std::vector<Demand>;

// Immutable after load.
struct Operation {
    std::string id;
    std::string method;  // "GET"
    std::string path;    // template, without base path: "/things/{id}"
    Servers servers;     // that its path item or itself names instead of the contract's
    Mark mark;
    std::string pointer;  // of the operation in the contract
    bool is_deprecated = false;
    bool is_strict = false;  // takes no query parameters and members that nobody declares
    std::vector<Parameter> parameters;   // path, query, header, cookie, each in document order
    std::vector<BodyType> query_string;  // what the whole query may be (OpenAPI 3.2)
    bool needs_query = false;            // the query, as one value, must be there
    std::optional<RequestBody> body;
    std::vector<Documented> responses;
    Located callbacks;                  // as they stand: few are ever sent (callback.h)
    std::vector<Requirement> security;  // empty = none asked
    Action action = Action::none;
    std::string why;  // a sentence: what told the action, or why there is none
    const Resource* resource = nullptr;
    std::string key_parameter;  // the path parameter that holds the resource's key
    Listing listing;
    std::vector<Rule> rules;
    std::vector<const Refusal*> errors;  // go before the contract's
    const Envelope* envelope = nullptr;
    const Shape* shape = nullptr;  // how this operation shows its resource
    // What is answered is made of the state by inference, and whether that is what is documented
    // for success cannot be told beforehand.
    bool may_misfit = false;
    std::string body_member;  // the member of the body that is the resource; "" = the body itself
    Missing missing = Missing::refuse;
    bool deep_merge = false;
    int status = 200;        // of success
    std::string media_type;  // of success; "" = no body

    // That of the status, of its range ("4XX"), or "default"; null where none is documented.
    const Documented* documented(int status) const;
    // The first of success that has a schema; null where there is none.
    const Documented* success() const;
};

}  // namespace standin::contract
