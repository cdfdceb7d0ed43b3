#include "mock/schema/one_way.h"

#include <algorithm>

namespace standin::schema {

bool OneWayMembers::add(std::string_view name, OneWay says) {
    const uint32_t index = names_.add(name);
    if (index == says_.size()) says_.push_back(OneWay::no);
    if (says_[index] >= says) return false;
    says_[index] = says;
    return true;
}

bool OneWayMembers::add_all_of(const OneWayMembers& other, OneWay at_most) {
    bool more = false;
    for (size_t i = 0; i < other.says_.size(); ++i) {
        more |= add(other.names_[i], std::min(other.says_[i], at_most));
    }
    return more;
}

}  // namespace standin::schema
