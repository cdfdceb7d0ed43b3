#include "mock/contract/resource.h"

namespace standin::contract {

const Value* Resource::key_of(const Value& item) const {
    const Value* at = &item;
    for (const std::string& name : within)
        at = at && at->is(Kind::object) ? at->find(name) : nullptr;
    return at && at->is(Kind::object) ? at->find(key) : nullptr;
}

std::string Resource::key_path() const {
    std::string path;
    for (const std::string& name : within) path += name + '/';
    return path + key;
}

}  // namespace standin::contract
