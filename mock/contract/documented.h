// What an operation answers, as its contract documents it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "mock/contract/example.h"

namespace standin::contract {

// A body in one media type.
struct Content {
    std::string media_type;  // as it is written, parameters included; may be a range
    Located schema;          // empty where there is none
    Located item_schema;     // of each item of a sequence (OpenAPI 3.2)
    std::vector<Example> examples;
};

struct ResponseHeader {
    std::string name;
    bool required = false;
    Located schema;
    std::vector<Example> examples;
};

// A response that the contract documents. Nothing in it is compiled: schemas of answers are many,
// and few of them are ever asked for.
struct Documented {
    std::string status;            // "200", "4XX" or "default"
    std::string media_type;        // of what is answered from state; "" = no body
    Located schema;                // of that media type
    std::vector<Content> content;  // in document order
    std::vector<ResponseHeader> headers;
    Located links;

    // That of its own media type; null where there is no body.
    const Content* main_content() const;
};

// The one type in which an answer is written, of those that are documented: the first that is JSON,
// else the first.
std::string readable_type(std::span<const std::string> types);

// The body of a response in one media type, as OpenAPI 3.x has it. Throws ContractError.
Content read_content(const std::string& media_type, const Located& media,
                     std::vector<Mistake>& warnings);

// The headers of a response, but for Content-Type, which is ignored there (3.1, section 4.8.17).
// Throws ContractError.
std::vector<ResponseHeader> read_headers(const Located& response, std::vector<Mistake>& warnings);

// Tells which media type is answered from state, when the contents are known.
void choose_main_content(Documented& response);

}  // namespace standin::contract
