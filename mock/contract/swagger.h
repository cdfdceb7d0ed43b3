// What Swagger 2.0 says otherwise than OpenAPI 3.x, read into the same contract. Each throws
// ContractError with the first mistake.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mock/contract/contract.h"

namespace standin::contract {

// The URL of its one server, as host, basePath and schemes have it.
std::string swagger_server(const Located& root);

// Outside of bodies, and in forms, a parameter is its own schema (section "Parameter Object").
void read_swagger_value(const Contract& contract, Parameter& parameter, const Located& at);

// The body that parameters in "body" or "formData" make up; nothing where there are none.
std::optional<RequestBody> read_swagger_body(const Contract& contract, const Located& path_item,
                                             const Located& operation);

// A response has one schema for all that its operation produces, and examples by media type.
Documented read_swagger_response(Contract& contract, const Located& at, const Located& operation);

}  // namespace standin::contract
