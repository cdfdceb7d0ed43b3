// The control API beside a mock of a small document.
#pragma once

#include <gtest/gtest.h>

#include "mock/admin/admin.h"
#include "mock/admin/entry.h"
#include "tests/engine/mock.h"

namespace standin::admin {

inline constexpr std::string_view document = R"(
openapi: 3.1.0
servers: [{url: https://api.example.com/v1}]
paths:
  /things:
    post:
      operationId: makeThing
      requestBody:
        content:
          text/plain: {schema: {type: object}}
          application/json:
            schema:
              type: object
              properties:
                id: {type: string}
                name: {type: string, maxLength: 3}
                hidden: {type: string, writeOnly: true}
                key: {type: string, format: password, minLength: 20}
                list:
                  type: array
                  items: {type: object, properties: {pin: {type: string, writeOnly: true}}}
          application/other+json: {}
      responses:
        "201":
          description: ok
          content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
  /things/{id}:
    get: {operationId: readThing, responses: {"200": {description: ok}}}
components:
  securitySchemes:
    asked: {type: apiKey, in: query, name: k}
    told: {type: apiKey, in: header, name: X-Pass}
x-standin: {name: api}
)";

class Control : public testing::Test {
  protected:
    std::string ask(const std::string& line) {
        const size_t space = line.find(' ');
        const http::Response response =
            admin_.answer({line.substr(0, space), line.substr(space + 1), {}, ""});
        const std::string* allow = response.headers.find("Allow");
        return std::to_string(response.status) + (allow ? " (" + *allow + ") " : " ") +
               response.body;
    }
    // What the journal tells of a member of one exchange, from its name to `until`.
    std::string told(const std::string& name, const std::string& until) {
        const std::string journal = ask("GET /__admin/requests?limit=1");
        const size_t at = journal.find("\"" + name + "\":");
        if (at == journal.npos) return "nothing";
        return journal.substr(at, journal.find(until, at) - at + until.size());
    }

    engine::Mock mock_{document};
    Admin admin_{mock_.engine()};
};

}  // namespace standin::admin
