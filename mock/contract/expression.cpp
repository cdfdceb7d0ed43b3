#include "mock/contract/expression.h"

#include <algorithm>

namespace standin::contract {

namespace {

struct Form {
    std::string_view begins;
    Name name;
    char then;   // what stands between the name and the detail; 0 = no detail may follow
    bool alone;  // whether the expression may end without a detail
};

// In the order in which they are tried.
constexpr Form forms[] = {
    {"$request.path", Name::request_path, '.', true},
    {"$request.query", Name::request_query, '.', false},
    {"$request.header", Name::request_header, '.', false},
    {"$request.body", Name::request_body, '#', true},
    {"$method", Name::method, 0, true},
    {"$statusCode", Name::status_code, 0, true},
    {"$server", Name::server, 0, true},
    {"$stored", Name::stored, '#', true},
    {"$parent", Name::parent, '#', true},
    {"$result", Name::result, 0, true},
    {"$list", Name::list, '.', false},
    {"$problems", Name::problems, '.', true},
    {"$problem", Name::problem, '.', false},
};

bool is_known_detail(Name name, std::string_view detail) {
    static constexpr std::string_view of_list[] = {"total",  "count", "page",   "pages", "size",
                                                   "offset", "more",  "cursor", "next"};
    static constexpr std::string_view of_problem[] = {"message",  "code",  "path",    "pointer",
                                                      "part",     "name",  "keyword", "expected",
                                                      "received", "title", "error"};
    switch (name) {
        case Name::list:
            return std::find(std::begin(of_list), std::end(of_list), detail) != std::end(of_list);
        case Name::problems:
            return detail == "messages";
        case Name::problem:
            return std::find(std::begin(of_problem), std::end(of_problem), detail) !=
                   std::end(of_problem);
        case Name::request_body:
        case Name::stored:
        case Name::parent:
            return detail.empty() || detail[0] == '/';
        default:
            return !detail.empty();
    }
}

}  // namespace

bool looks_like_expression(std::string_view text) {
    return text.size() > 1 && text[0] == '$' &&
           ((text[1] >= 'a' && text[1] <= 'z') || (text[1] >= 'A' && text[1] <= 'Z'));
}

std::optional<Expression> parse_expression(std::string_view text) {
    for (const Form& form : forms) {
        if (!text.starts_with(form.begins)) continue;
        const std::string_view rest = text.substr(form.begins.size());
        if (rest.empty() && form.alone) return Expression{form.name, {}};
        if (rest.empty() || form.then == 0 || rest[0] != form.then) continue;
        const std::string_view detail = rest.substr(1);
        if (is_known_detail(form.name, detail)) return Expression{form.name, std::string(detail)};
    }
    return std::nullopt;
}

}  // namespace standin::contract
