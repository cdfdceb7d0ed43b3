// Members that share a name: the last one counts.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>

#include "mock/core/value.h"

namespace standin::schema {

// Tells which member of a name counts. Asked only about members with something wrong, so that the
// valid path builds no table.
class Latest {
  public:
    explicit Latest(std::span<const Member> members) : members_(members) {}

    bool has(const Member& member) {
        if (members_.size() == 1) return true;
        if (!last_) {
            last_ = std::make_unique<Table>();
            for (const Member& one : members_) (*last_)[one.name] = &one;
        }
        return last_->at(member.name) == &member;
    }

  private:
    using Table = std::unordered_map<std::string_view, const Member*>;

    std::span<const Member> members_;
    std::unique_ptr<Table> last_;
};

}  // namespace standin::schema
