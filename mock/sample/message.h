// What an API sends on its own account: the headers and the body of a callback or a webhook.
#pragma once

#include <string>

#include "mock/contract/callback.h"
#include "mock/http/headers.h"
#include "mock/sample/judge.h"
#include "mock/sample/news.h"
#include "mock/sample/wish.h"

namespace standin::sample {

struct Message {
    http::Headers headers;  // Content-Type, and those that are declared
    std::string body;
};

// A message of an example, else of the schema, with the members of the resource where their names
// are known in it and its schema takes them. As in an answer, what is readOnly is in it, and what
// is writeOnly is not, because the API is who sends it. Throws ContractError where a schema is
// wrong, or leads nowhere.
Message message(Judge& judge, const contract::Callback& callback, const News& news,
                const Wish& wish);

}  // namespace standin::sample
