// What a request asks for itself.
#include <algorithm>
#include <charconv>

#include "mock/core/chance.h"
#include "mock/core/json.h"
#include "mock/sample/choice.h"

namespace standin::sample {

namespace {

constexpr std::string_view names[] = {"code", "example", "dynamic", "seed"};

std::string quoted(std::string_view value) {
    std::string text = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

std::string mistake_of(std::string_view name, std::string_view wanted, std::string_view value) {
    return "Prefer: " + std::string(name) + " must be " + std::string(wanted) + ", not \"" +
           std::string(value) + '"';
}

bool is_code(std::string_view text) {
    return text.size() == 3 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A number is itself, any other text a number of its own.
uint64_t seed_of(std::string_view text) {
    uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error == std::errc{} && end == text.data() + text.size()) return seed;
    return chance(0, {"seed", text}, 0).low;
}

}  // namespace

http::Preferences preferences_of(const http::Request& request) {
    if (request.headers.find("Prefer")) return http::Preferences(request.headers);
    std::string field;
    std::string_view query = request.query();
    while (query.find("__") != query.npos) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(pair.size() + 1, query.size()));
        const size_t equals = std::min(pair.find('='), pair.size());
        const std::string name = http::decode_query(pair.substr(0, equals));
        const bool known =
            name.starts_with("__") && std::ranges::find(names, name.substr(2)) != std::end(names);
        if (!known) continue;
        if (!field.empty()) field += ", ";
        const auto value = pair.substr(std::min(equals + 1, pair.size()));
        field += name.substr(2) + '=' + quoted(http::decode_query(value));
    }
    return field.empty() ? http::Preferences() : http::Preferences({{"Prefer", field}});
}

Preference read_preference(const http::Preferences& preferences) {
    Preference preference;
    if (const std::string* code = preferences.find("code")) {
        if (is_code(*code)) {
            preference.code = std::stoi(*code);
        } else {
            preference.mistake = mistake_of("code", "three digits", *code);
        }
    }
    if (const std::string* dynamic = preferences.find("dynamic")) {
        preference.dynamic = *dynamic == "true";
        if (*dynamic != "true" && *dynamic != "false" && preference.mistake.empty()) {
            preference.mistake = mistake_of("dynamic", "true or false", *dynamic);
        }
    }
    if (const std::string* example = preferences.find("example")) preference.example = *example;
    if (const std::string* seed = preferences.find("seed")) preference.seed = seed_of(*seed);
    return preference;
}

}  // namespace standin::sample
