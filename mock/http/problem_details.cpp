#include "mock/http/problem_details.h"

#include "mock/core/json.h"
#include "mock/http/media_type.h"

namespace standin::http {

Response problem_details(int status, std::string_view detail) {
    std::string body = "{\"type\":\"about:blank\",\"title\":";
    write_json_string(body, reason_of(status));
    body += ",\"status\":" + std::to_string(status) + ",\"detail\":";
    write_json_string(body, detail);
    body += '}';
    return {status, {{"Content-Type", std::string(problem_json)}}, std::move(body)};
}

}  // namespace standin::http
