#include "mock/sample/choice.h"

#include <algorithm>

#include "mock/http/accept.h"
#include "mock/http/media_type.h"

namespace standin::sample {

using contract::Content;
using contract::Documented;
using contract::Operation;
using Why = Choice::Why;

namespace {

constexpr std::string_view json = "application/json";

const Documented* find_status(const Operation& operation, std::string_view status) {
    const auto found = std::ranges::find(operation.responses, status, &Documented::status);
    return found == operation.responses.end() ? nullptr : &*found;
}

const Documented* exact_or_range(const Operation& operation, int code) {
    const std::string exact = std::to_string(code);
    const Documented* found = find_status(operation, exact);
    return found ? found : find_status(operation, exact.substr(0, 1) + "XX");
}

// "200" and "2XX" of 200.
int code_of(const Documented& response, int otherwise) {
    if (response.status == "default") return otherwise;
    const bool range = response.status.ends_with("XX");
    return range ? (response.status[0] - '0') * 100 : std::stoi(response.status);
}

// The lowest 2xx as texts compare, "default", or the first.
Choice by_rule(const Operation& operation) {
    const Documented* chosen = nullptr;
    for (const Documented& response : operation.responses) {
        if (response.status[0] != '2') continue;
        if (!chosen || response.status < chosen->status) chosen = &response;
    }
    if (!chosen) chosen = find_status(operation, "default");
    if (!chosen && !operation.responses.empty()) chosen = &operation.responses.front();
    Choice choice;
    choice.response = chosen;
    if (chosen) {
        choice.status = code_of(*chosen, 200);
    } else {
        choice.why = Why::no_response;
        choice.detail = "The operation documents no response.";
    }
    return choice;
}

bool is_range(std::string_view media_type) {
    return media_type.find('*') != media_type.npos;
}

// What to call a body of a content that is a range.
std::string concrete(const std::string& media_type) {
    return is_range(media_type) ? std::string(json) : media_type;
}

const Content* without_accept(const Documented& response) {
    const auto called = [&](std::string_view essence) -> const Content* {
        const auto found = std::ranges::find_if(response.content, [&](const Content& content) {
            return http::essence_of(content.media_type) == essence;
        });
        return found == response.content.end() ? nullptr : &*found;
    };
    const Content* any = called("*/*");
    if (!any) any = called(json);
    return any ? any : response.main_content();
}

// The content that the client likes best; null where it takes none.
const Content* acceptable(const Documented& response, const std::string& accept) {
    if (accept.empty() || accept == "*/*") return without_accept(response);
    std::vector<std::string> offered;
    for (const Content& content : response.content) offered.push_back(concrete(content.media_type));
    auto best = http::preferred(accept, offered);
    if (!best) {
        for (std::string& type : offered) type = http::essence_of(type);
        best = http::preferred(accept, offered);
    }
    return best ? &response.content[*best] : nullptr;
}

// Fills in the content; false where the client takes none of what there is.
bool take_content(Choice& choice, const std::string& accept) {
    if (choice.response->content.empty() || choice.status == 204) return true;
    choice.content = acceptable(*choice.response, accept);
    if (choice.content) choice.media_type = concrete(choice.content->media_type);
    return choice.content != nullptr;
}

Choice refused(Why why, std::string detail) {
    Choice choice;
    choice.why = why;
    choice.detail = std::move(detail);
    return choice;
}

Choice with_example(Choice choice, const Ask& ask, bool dynamic) {
    if (!choice.content) return choice;
    const auto& examples = choice.content->examples;
    if (ask.preference.example) {
        choice.example = find_example(examples, *ask.preference.example);
        if (choice.example) return choice;
        return refused(Why::no_such_example, "Response for contentType: " + choice.media_type +
                                                 " and exampleKey: " + *ask.preference.example +
                                                 " does not exist.");
    }
    choice.dynamic = ask.preference.dynamic.value_or(dynamic);
    if (choice.dynamic) return choice;
    if (!ask.pair.empty()) choice.example = find_example(examples, ask.pair);
    if (!choice.example && !examples.empty()) choice.example = &examples.front();
    return choice;
}

}  // namespace

Choice choose(const Operation& operation, const Ask& ask, bool dynamic) {
    if (const auto code = ask.preference.code) {
        Choice choice;
        choice.status = *code;
        choice.response = exact_or_range(operation, *code);
        if (!choice.response) choice.response = find_status(operation, "default");
        if (!choice.response) {
            return refused(Why::no_such_status, "Requested status code " + std::to_string(*code) +
                                                    " is not defined in the document.");
        }
        if (take_content(choice, ask.accept)) return with_example(choice, ask, dynamic);
    }
    Choice choice = by_rule(operation);
    if (!choice.made()) return choice;
    if (take_content(choice, ask.accept)) return with_example(choice, ask, dynamic);
    return refused(Why::not_acceptable,
                   "The server cannot produce a representation for your accept header");
}

Choice choose_refusal(const Operation& operation, std::span<const int> wanted, const Ask& ask,
                      bool dynamic) {
    Choice choice;
    for (const int code : wanted) {
        choice.response = exact_or_range(operation, code);
        choice.status = code;
        if (choice.response) break;
    }
    if (!choice.response && !wanted.empty()) {
        choice.response = find_status(operation, "default");
        choice.status = wanted.front();
    }
    if (!choice.response) return refused(Why::no_response, "No response is documented for this.");
    const auto has_example = [](const Content& content) { return !content.examples.empty(); };
    const auto has_schema = [](const Content& content) { return bool(content.schema); };
    const auto& contents = choice.response->content;
    auto content = std::ranges::find_if(contents, has_example);
    if (content == contents.end()) content = std::ranges::find_if(contents, has_schema);
    if (content == contents.end()) return choice;
    choice.content = &*content;
    choice.media_type = concrete(content->media_type);
    Ask own = ask;
    own.pair.clear();
    const auto code = ask.preference.code;
    const bool named = code && std::ranges::find(wanted, *code) != wanted.end();
    if (!named || !find_example(content->examples, ask.preference.example.value_or(""))) {
        own.preference.example.reset();
    }
    return with_example(choice, own, dynamic);
}

}  // namespace standin::sample
