#include "mock/cli/webhook_option.h"

#include <charconv>

#include "mock/cli/command.h"
#include "mock/core/clock.h"
#include "mock/engine/target.h"
#include "mock/http/base64.h"

namespace standin::cli {

namespace {

namespace po = boost::program_options;

std::string text_of(const po::variables_map& map, const char* flag) {
    return map.count(flag) ? map[flag].as<std::string>() : "";
}

std::chrono::milliseconds delay_of(const std::string& text) {
    if (const auto delay = parse_duration(text)) return *delay;
    throw UsageError("--webhook-delay takes a time such as 500ms or 2s, not \"" + text + '"');
}

int retries_of(const std::string& text) {
    int retries = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, retries);
    if (error == std::errc{} && rest == end && retries >= 0 && retries <= 10) return retries;
    throw UsageError("--webhook-retries takes a whole number from 0 to 10, not \"" + text + '"');
}

// As libraries that verify read it: the prefix says what it is, the rest is the key.
std::string key_of(std::string secret) {
    constexpr std::string_view prefix = "whsec_";
    if (secret.starts_with(prefix)) secret.erase(0, prefix.size());
    const auto key = http::decode_base64(secret);
    if (key && !key->empty()) return *key;
    throw UsageError("--webhook-secret takes whsec_ and a key in base 64");
}

std::string url_of(const std::string& text, bool any_host) {
    const std::string wrong = engine::why_not_sent(text, any_host);
    if (wrong.empty()) return text;
    throw UsageError("--webhook-url " + wrong);
}

}  // namespace

void add_webhook_flags(po::options_description& flags) {
    flags.add_options()("webhook-url", po::value<std::string>()->value_name("URL"),
                        "where webhooks go that the control API is given no URL for")(
        "webhook-delay", po::value<std::string>()->value_name("TIME")->default_value("0ms"),
        "wait so long before a callback or a webhook is sent")(
        "webhook-retries", po::value<std::string>()->value_name("N")->default_value("2"),
        "how often one that nobody, or a 5xx, answers is tried again")(
        "webhook-secret", po::value<std::string>()->value_name("SECRET"),
        "sign callbacks and webhooks with this key (Standard Webhooks), whsec_ and base 64")(
        "allow-remote-webhooks", "let callbacks and webhooks go to other hosts than this one");
}

WebhookOptions read_webhook_flags(const po::variables_map& map) {
    WebhookOptions options;
    options.any_host = map.count("allow-remote-webhooks") > 0;
    if (map.count("webhook-url")) {
        options.url = url_of(text_of(map, "webhook-url"), options.any_host);
    }
    options.courier.delay = delay_of(text_of(map, "webhook-delay"));
    options.courier.retries = retries_of(text_of(map, "webhook-retries"));
    if (map.count("webhook-secret")) options.courier.key = key_of(text_of(map, "webhook-secret"));
    return options;
}

}  // namespace standin::cli
