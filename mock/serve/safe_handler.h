// The one place where the mock's own exceptions end.
#pragma once

#include "mock/serve/handler.h"

namespace standin::serve {

// Passes everything on to another handler, which must outlive it, and throws nothing: what that
// one throws instead of an answer becomes a 500 in application/problem+json (RFC 9457), whose
// X-Standin-Bug is the exception's text; it goes out whole and at once.
class SafeHandler final : public Handler {
  public:
    explicit SafeHandler(Handler& handler) : handler_(handler) {}

    Answer answer(http::Request request) override;
    Answer refuse(const http::Request& request, int status, std::string_view why) override;
    void tidy() override;

  private:
    Handler& handler_;
};

}  // namespace standin::serve
