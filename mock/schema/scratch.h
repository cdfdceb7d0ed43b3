// Room that a check needs, most of it for as long as it looks at one object or array.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "mock/schema/settled.h"

namespace standin::schema {

// Numbers for many objects at once. Falls back on the heap when many large ones are nested.
class Scratch {
  public:
    static constexpr size_t room = 1024;

    Settled settled;

    // `count` numbers, all of them `none`, given back when this goes out of scope.
    class Slots {
      public:
        static constexpr uint32_t none = UINT32_MAX;

        Slots(Scratch& scratch, size_t count);
        ~Slots() { scratch_.used_ = before_; }
        Slots(const Slots&) = delete;
        Slots& operator=(const Slots&) = delete;
        uint32_t& operator[](size_t index) { return slots_[index]; }
        uint32_t operator[](size_t index) const { return slots_[index]; }

      private:
        Scratch& scratch_;
        size_t before_;
        std::unique_ptr<uint32_t[]> heap_;
        uint32_t* slots_;
    };

  private:
    uint32_t numbers_[room];
    size_t used_ = 0;
};

// Which members of an object, or items of an array, some schema has had a look at: what
// unevaluatedProperties and unevaluatedItems leave alone (JSON Schema 2020-12 core, section 11).
class Evaluated {
  public:
    Evaluated(Scratch& scratch, size_t count)
        : count_(count), missing_(scratch, (count + bits - 1) / bits) {}

    size_t count() const { return count_; }
    bool has(size_t index) const { return !(missing_[index / bits] >> index % bits & 1U); }
    void add(size_t index) { missing_[index / bits] &= ~(uint32_t{1} << index % bits); }
    void add_first(size_t count);
    void add_all() { add_first(count_); }
    void add_all_of(const Evaluated& other);

  private:
    static constexpr size_t bits = 32;

    size_t count_;
    Scratch::Slots missing_;  // a bit for each that is not evaluated
};

}  // namespace standin::schema
