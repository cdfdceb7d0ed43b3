// The decoded request.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/core/document.h"

namespace standin::contract {

// Path parameters by name, percent-decoded, in the order of the path.
using PathValues = std::vector<std::pair<std::string_view, std::string>>;

// What a request says, in the contract's terms: each part an object from parameter names to typed
// values, defaults filled in. The values live in the documents, which live as long as this.
struct Input {
    Document document;                                    // of the parameters
    std::shared_ptr<const Document> text;                 // of the body, as it was read
    std::vector<std::shared_ptr<const Document>> stored;  // resources that the body embeds
    Value path;
    Value query;
    Value header;
    Value cookie;
    Value body;
    bool has_body = false;
};

}  // namespace standin::contract
