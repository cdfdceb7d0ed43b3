// The control API under /__admin.
#pragma once

#include <optional>
#include <string_view>

#include "mock/engine/engine.h"

namespace standin::admin {

// Answers requests to the mock itself, in WireMock's routes and JSON where WireMock has the thing.
// Safe to use from several threads. Errors are problem+json (RFC 9457).
class Admin {
  public:
    explicit Admin(engine::Engine& engine) : engine_(engine) {}

    // Whether a path belongs to the control API.
    static bool owns(std::string_view path);

    http::Response answer(const http::Request& request);

  private:
    http::Response health() const;
    http::Response reset();
    http::Response requests(const http::Request& request);
    http::Response one_request(std::string_view id);

    engine::Engine& engine_;
};

}  // namespace standin::admin
