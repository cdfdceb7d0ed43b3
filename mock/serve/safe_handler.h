// The one place where the mock's own exceptions end.
#pragma once

#include "mock/serve/handler.h"

namespace standin::serve {

// Passes everything on to another handler, which must outlive it, and throws nothing: what that
// one throws becomes a 500 in application/problem+json (RFC 9457), whose X-Standin-Bug is the
// exception's text.
class SafeHandler final : public Handler {
  public:
    explicit SafeHandler(Handler& handler) : handler_(handler) {}

    http::Response answer(const http::Request& request) override;
    http::Response refuse(const http::Request& request, int status, std::string_view why) override;

  private:
    Handler& handler_;
};

}  // namespace standin::serve
