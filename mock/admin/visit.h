// One control request on its way to its handler, and the answers that handlers have in common.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/contract/input.h"
#include "mock/core/contract_error.h"
#include "mock/core/json_writer.h"
#include "mock/engine/session.h"
#include "mock/http/message.h"

namespace standin::admin {

inline constexpr JsonStyle plain;

struct Visit {
    explicit Visit(http::Request sent) : request(std::move(sent)) {}

    http::Request request;
    contract::Input input;                     // as the contract has it, once that was asked
    std::shared_ptr<engine::Session> session;  // null where the route needs none

    // A parameter of the path, and a string of the body; both must be there.
    std::string path(std::string_view name) const;
    std::string body(std::string_view name) const;
};

http::Response json(std::string body, int status = 200);

// {}: it is done, and there is nothing to tell.
http::Response done();

// 404: "There is no KIND "NAME"".
http::Response unknown(std::string_view kind, std::string_view name);

// 400 for a text that was sent, with every mistake and its place in it.
http::Response mistaken(const ContractError& error);

// Writes `"name": number`.
void write_number(JsonWriter& writer, std::string_view name, uint64_t number);
void write_text(JsonWriter& writer, std::string_view name, std::string_view text);
// Writes `"name": "2025-01-01T00:00:00.000Z"`.
void write_instant(JsonWriter& writer, std::string_view name, Instant instant);
void write_names(JsonWriter& writer, std::string_view name, const std::vector<std::string>& names);

}  // namespace standin::admin
