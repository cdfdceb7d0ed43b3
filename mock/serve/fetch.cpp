#include "mock/serve/fetch.h"

#include <algorithm>
#include <exception>
#include <optional>

#include <httplib.h>

#include "mock/http/message.h"
#include "mock/schema/uri.h"

namespace standin::serve {

namespace {

using contract::Fetched;
using Clock = std::chrono::steady_clock;

Fetched failed(std::string why) {
    return {"", "", std::move(why)};
}

std::string told(std::chrono::seconds time) {
    return std::to_string(time.count()) + " s";
}

std::string why_of(httplib::Error error, const FetchLimits& limits) {
    switch (error) {
        case httplib::Error::Connection:
            return "cannot connect";
        case httplib::Error::ConnectionTimeout:
            return "cannot connect within " + told(limits.silence);
        case httplib::Error::Read:
            return "no whole answer came, or none within " + told(limits.silence);
        case httplib::Error::SSLConnection:
        case httplib::Error::SSLLoadingCerts:
            return "no TLS connection can be made";
        case httplib::Error::SSLServerVerification:
            return "its certificate is not trusted";
        default:
            return httplib::to_string(error);
    }
}

// "https://example.com:1234" and "/a?b" of a URL.
struct Address {
    std::string host;
    std::string target;
};

Address address_of(const std::string& url) {
    const size_t authority = url.find("//") + 2;
    const size_t end = std::min(url.find_first_of("/?", authority), url.size());
    const std::string target = url.substr(end);
    return {url.substr(0, end), target.starts_with('/') ? target : '/' + target};
}

// One request without its redirections.
class Get {
  public:
    Get(const Address& address, const FetchLimits& limits, Clock::time_point end)
        : limits_(limits), client_(address.host), end_(end) {
        client_.set_connection_timeout(limits.silence);
        client_.set_read_timeout(limits.silence);
        client_.set_write_timeout(limits.silence);
        if (!client_.is_valid()) return;
        const auto take = [this](const char* data, size_t size) { return receive(data, size); };
        result_.emplace(
            client_.Get(address.target, {{"Accept", "application/json, application/yaml"}}, take));
    }

    // Null where it failed.
    const httplib::Response* response() const {
        return result_ && *result_ ? &result_->value() : nullptr;
    }
    std::string take_text() { return std::move(text_); }

    std::string why_failed() const {
        if (!client_.is_valid()) return "is no URL that can be asked for";
        if (text_.size() > limits_.bytes) {
            return "is larger than " + std::to_string(limits_.bytes) + " bytes";
        }
        if (Clock::now() >= end_) return "took longer than " + told(limits_.whole);
        return why_of(result_->error(), limits_);
    }

  private:
    bool receive(const char* data, size_t size) {
        text_.append(data, size);
        return text_.size() <= limits_.bytes && Clock::now() < end_;
    }

    const FetchLimits& limits_;
    httplib::Client client_;
    const Clock::time_point end_;
    std::string text_;
    std::optional<httplib::Result> result_;
};

bool is_redirection(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string told(int status) {
    return std::to_string(status) + ' ' + std::string(http::reason_of(status));
}

// Follows redirections to the end.
Fetched follow(std::string url, const FetchLimits& limits) {
    const auto end = Clock::now() + limits.whole;
    for (int passed = 0; passed <= limits.redirections; ++passed) {
        Get get(address_of(url), limits, end);
        const httplib::Response* response = get.response();
        if (!response) return failed(get.why_failed());
        const int status = response->status;
        if (status >= 200 && status <= 299) return {url, get.take_text(), ""};
        if (!is_redirection(status)) return failed(told(status));
        const std::string location = response->get_header_value("Location");
        url = schema::resolve_uri(url, schema::split_reference(location).uri);
        if (location.empty() || !contract::is_remote(url)) {
            return failed(told(status) + " to \"" + location + '"');
        }
    }
    return failed("more than " + std::to_string(limits.redirections) + " redirections");
}

}  // namespace

// The library throws at a port that is none, and at https: where it was built without TLS.
Fetched fetch(const std::string& url, const FetchLimits& limits) {
    try {
        return follow(url, limits);
    } catch (const std::exception& error) {
        return failed(error.what());
    }
}

}  // namespace standin::serve
