#include "mock/fault/match.h"

#include <algorithm>
#include <optional>

#include "mock/schema/check.h"

namespace standin::fault {

namespace {

bool is_among(std::string_view text, const std::vector<std::string>& texts) {
    return texts.empty() || std::ranges::find(texts, text) != texts.end();
}

bool occurs(const HeaderMatch& wanted, const std::string& value, Search& search) {
    const schema::Search result = wanted.pattern->search(value, search.steps);
    if (result == schema::Search::gave_up) {
        search.lost = "the pattern " + wanted.text + " took too many steps in " + wanted.name;
    }
    return result == schema::Search::found;
}

// Whether one of the values of that field is what is asked for.
bool has(const http::Headers& headers, const HeaderMatch& wanted, Search& search) {
    const auto fits = [&](const std::string& value) {
        switch (wanted.asks) {
            case HeaderMatch::Asks::equal_to:
                return value == wanted.text;
            case HeaderMatch::Asks::contains:
                return value.find(wanted.text) != value.npos;
            case HeaderMatch::Asks::matches:
                return occurs(wanted, value, search);
            case HeaderMatch::Asks::absent:
                break;
        }
        return true;
    };
    const bool found = std::any_of(headers.begin(), headers.end(), [&](const auto& field) {
        return http::same_name(field.first, wanted.name) && fits(field.second);
    });
    return found != (wanted.asks == HeaderMatch::Asks::absent);
}

// What could not be decoded is not there.
bool is_input(const schema::Schema& schema, const contract::Input& input, Search& search) {
    std::vector<Member> members;
    const auto add = [&](std::string_view name, const Value& part) {
        if (part.is(Kind::object)) members.push_back({name, part, {}});
    };
    add("path", input.path);
    add("query", input.query);
    add("header", input.header);
    if (input.has_body) members.push_back({"body", input.body, {}});
    std::optional<Problem> lost;
    const Value all = Value::of(std::span<const Member>(members));
    const bool valid = schema::is_valid(schema, all, {}, lost);
    if (lost) search.lost = "the pattern " + lost->expected + " took too many steps";
    return valid;
}

bool is_status(const std::vector<StatusRange>& statuses, int status) {
    return statuses.empty() || std::ranges::any_of(statuses, [&](const StatusRange& range) {
               return range.lowest <= status && status <= range.highest;
           });
}

bool is_of_operation(const Match& match, const contract::Operation* operation) {
    if (match.operations.empty() && match.path.empty()) return true;
    return operation && is_among(operation->id, match.operations) &&
           (match.path.empty() || match.path == operation->path);
}

}  // namespace

bool matches(const Match& match, const Question& question, std::string_view session,
             Search& search) {
    search.lost.clear();
    const http::Request& request = question.request;
    return is_among(session, match.sessions) && is_among(request.method, match.methods) &&
           is_of_operation(match, question.operation) &&
           is_status(match.statuses, question.status) &&
           std::ranges::all_of(
               match.headers,
               [&](const HeaderMatch& each) { return has(request.headers, each, search); }) &&
           (!match.request || is_input(*match.request, question.input, search));
}

// A HEAD without an operation of its own is answered by GET's.
bool may_match(const Match& match, const contract::Operation& operation) {
    const bool head = operation.method == "GET" && is_among("HEAD", match.methods);
    return is_of_operation(match, &operation) &&
           (head || is_among(operation.method, match.methods));
}

}  // namespace standin::fault
