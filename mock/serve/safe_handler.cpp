#include "mock/serve/safe_handler.h"

#include <exception>

#include "mock/core/json.h"
#include "mock/http/media_type.h"

namespace standin::serve {

namespace {

http::Response bug(std::string_view what) {
    http::Response response = problem_of(500, "the mock failed: X-Standin-Bug says how");
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

http::Response problem_of(int status, std::string_view detail) {
    std::string body = "{\"type\":\"about:blank\",\"title\":";
    write_json_string(body, http::reason_of(status));
    body += ",\"status\":" + std::to_string(status) + ",\"detail\":";
    write_json_string(body, detail);
    body += '}';
    return {status, {{"Content-Type", std::string(http::problem_json)}}, std::move(body)};
}

}  // namespace standin::serve
