#include "mock/schema/scratch.h"

#include <algorithm>

namespace standin::schema {

Scratch::Slots::Slots(Scratch& scratch, size_t count) : scratch_(scratch), before_(scratch.used_) {
    if (count <= room - scratch.used_) {
        slots_ = scratch.numbers_ + scratch.used_;
        scratch.used_ += count;
    } else {
        heap_ = std::make_unique<uint32_t[]>(count);
        slots_ = heap_.get();
    }
    std::fill_n(slots_, count, none);
}

void Evaluated::add_first(size_t count) {
    const size_t whole = count / bits;
    for (size_t slot = 0; slot < whole; ++slot) missing_[slot] = 0;
    for (size_t index = whole * bits; index < count; ++index) add(index);
}

void Evaluated::add_all_of(const Evaluated& other) {
    for (size_t slot = 0; slot * bits < count_; ++slot) missing_[slot] &= other.missing_[slot];
}

}  // namespace standin::schema
