#include "mock/contract/operation.h"

#include <algorithm>

namespace standin::contract {

const Documented* Operation::documented(int wanted) const {
    const std::string exact = std::to_string(wanted);
    for (const std::string& name : {exact, exact.substr(0, 1) + "XX", std::string("default")}) {
        const auto found =
            std::find_if(responses.begin(), responses.end(),
                         [&](const Documented& response) { return response.status == name; });
        if (found != responses.end()) return &*found;
    }
    return nullptr;
}

const Documented* Operation::success() const {
    const auto found = std::ranges::find_if(responses, [](const Documented& response) {
        return response.status.starts_with('2') && response.schema;
    });
    return found == responses.end() ? nullptr : &*found;
}

}  // namespace standin::contract
