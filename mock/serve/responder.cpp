#include "mock/serve/responder.h"

#include "mock/http/coding.h"
#include "mock/http/cors.h"
#include "mock/http/problem_details.h"

namespace standin::serve {

using Cors = ResponderOptions::Cors;

Answer Responder::answer(http::Request request) {
    if (admin::Admin::owns(request.path())) {
        http::Response response = admin_.answer(request);
        http::encode_for(request, response);
        return response;
    }
    if (options_.cors != Cors::none && http::is_preflight(request)) {
        if (options_.cors == Cors::asked) return http::preflight_answer(request);
        http::Response response{204, {}, ""};
        http::share_as_prism(request, response);
        return response;
    }
    return told(engine_.answer(std::move(request)));
}

Answer Responder::refuse(const http::Request& request, int status, std::string_view why) {
    if (admin::Admin::owns(request.path())) return http::problem_details(status, why);
    return told(engine_.refuse(request, status, why));
}

void Responder::tidy() {
    engine_.tidy(std::chrono::steady_clock::now());
}

// The journal keeps the response as the API gives it; what a client's page or its wish for a coding
// adds goes to a copy.
Answer Responder::told(std::shared_ptr<const engine::Exchange> exchange) const {
    observe_(*exchange);
    const http::Request& request = exchange->request;
    const bool shared = options_.cors == Cors::prism ||
                        (options_.cors == Cors::asked && request.headers.find("Origin"));
    if (shared || http::may_encode(request, exchange->response)) {
        http::Response response = exchange->response;
        if (options_.cors == Cors::asked) http::share(request, response);
        if (options_.cors == Cors::prism) http::share_as_prism(request, response);
        http::encode_for(request, response);
        return {std::move(response), exchange->fault.delivery};
    }
    std::shared_ptr<const http::Response> response(exchange, &exchange->response);
    return {std::move(response), exchange->fault.delivery};
}

}  // namespace standin::serve
