// Verdicts that a check has come to before.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "mock/schema/rule.h"

namespace standin::schema {

// What schemas within tried branches said of arrays and objects. Without it, schemas with branches
// that contain themselves would look at the innermost value once for every path of branches.
// Belongs to one check; allocates only where one has come to many such verdicts.
class Settled {
  public:
    std::optional<bool> find(const Schema& schema, const Value& instance) const {
        return table_ ? look_up(schema, instance) : std::nullopt;
    }
    void keep(const Schema& schema, const Value& instance, bool valid) {
        if (spared_ > 0) {
            --spared_;
        } else {
            insert(schema, instance, valid);
        }
    }

  private:
    using Key = std::pair<const Schema*, const Value*>;
    struct Hash {
        size_t operator()(const Key& key) const;
    };
    using Table = std::unordered_map<Key, bool, Hash>;

    std::optional<bool> look_up(const Schema& schema, const Value& instance) const;
    void insert(const Schema& schema, const Value& instance, bool valid);

    uint32_t spared_ = 256;  // verdicts that are not kept: as many are found again for less
    std::unique_ptr<Table> table_;
};

}  // namespace standin::schema
