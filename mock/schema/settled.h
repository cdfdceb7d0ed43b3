// Verdicts that a check has come to before.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <tuple>
#include <unordered_map>

#include "mock/schema/rule.h"

namespace standin::schema {

// What came of a schema. `lacks`: it is met only because the instance may lack members that travel
// the other way.
struct Outcome {
    bool valid = false;
    bool lacks = false;
};

// What schemas within tried branches said of arrays and objects. Without it, schemas with branches
// that contain themselves would look at the innermost value once for every path of branches.
// Belongs to one check; allocates only where one has come to many such verdicts.
class Settled {
  public:
    // A schema may say different things of an instance in different contexts: a context is a row of
    // things that have a say. 0 is the empty one.
    using Context = uint32_t;
    struct Key {
        const Schema* schema;
        const Value* instance;
        Context context;

        bool operator==(const Key&) const = default;
    };

    // The first verdicts are not kept: as many are found again for less.
    bool is_open() const { return spared_ == 0; }
    void spare() { --spared_; }

    // The context with one more thing, which plays some role.
    Context extended(Context context, const void* thing, unsigned role);

    const Outcome* find(const Key& key) const;
    void keep(const Key& key, Outcome outcome);

  private:
    struct Hash {
        size_t operator()(const Key& key) const;
    };

    struct Tables {
        std::unordered_map<Key, Outcome, Hash> outcomes;
        std::map<std::tuple<Context, const void*, unsigned>, Context> contexts;
    };
    Tables& tables();

    uint32_t spared_ = 256;
    std::unique_ptr<Tables> tables_;  // made when they are needed
};

}  // namespace standin::schema
