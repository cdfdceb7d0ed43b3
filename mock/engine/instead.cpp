#include "mock/engine/instead.h"

#include "mock/envelope/wrap.h"
#include "mock/sample/sample.h"

namespace standin::engine {

namespace {

http::Response as_contract_says(const Exchange& exchange, const fault::Instead& instead) {
    const match::Match& match = exchange.match;
    const envelope::Subject subject{match.contract, match.operation, exchange.request,
                                    exchange.input};
    const std::string error =
        instead.error.empty() ? envelope::error_of(subject, instead.status) : instead.error;
    const auto* documented =
        match.operation ? match.operation->documented(instead.status) : nullptr;
    if (!error.empty() || !documented) return envelope::refusal(subject, error, instead.status);
    http::Response response{instead.status, {}, sample::answer(*match.contract, *documented)};
    if (!documented->media_type.empty()) {
        response.headers.set("Content-Type", documented->media_type);
    }
    return response;
}

}  // namespace

http::Response answer_instead(const Exchange& exchange, const fault::Instead& instead) {
    http::Response response;
    if (instead.body) {
        response = {instead.status, {}, *instead.body};
        if (!instead.media_type.empty()) response.headers.set("Content-Type", instead.media_type);
    } else {
        response = as_contract_says(exchange, instead);
    }
    for (const auto& [name, value] : instead.headers) response.headers.set(name, value);
    return response;
}

}  // namespace standin::engine
