// What an exchange has to tell: the resource that it was about, and what runtime expressions name.
#pragma once

#include <string>

#include "mock/contract/callback.h"
#include "mock/engine/exchange.h"
#include "mock/sample/news.h"

namespace standin::engine {

// The resource that was answered, within its envelope; else the one that was there before; else
// what was sent. It must not outlive the exchange.
sample::News news_of(const Exchange& exchange);

// The URL of a callback (OpenAPI 3.1, section 4.8.18.2). Where an expression names nothing in the
// exchange, `unknown` becomes that expression.
std::string url_of(const contract::Callback& callback, const Exchange& exchange,
                   std::string& unknown);

}  // namespace standin::engine
