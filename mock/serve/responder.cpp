#include "mock/serve/responder.h"

#include "mock/http/cors.h"
#include "mock/http/problem_details.h"

namespace standin::serve {

Answer Responder::answer(http::Request request) {
    if (admin::Admin::owns(request.path())) return admin_.answer(request);
    if (options_.cors && http::is_preflight(request)) return http::preflight_answer(request);
    return told(engine_.answer(std::move(request)));
}

Answer Responder::refuse(const http::Request& request, int status, std::string_view why) {
    if (admin::Admin::owns(request.path())) return http::problem_details(status, why);
    return told(engine_.refuse(request, status, why));
}

void Responder::tidy() {
    engine_.tidy(std::chrono::steady_clock::now());
}

// The journal keeps the response as the API gives it; what a page needs to read it is added to a
// copy, which only browsers ask for.
Answer Responder::told(std::shared_ptr<const engine::Exchange> exchange) const {
    observe_(*exchange);
    if (options_.cors && exchange->request.headers.find("Origin")) {
        http::Response shared = exchange->response;
        http::share(exchange->request, shared);
        return {std::move(shared), exchange->fault.delivery};
    }
    std::shared_ptr<const http::Response> response(exchange, &exchange->response);
    return {std::move(response), exchange->fault.delivery};
}

}  // namespace standin::serve
