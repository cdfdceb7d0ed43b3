// Members that travel one way only: readOnly ones in responses, writeOnly ones in requests.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "mock/schema/names.h"

namespace standin::schema {

// What schemas say of an instance, from the weakest to the strongest: `maybe` where only a branch
// says so, which need not be the one that is met.
enum class OneWay : uint8_t { no, maybe, surely };

// The members of an object of which some schema says so.
class OneWayMembers {
  public:
    OneWay find(std::string_view name) const {
        const uint32_t index = names_.find(name);
        return index == Names::none ? OneWay::no : says_[index];
    }

    // Returns whether that is more than was known. The name must outlive this.
    bool add(std::string_view name, OneWay says);

    // As add(), for all members of another; of none more than `at_most`.
    bool add_all_of(const OneWayMembers& other, OneWay at_most);

  private:
    Names names_;
    std::vector<OneWay> says_;  // by the index in `names_`
};

}  // namespace standin::schema
