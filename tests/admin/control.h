// The control API beside a mock of a small document.
#pragma once

#include <memory>
#include <string>
#include <utility>

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
  /notes:
    get: {operationId: listNotes, responses: {"200": &notes {description: ok, content: {
      application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Note"}}}}}}}
    post:
      operationId: makeNote
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}}
      responses: {"201": &note {description: ok, content: {
        application/json: {schema: {$ref: "#/components/schemas/Note"}}}}}
  /notes/{id}:
    get: {operationId: readNote, responses: {"200": *note}}
webhooks:
  noted: {post: {requestBody: {content: {application/json: {example: {event: noted}}}}}}
components:
  schemas:
    Note:
      type: object
      properties:
        id: {type: string, format: uuid, readOnly: true}
        made: {type: string, format: date-time, readOnly: true}
        text: {type: string}
  securitySchemes:
    asked: {type: apiKey, in: query, name: k}
    told: {type: apiKey, in: header, name: X-Pass}
x-standin: {name: api}
)";

inline engine::Settings settings() {
    engine::Settings settings = engine::settings_of(document, {});
    settings.sessions.most = 3;
    settings.library = fault::Library::read({STANDIN_SOURCE_DIR "/tests/admin/plans"},  //
                                            settings.contracts);
    return settings;
}

// RFC 9457, as the control API tells of a status.
inline std::string problem(int status, const std::string& detail, const std::string& more = "") {
    return R"({"type":"about:blank","title":")" + std::string(http::reason_of(status)) +
           R"(","status":)" + std::to_string(status) + R"(,"detail":")" + detail + '"' + more + '}';
}

// The same behind its status.
inline std::string refused(int status, const std::string& detail, const std::string& more = "") {
    return std::to_string(status) + ' ' + problem(status, detail, more);
}

// One mistake in a text that was sent, and the problem that tells of it alone.
inline std::string mistake(int line, int column, const std::string& pointer,
                           const std::string& message) {
    return R"({"line":)" + std::to_string(line) + R"(,"column":)" + std::to_string(column) +
           R"(,"pointer":")" + pointer + R"(","message":")" + message + "\"}";
}
inline std::string mistaken(const std::string& text, const std::string& mistakes) {
    return refused(400, text, ",\"mistakes\":[" + mistakes + ']');
}

class Control : public testing::Test {
  protected:
    using Line = const std::string&;

    // "POST /__admin/clock" and so on: "200 {…}", with Allow in brackets where it is there.
    std::string ask(Line line, const std::string& body = "", http::Headers headers = {}) {
        const http::Response response = admin_->answer(request(line, body, std::move(headers)));
        const std::string* allow = response.headers.find("Allow");
        return std::to_string(response.status) + (allow ? " (" + *allow + ") " : " ") +
               response.body;
    }
    std::string body_of(Line line) { return ask(line).substr(4); }

    // What the mock itself answers.
    std::shared_ptr<const engine::Exchange> call(Line line, const std::string& body = "",
                                                 http::Headers headers = {}) {
        const bool typed = headers.find("Content-Type");
        if (!body.empty() && !typed) headers.add("Content-Type", "application/json");
        return engine_->answer(request(line, body, std::move(headers)));
    }
    std::string answer_to(Line line, const std::string& body = "") {
        const auto answered = call(line, body);
        return std::to_string(answered->response.status) + ' ' + answered->response.body;
    }

    // What the journal tells of a member of the last exchange, from its name to `until`.
    std::string told(const std::string& name, const std::string& until) {
        const std::string journal = ask("GET /__admin/requests?limit=1");
        const size_t at = journal.find("\"" + name + "\":");
        if (at == journal.npos) return "nothing";
        return journal.substr(at, journal.find(until, at) - at + until.size());
    }

    void serve(engine::Settings settings) {
        admin_.reset();
        engine_ = std::make_unique<engine::Engine>(std::move(settings));
        admin_ = std::make_unique<Admin>(*engine_);
    }

    std::unique_ptr<engine::Engine> engine_ = std::make_unique<engine::Engine>(settings());
    std::unique_ptr<Admin> admin_ = std::make_unique<Admin>(*engine_);

  private:
    static http::Request request(Line line, const std::string& body, http::Headers headers) {
        const size_t space = line.find(' ');
        return {line.substr(0, space), line.substr(space + 1), std::move(headers), body};
    }
};

}  // namespace standin::admin
