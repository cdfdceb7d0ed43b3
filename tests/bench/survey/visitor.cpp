#include "tests/bench/survey/visitor.h"

#include <algorithm>

#include "mock/core/json.h"
#include "mock/sample/request.h"
#include "mock/sample/style.h"

namespace survey {

using namespace standin;
using contract::Action;
using contract::Operation;

namespace {

constexpr auto patience = std::chrono::seconds(5);

void add_credential(http::Request& request, const contract::SecurityScheme& scheme) {
    using Kind = contract::SecurityScheme::Kind;
    if (scheme.kind == Kind::http) {
        // Not every server ignores the case of the scheme.
        std::string credential = scheme.prefix + " any";
        if (http::same_name(scheme.prefix, "Bearer")) credential = "Bearer any";
        if (http::same_name(scheme.prefix, "Basic")) credential = "Basic dXNlcjpwYXNz";
        request.headers.set("Authorization", credential);
    } else if (scheme.kind != Kind::api_key) {
        request.headers.set("Authorization", "Bearer any");
    } else if (scheme.part == Part::query) {
        request.target += request.target.find('?') == std::string::npos ? '?' : '&';
        request.target += http::encode(scheme.parameter) + "=any";
    } else if (scheme.part == Part::cookie) {
        const std::string* others = request.headers.find("Cookie");
        request.headers.set("Cookie", (others ? *others + "; " : "") + scheme.parameter + "=any");
    } else {
        request.headers.set(scheme.parameter, "any");
    }
}

std::vector<std::string> segments_of(std::string_view path) {
    std::vector<std::string> segments;
    for (const char c : path.substr(0, path.find('?'))) {
        if (c == '/') segments.emplace_back();
        if (c != '/' && !segments.empty()) segments.back() += c;
    }
    return segments;
}

// Puts a segment where a template has one, in the target that was made of it.
void put_segment(http::Request& request, size_t index, const std::string& text) {
    size_t begin = 0;
    for (size_t i = 0; i <= index; ++i) begin = request.target.find('/', begin) + 1;
    const size_t end = std::min(request.target.find_first_of("/?", begin), request.target.size());
    request.target.replace(begin, end - begin, text);
}

// The first member of that name, nearest to the root.
const Value* find_member(const Value& root, std::string_view name) {
    std::vector<const Value*> level{&root};
    for (size_t i = 0; i < level.size(); ++i) {
        if (level[i]->is(Kind::object)) {
            if (const Value* found = level[i]->find(name)) return found;
            for (const Member& member : level[i]->members()) level.push_back(&member.value);
        } else if (level[i]->is(Kind::array)) {
            for (const Value& item : level[i]->items()) level.push_back(&item);
        }
    }
    return nullptr;
}

std::string key_in(const std::string& body, const std::string& name) {
    JsonFault fault;
    const auto document = read_json(body, fault);
    const Value* key = document ? find_member(document->root(), name) : nullptr;
    return key ? sample::plain(*key) : "";
}

// The key of the only one of a resource that is stored: where no answer tells it, a client would
// have to look it up.
std::string key_in_state(const std::string& body, const contract::Resource& resource) {
    JsonFault fault;
    const auto document = read_json(body, fault);
    const Value* items = document ? find_member(document->root(), resource.name) : nullptr;
    const Value* item = items ? find_member(*items, "items") : nullptr;
    const bool lone = item && item->is(Kind::array) && item->items().size() == 1;
    const Value* key = lone ? resource.key_of(item->items().front()) : nullptr;
    return key ? sample::plain(*key) : "";
}

}  // namespace

http::Request Visitor::request(const Operation& operation) {
    http::Request request = sample::request(answers_.judge(), operation);
    if (operation.security.empty()) return request;
    for (const auto& demand : operation.security.front()) add_credential(request, *demand.scheme);
    return request;
}

// What makes the resource that an operation is about; null where nothing does, or needs to.
const Operation* Visitor::creator_of(const Operation& operation) const {
    if (!operation.resource || operation.key_parameter.empty()) return nullptr;
    const auto makes = [&](const Operation& each) {
        const bool puts =
            each.action == Action::replace && each.missing == contract::Missing::create;
        return each.resource == operation.resource && (each.action == Action::create || puts);
    };
    const auto found = std::ranges::find_if(contract_.operations, makes);
    return found == contract_.operations.end() ? nullptr : &*found;
}

void Visitor::prepare(const Operation& operation, http::Request& asked, Client& client,
                      Time limit) {
    const Operation* creator = creator_of(operation);
    if (!creator || creator == &operation) return;
    http::Request making = request(*creator);
    const auto segments = segments_of(asked.target);
    const auto templates = segments_of(operation.path);
    const auto of_creator = segments_of(creator->path);
    for (size_t i = 0; i < std::min(of_creator.size(), templates.size()); ++i) {
        if (of_creator[i] == templates[i]) put_segment(making, i, segments[i]);
    }
    const auto made = client.ask(making, limit);
    const auto place = std::ranges::find(templates, '{' + operation.key_parameter + '}');
    if (!made || creator->action != Action::create || place == templates.end()) return;
    const contract::Resource& resource = *operation.resource;
    std::string key = key_in(made->body, resource.key);
    if (key.empty()) {
        const auto state = client.ask({"GET", "/__admin/state", {}, {}}, limit);
        if (state) key = key_in_state(state->body, resource);
    }
    if (key.empty()) key = key_in(making.body, resource.key);
    if (key.empty()) return;
    put_segment(asked, static_cast<size_t>(place - templates.begin()), http::encode(key));
}

Verdict Visitor::judge(const Operation& operation, const http::Response& answer) {
    Verdict verdict;
    const Problems problems = answers_.problems(operation, answer);
    // Whatever is documented, these have no body (RFC 9110, sections 9.3.2, 15.3.5 and 15.4.5).
    const bool is_bare = operation.method == "HEAD" || answer.status == 204 || answer.status == 304;
    verdict.is_documented = problems.empty() || (is_bare && operation.documented(answer.status));
    verdict.is_valid = verdict.is_documented && answer.status >= 200 && answer.status < 400;
    verdict.reason = std::to_string(answer.status);
    if (!verdict.is_documented) {
        const Problem& problem = problems.front();
        verdict.reason += ' ' + problem.pointer + ' ' + problem.keyword + ' ' + problem.expected;
    }
    if (!verdict.is_valid) verdict.reason += ": " + answer.body.substr(0, 300);
    return verdict;
}

Verdict Visitor::visit(const Operation& operation, Client& client, Time whole_limit) {
    const Time limit = std::min(whole_limit, Clock::now() + patience);
    http::Request asked = request(operation);
    if (keeps_state_) {
        client.ask({"POST", "/__admin/reset", {}, {}}, limit);
        prepare(operation, asked, client, limit);
    }
    const auto answer = client.ask(asked, limit);
    Verdict verdict = answer ? judge(operation, *answer) : Verdict{false, false, "no answer"};
    if (!verdict.is_valid)
        verdict.reason += " <- " + asked.target + " " + asked.body.substr(0, 300);
    return verdict;
}

}  // namespace survey
