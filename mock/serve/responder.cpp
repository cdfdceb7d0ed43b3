#include "mock/serve/responder.h"

namespace standin::serve {

http::Response Responder::answer(const http::Request& request) {
    if (admin::Admin::owns(request.path())) return admin_.answer(request);
    const auto exchange = engine_.answer(request);
    observe_(*exchange);
    return exchange->response;
}

http::Response Responder::refuse(const http::Request& request, int status, std::string_view why) {
    const auto exchange = engine_.refuse(request, status, why);
    observe_(*exchange);
    return exchange->response;
}

}  // namespace standin::serve
