// Makes an array; used by maker.cpp alone.
#pragma once

#include "mock/sample/maker.h"

namespace standin::sample {

class ArrayMaker {
  public:
    ArrayMaker(Maker& maker, const Maker::Task& task) : maker_(maker), task_(task) {}

    // As many items as there must be, one where there may be any.
    Made make();

  private:
    static constexpr size_t most_items = 1000;

    void read_limits();
    size_t wanted() const;
    // The schemas of the item at an index; among them those that it alone shall be one of the
    // contained by. Nothing where there can be no such item.
    bool schemas_of(size_t index, bool contained, Schemas& schemas) const;
    std::vector<Value> items(size_t count, size_t first_contained);
    Made of_wanted();
    Made made_of(const std::vector<Value>& items);

    Maker& maker_;
    const Maker::Task& task_;
    size_t least_ = 0;
    size_t most_ = SIZE_MAX;
    size_t prefix_ = 0;     // the longest list of schemas for the first items
    size_t contained_ = 0;  // how many items there must be of those that are contained
    bool unique_ = false;
    bool has_items_ = false;
};

}  // namespace standin::sample
