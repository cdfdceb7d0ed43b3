#include "mock/serve/safe_handler.h"

#include <exception>

#include "mock/http/problem_details.h"

namespace standin::serve {

namespace {

http::Response bug(std::string_view what) {
    http::Response response = http::problem_details(500, "the mock failed: X-Standin-Bug says how");
    response.headers.add("X-Standin-Bug", std::string(what));
    return response;
}

template <class Call>
http::Response guarded(Call call) {
    try {
        return call();
    } catch (const std::exception& exception) {
        return bug(exception.what());
    } catch (...) {
        return bug("an exception that is no std::exception");
    }
}

}  // namespace

http::Response SafeHandler::answer(const http::Request& request) {
    return guarded([&] { return handler_.answer(request); });
}

http::Response SafeHandler::refuse(const http::Request& request, int status, std::string_view why) {
    return guarded([&] { return handler_.refuse(request, status, why); });
}

}  // namespace standin::serve
