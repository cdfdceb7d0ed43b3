#include "mock/engine/instead.h"

#include "mock/envelope/wrap.h"

namespace standin::engine {

namespace {

http::Response as_contract_says(Exchange& exchange, const fault::Instead& instead,
                                const Documentation& documentation) {
    const envelope::Subject subject = documentation.subject(exchange);
    const std::string error =
        instead.error.empty() ? envelope::error_of(subject, instead.status) : instead.error;
    if (error.empty()) {
        if (auto documented =
                documentation.answer_with(exchange, instead.status, &exchange.violations)) {
            return std::move(*documented);
        }
    }
    return envelope::refusal(subject, error, instead.status);
}

}  // namespace

http::Response answer_instead(Exchange& exchange, const fault::Instead& instead,
                              const Documentation& documentation) {
    http::Response response;
    if (instead.body) {
        response = {instead.status, {}, *instead.body};
        if (!instead.media_type.empty()) response.headers.set("Content-Type", instead.media_type);
    } else {
        response = as_contract_says(exchange, instead, documentation);
    }
    for (const auto& [name, value] : instead.headers) response.headers.set(name, value);
    return response;
}

}  // namespace standin::engine
