#include "mock/serve/responder.h"

#include "mock/http/coding.h"
#include "mock/http/cors.h"
#include "mock/http/problem_details.h"

namespace standin::serve {

using Cors = ResponderOptions::Cors;

Answer Responder::answer(const http::Request& request) {
    const bool own = admin::Admin::owns(request.path());
    if (!own && options_.cors != Cors::none && http::is_preflight(request)) {
        if (options_.cors == Cors::asked) return {http::preflight_answer(request)};
        Answer answer{{204, {}, ""}};
        http::share_as_prism(request, answer.response);
        return answer;
    }
    Answer answer = own ? Answer{admin_.answer(request)} : told(request, engine_.answer(request));
    http::encode_for(request, answer.response);
    return answer;
}

Answer Responder::refuse(const http::Request& request, int status, std::string_view why) {
    if (admin::Admin::owns(request.path())) return {http::problem_details(status, why)};
    return told(request, engine_.refuse(request, status, why));
}

void Responder::tidy() {
    engine_.tidy(std::chrono::steady_clock::now());
}

void Responder::share(const http::Request& request, http::Response& response) const {
    if (options_.cors == Cors::asked) http::share(request, response);
    if (options_.cors == Cors::prism) http::share_as_prism(request, response);
}

Answer Responder::told(const http::Request& request,
                       const std::shared_ptr<const engine::Exchange>& exchange) const {
    observe_(*exchange);
    Answer answer{exchange->response, exchange->fault.delivery};
    share(request, answer.response);
    return answer;
}

}  // namespace standin::serve
