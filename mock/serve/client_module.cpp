// The module `client`: requests to other hosts, with cpp-httplib.
#include <algorithm>
#include <exception>

#include <httplib.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "mock/serve/client.h"

namespace standin::serve {

namespace {

using Clock = std::chrono::steady_clock;

std::string told(std::chrono::milliseconds time) {
    const auto count = time.count();
    return count % 1000 == 0 ? std::to_string(count / 1000) + " s" : std::to_string(count) + " ms";
}

std::string why_of(httplib::Error error, const Call& call) {
    switch (error) {
        case httplib::Error::Connection:
            return "cannot connect";
        case httplib::Error::ConnectionTimeout:
            return "cannot connect within " + told(call.silence);
        case httplib::Error::Read:
            return "no whole answer came, or none within " + told(call.silence);
        case httplib::Error::SSLConnection:
        case httplib::Error::SSLLoadingCerts:
            return "no TLS connection can be made";
        case httplib::Error::SSLServerVerification:
            return "its certificate is not trusted";
        default:
            return httplib::to_string(error);
    }
}

// The library sends whatever it is given, and a line end would begin another header.
bool is_one_line(const std::string& text) {
    return std::none_of(text.begin(), text.end(),
                        [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7F; });
}

httplib::Request request_of(const Call& call) {
    httplib::Request request;
    request.method = call.method;
    request.path = call.target;
    request.body = call.body;
    for (const auto& [name, value] : call.headers) {
        if (is_one_line(name) && is_one_line(value)) request.headers.emplace(name, value);
    }
    return request;
}

void set_limits(httplib::Client& client, const Call& call) {
    client.set_connection_timeout(call.silence);
    client.set_read_timeout(call.silence);
    client.set_write_timeout(call.silence);
    client.set_url_encode(false);  // it would encode what a URL may hold, too
}

void send(const Call& call, Called& called) {
    httplib::Client client(call.origin);
    set_limits(client, call);
    if (!client.is_valid()) {
        called.ending = Ending::unusable_url;
        return;
    }
    httplib::Request request = request_of(call);
    request.content_receiver = [&](const char* data, size_t size, uint64_t, uint64_t) {
        called.text.append(data, size);
        return called.text.size() <= call.bytes && Clock::now() < call.end;
    };
    const httplib::Result result = client.send(request);
    if (result) {
        called.status = result->status;
        called.headers.assign(result->headers.begin(), result->headers.end());
    } else if (called.text.size() > call.bytes) {
        called.ending = Ending::too_large;
    } else if (Clock::now() >= call.end) {
        called.ending = Ending::too_late;
    } else {
        called.ending = Ending::unanswered;
        called.why = why_of(result.error(), call);
    }
}

}  // namespace

// The library throws at a port that is none, and at https: where it was built without TLS.
extern "C" __attribute__((visibility("default"))) void standin_call(const Call& call,
                                                                    Called& called) {
    try {
        send(call, called);
    } catch (const std::exception& error) {
        called.ending = Ending::unanswered;
        called.why = error.what();
    }
}

extern "C" __attribute__((visibility("default"))) void standin_sign(const std::string& key,
                                                                    const std::string& text,
                                                                    std::string& base64) {
    const auto bytes = [](const std::string& of) {
        return reinterpret_cast<const unsigned char*>(of.data());
    };
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(text), text.size(), digest,
         &size);
    unsigned char written[2 * EVP_MAX_MD_SIZE];
    const int length = EVP_EncodeBlock(written, digest, static_cast<int>(size));
    base64.assign(reinterpret_cast<const char*>(written), static_cast<size_t>(length));
}

}  // namespace standin::serve
