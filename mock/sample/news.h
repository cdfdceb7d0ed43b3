// The resource that a message tells of, and its place in the message.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mock/sample/judge.h"

namespace standin::sample {

struct News {
    const Value* resource = nullptr;             // null = nothing is known of it
    std::shared_ptr<const Document> document{};  // in which it lies; null: it outlives this anyway
    std::string key{};                           // the member that identifies it
    std::string called{};                        // what the key is called where it refers to it
    std::vector<std::string_view> hidden{};      // members that are not told
};

// The value with members of the resource in the place of those of the same name, in that object
// within it which has most of them; as far as the schema, which may be empty, takes the whole.
// `document` keeps what is made.
Value with_news(Judge& judge, const contract::Located& schema, const Value& value, const News& news,
                Document& document);

}  // namespace standin::sample
