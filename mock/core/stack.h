// A stack of plain values that needs the heap only when it grows tall.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>

namespace standin {

// Values that are copied and dropped without ado. The first `room` of them lie inside the stack
// itself, the others on the heap. For one thread at a time.
template <class Thing, size_t room>
class Stack {
    static_assert(std::is_trivially_copyable_v<Thing> && std::is_trivially_destructible_v<Thing>);

  public:
    Stack() = default;
    Stack(const Stack&) = delete;
    Stack& operator=(const Stack&) = delete;

    bool empty() const { return size_ == 0; }
    size_t size() const { return size_; }
    Thing& back() { return things_[size_ - 1]; }
    const Thing& back() const { return things_[size_ - 1]; }

    void push(const Thing& thing) {
        if (size_ == capacity_) grow();
        new (things_ + size_++) Thing(thing);
    }
    void pop() { --size_; }

    // Those from `first` on, in the order in which they were pushed; they are dropped.
    std::span<const Thing> take(size_t first) {
        const std::span<const Thing> taken(things_ + first, size_ - first);
        size_ = first;
        return taken;
    }

  private:
    void grow() {
        capacity_ *= 2;
        auto taller = std::make_unique_for_overwrite<std::byte[]>(capacity_ * sizeof(Thing));
        auto* const things = reinterpret_cast<Thing*>(taller.get());
        std::uninitialized_copy_n(things_, size_, things);
        heap_ = std::move(taller);
        things_ = things;
    }

    alignas(Thing) std::byte inside_[room * sizeof(Thing)];
    std::unique_ptr<std::byte[]> heap_;
    Thing* things_ = reinterpret_cast<Thing*>(inside_);
    size_t size_ = 0;
    size_t capacity_ = room;
};

}  // namespace standin
