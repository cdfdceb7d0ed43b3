// What an answer has that its contract does not promise.
#include <algorithm>

#include "mock/core/json.h"
#include "mock/http/media_type.h"
#include "mock/sample/answers.h"

namespace standin::sample {

using contract::Content;
using contract::Documented;
using contract::Operation;

namespace {

Problem problem_of(Part part, std::string keyword, std::string expected, std::string received) {
    Problem problem;
    problem.part = part;
    problem.keyword = std::move(keyword);
    problem.expected = std::move(expected);
    problem.received = std::move(received);
    return problem;
}

// The documented content that a media type falls under.
const Content* content_of(const Documented& response, const std::string& media_type) {
    const std::string essence = http::essence_of(media_type);
    for (const bool exact : {true, false}) {
        for (const Content& content : response.content) {
            const std::string own = http::essence_of(content.media_type);
            if (exact ? own == essence : http::in_range(essence, own)) return &content;
        }
    }
    return nullptr;
}

}  // namespace

Problems Answers::problems(const Operation& operation, const http::Response& response) {
    const Documented* documented = operation.documented(response.status);
    if (!documented) {
        return {problem_of(Part::request, "status", "", std::to_string(response.status))};
    }
    Problems problems;
    for (const contract::ResponseHeader& header : documented->headers) {
        if (!header.required || response.headers.find(header.name)) continue;
        problems.push_back(problem_of(Part::header, "required", header.name, "undefined"));
        problems.back().pointer = "/" + header.name;
    }
    const std::string* type = response.headers.find("Content-Type");
    const Content* content = type ? content_of(*documented, *type) : nullptr;
    if (type && !content && !documented->content.empty()) {
        problems.push_back(problem_of(Part::header, "mediaType", documented->media_type, *type));
    }
    if (!content || !content->schema || !http::is_json(http::essence_of(*type))) return problems;
    if (operation.method == "HEAD" && response.body.empty()) return problems;
    JsonFault fault;
    const auto body = read_json(response.body, fault);
    if (!body) {
        problems.push_back(problem_of(Part::body, "json", "", fault.message));
        return problems;
    }
    std::ranges::move(judge_.problems(content->schema, body->root(), schema::Direction::response),
                      std::back_inserter(problems));
    return problems;
}

}  // namespace standin::sample
