#include "mock/engine/prism_violation.h"

#include <algorithm>

#include "mock/core/json_writer.h"
#include "mock/core/pointer.h"
#include "mock/http/headers.h"

namespace standin::engine {

namespace {

constexpr size_t most_bytes = 8092;

// The order in which the parts are told.
int rank(Part part) {
    switch (part) {
        case Part::body:
            return 0;
        case Part::header:
            return 1;
        case Part::query:
            return 2;
        case Part::path:
            return 3;
        default:
            return 4;
    }
}

bool is_whole_request(const Problem& problem) {
    return problem.keyword == "body" || problem.keyword == "mediaType" ||
           problem.part == Part::credentials || problem.part == Part::request;
}

// Where a problem lies: a member that is missing or unknown counts for the object around it.
std::vector<std::string> location_of(const Problem& problem) {
    if (is_whole_request(problem)) return {};
    std::vector<std::string> location = tokens_of(problem.pointer);
    const bool around = problem.keyword == "required" || problem.keyword == "additionalProperties";
    if (around && !location.empty()) location.pop_back();
    if (problem.part == Part::header && !location.empty()) {
        location.front() = http::lower(location.front());
    }
    location.insert(location.begin(), std::string(name_of(problem.part)));
    return location;
}

// `"open"|"close"` as `open, close`.
std::string joined(std::string_view words) {
    std::string text;
    for (const char c : words) {
        if (c != '"') text += c == '|' ? std::string(", ") : std::string(1, c);
    }
    return text;
}

using Ordered = std::vector<const Problem*>;

// What lies at a depth, in the order in which Ajv tells it: of each object what it lacks and what
// it should not have, then what is wrong below, member by member as they were met.
void order(Ordered& problems, size_t depth) {
    const auto here = [&](const Problem* each) { return location_of(*each).size() <= depth; };
    const auto class_of = [&](const Problem* each) {
        if (!here(each)) return 2;
        return each->keyword == "required" ? 0 : each->keyword == "additionalProperties" ? 1 : 2;
    };
    std::ranges::stable_sort(problems, {}, class_of);
    Ordered rest;
    std::vector<std::string> met;
    const auto token_of = [&](const Problem* each) {
        return here(each) ? std::string() : location_of(*each)[depth];
    };
    for (const Problem* each : problems) {
        if (std::ranges::find(met, token_of(each)) == met.end()) met.push_back(token_of(each));
    }
    for (const std::string& token : met) {
        Ordered group;
        for (const Problem* each : problems) {
            if (token_of(each) == token) group.push_back(each);
        }
        if (!token.empty() && group.size() > 1 && depth < 64) order(group, depth + 1);
        rest.insert(rest.end(), group.begin(), group.end());
    }
    problems = std::move(rest);
}

std::string message_of(const Problem& problem, const std::vector<std::string>& location,
                       std::string_view side) {
    if (problem.keyword == "body") return "Body parameter is required";
    if (problem.keyword == "mediaType") return "Supported content types: " + problem.expected;
    if (problem.part == Part::credentials) return "Invalid security scheme used";
    if (problem.part == Part::request) return problem.message;
    std::string text = std::string(side) + " " + location.front();
    if (location.size() > 1) text += problem.part == Part::body ? " property " : " parameter ";
    for (size_t i = 1; i < location.size(); ++i) text += (i == 1 ? "" : ".") + location[i];
    // Ajv says no more.
    const bool several = problem.keyword == "oneOf";
    text += " " + (several ? "must match exactly one schema in oneOf" : problem.message);
    if (problem.keyword == "enum") text += ": " + joined(problem.expected);
    const auto tokens = tokens_of(problem.pointer);
    if (problem.keyword == "additionalProperties") text += "; found '" + tokens.back() + "'";
    return text;
}

void write(JsonWriter& json, const Problem& problem, std::string_view side, bool prefixed) {
    const std::vector<std::string> location = location_of(problem);
    json.begin_object();
    if (prefixed || !location.empty()) {
        json.name("location");
        json.begin_array();
        if (prefixed) json.string(http::lower(side));
        for (const std::string& token : location) json.string(token);
        json.end_array();
    }
    json.name("severity");
    json.string("Error");
    json.name("code");
    if (problem.keyword == "mediaType") {
        json.json("415");
    } else if (problem.part == Part::credentials) {
        json.json("401");
    } else {
        json.string(problem.keyword == "body" ? "required" : problem.keyword);
    }
    json.name("message");
    json.string(message_of(problem, location, side));
    json.end_object();
}

}  // namespace

std::string prism_violations(const Problems& problems, std::string_view side, bool prefixed) {
    Ordered ordered;
    for (const Problem& problem : problems) ordered.push_back(&problem);
    order(ordered, 1);
    std::ranges::stable_sort(ordered, {}, [](const Problem* each) { return rank(each->part); });
    std::string text;
    JsonWriter json(text, {});
    json.begin_array();
    for (const Problem* problem : ordered) write(json, *problem, side, prefixed);
    json.end_array();
    return text;
}

std::string prism_header(std::string violations) {
    for (char& c : violations) {
        if (static_cast<unsigned char>(c) > 0x7E) c = '?';
    }
    if (violations.size() <= most_bytes) return violations;
    return "Too many violations! " + violations.substr(0, most_bytes);
}

}  // namespace standin::engine
