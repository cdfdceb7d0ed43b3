#include "mock/serve/safe_handler.h"

#include <exception>

#include "mock/http/problem_details.h"

namespace standin::serve {

namespace {

Answer bug(std::string_view what) {
    auto response = http::problem_details(500, "the mock failed: X-Standin-Bug says how");
    response.headers.add("X-Standin-Bug", std::string(what));
    return response;
}

template <class Call>
Answer guarded(Call call) {
    try {
        return call();
    } catch (const std::exception& exception) {
        return bug(exception.what());
    } catch (...) {
        return bug("an exception that is no std::exception");
    }
}

}  // namespace

Answer SafeHandler::answer(http::Request request) {
    return guarded([&] { return handler_.answer(std::move(request)); });
}

Answer SafeHandler::refuse(const http::Request& request, int status, std::string_view why) {
    return guarded([&] { return handler_.refuse(request, status, why); });
}

// Nobody waits for it, so there is nobody to tell.
void SafeHandler::tidy() {
    try {
        handler_.tidy();
    } catch (...) {
    }
}

}  // namespace standin::serve
