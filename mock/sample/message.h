// What an API sends on its own account: the headers and the body of a callback or a webhook.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/callback.h"
#include "mock/http/headers.h"
#include "mock/sample/judge.h"
#include "mock/sample/wish.h"

namespace standin::sample {

struct Message {
    http::Headers headers;  // Content-Type, and those that are declared
    std::string body;
};

// What a message tells of. The value must outlive the call.
struct News {
    const Value* resource = nullptr;  // null = nothing is known of it
    std::string key = {};             // the member that identifies it
    std::string called = {};          // what the key is called where the resource is not itself
    std::vector<std::string_view> hidden = {};  // members that are not told
};

// A message of an example, else of the schema, with the members of the resource where their names
// are known in it and its schema takes them. As in an answer, what is readOnly is in it, and what
// is writeOnly is not, because the API is who sends it. Throws ContractError where a schema is
// wrong, or leads nowhere.
Message message(Judge& judge, const contract::Callback& callback, const News& news,
                const Wish& wish);

// The value with members of the resource in the place of those of the same name, in that object
// within it which has most of them; as far as the schema, which may be empty, takes the whole.
// `document` keeps what is made.
Value with_news(Judge& judge, const contract::Located& schema, const Value& value, const News& news,
                Document& document);

}  // namespace standin::sample
