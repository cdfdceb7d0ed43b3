// What an exchange has to tell: the resource that it was about, and what runtime expressions name.
#pragma once

#include <memory>
#include <string>

#include "mock/contract/callback.h"
#include "mock/engine/exchange.h"
#include "mock/sample/message.h"

namespace standin::engine {

// Keeps the resource of an answer. Empty where there is none.
class News {
  public:
    News() = default;
    News(std::shared_ptr<const Document> document, sample::News told)
        : document_(std::move(document)), told_(std::move(told)) {}

    const sample::News& told() const { return told_; }

  private:
    std::shared_ptr<const Document> document_;
    sample::News told_;
};

// The resource that was answered, within its envelope; else the one that was there before; else
// what was sent.
News news_of(const Exchange& exchange);

// The URL of a callback (OpenAPI 3.1, section 4.8.18.2). Where an expression names nothing in the
// exchange, `unknown` becomes that expression.
std::string url_of(const contract::Callback& callback, const Exchange& exchange,
                   std::string& unknown);

}  // namespace standin::engine
