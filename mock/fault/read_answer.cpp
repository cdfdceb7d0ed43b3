#include <algorithm>

#include "mock/core/json.h"
#include "mock/fault/breach.h"
#include "mock/fault/reading.h"

namespace standin::fault {

namespace {

bool has_error(const contract::Contract& contract, std::string_view name) {
    return contract.find_error(name) ||
           std::ranges::any_of(contract.local_errors,
                               [&](const auto& error) { return error.name == name; });
}

void read_error(Reading& reading, const Located& at, Instead& answer) {
    if (!at) return;
    answer.error = at.value->text();
    const auto& contracts = reading.contracts();
    const bool known = std::ranges::any_of(
        contracts, [&](const auto& contract) { return has_error(*contract, answer.error); });
    if (!known) reading.refuse(at, "names no error of a contract: \"" + answer.error + '"');
}

// A body is given one way at most, and an error comes with its own.
void read_body(Reading& reading, const Located& at, Instead& answer) {
    const Located json = at.find("json");
    const Located text = at.find("text");
    if (json) answer.body = to_json(*json.value), answer.media_type = "application/json";
    if (text) answer.body = text.value->text(), answer.media_type = "text/plain; charset=utf-8";
    if (json && text) reading.refuse(text, "cannot stand beside \"json\"");
    if (answer.body && !answer.error.empty()) {
        reading.refuse(json ? json : text, "cannot stand beside \"error\", which has its own body");
    }
    const Located media_type = at.find("mediaType");
    if (!media_type) return;
    answer.media_type = media_type.value->text();
    if (!answer.body) reading.refuse(media_type, "says nothing without \"json\" or \"text\"");
}

void read_headers(Reading& reading, const Located& at, Instead& answer) {
    if (!at) return;
    for (const Member& member : at.value->members()) {
        const std::string name(member.name);
        for (const char* own : {"Content-Length", "Transfer-Encoding", "Connection"}) {
            if (!http::same_name(name, own)) continue;
            reading.refuse(at.find(name), "belongs to the transport");
        }
        answer.headers.add(name, std::string(member.value.text()));
    }
}

}  // namespace

Instead read_answer(Reading& reading, const Located& at) {
    Instead answer;
    if (const Located status = at.find("status")) {
        answer.status = static_cast<int>(whole(*status.value));
    }
    read_error(reading, at.find("error"), answer);
    read_body(reading, at, answer);
    read_headers(reading, at.find("headers"), answer);
    if (Located after = at.find("retryAfter")) {
        answer.retry_date = after.value->is(Kind::object);
        if (answer.retry_date) after = after.find("date");
        answer.retry_after = reading.duration(after, longest_window, std::chrono::seconds(1));
    }
    return answer;
}

Quota read_quota(Reading& reading, const Located& at) {
    Quota quota;
    quota.limit = static_cast<uint64_t>(whole(*at.find("limit").value));
    const Located window = at.find("window");
    const size_t before = reading.mistakes().size();
    quota.window = reading.duration(window, longest_window);
    if (quota.window.count() == 0 && reading.mistakes().size() == before) {
        reading.refuse(window, "must be longer than nothing");
    }
    if (const Located by = at.find("by")) {
        const bool header = by.value->is(Kind::object);
        if (header) quota.header = by.find("header").value->text();
        if (header) quota.by = Quota::By::header;
        if (by.value->text_or("") == "credential") quota.by = Quota::By::credential;
    }
    if (const Located headers = at.find("headers")) quota.prefix = headers.value->text();
    if (quota.prefix == "none") quota.prefix.clear();
    const Located answer = at.find("answer");
    if (answer) quota.instead = read_answer(reading, answer);
    if (!answer.find("status")) quota.instead.status = 429;
    return quota;
}

std::vector<Breach> read_breaches(const Located& at) {
    std::vector<Breach> breaches;
    for (const Located& each : several(at)) {
        breaches.push_back(*breach_named(each.value->text_or("null")));
    }
    return breaches;
}

}  // namespace standin::fault
