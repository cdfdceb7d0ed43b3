#include "mock/serve/responder.h"

#include "mock/http/coding.h"
#include "mock/http/problem_details.h"

namespace standin::serve {

Answer Responder::answer(const http::Request& request) {
    Answer answer = admin::Admin::owns(request.path()) ? Answer{admin_.answer(request)}
                                                       : told(engine_.answer(request));
    http::encode_for(request, answer.response);
    return answer;
}

Answer Responder::refuse(const http::Request& request, int status, std::string_view why) {
    if (admin::Admin::owns(request.path())) return {http::problem_details(status, why)};
    return told(engine_.refuse(request, status, why));
}

void Responder::tidy() {
    engine_.tidy(std::chrono::steady_clock::now());
}

Answer Responder::told(const std::shared_ptr<const engine::Exchange>& exchange) const {
    observe_(*exchange);
    return {exchange->response, exchange->fault.delivery};
}

}  // namespace standin::serve
