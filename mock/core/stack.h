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

    bool empty() const { return top_ == things_; }
    size_t size() const { return static_cast<size_t>(top_ - things_); }
    Thing& back() { return top_[-1]; }
    const Thing& back() const { return top_[-1]; }

    void push(const Thing& thing) { new (&raise()) Thing(thing); }
    // One more, whose value is to be written there before the next one is pushed.
    Thing& raise() {
        if (top_ == end_) grow();
        return *top_++;
    }
    void push_all(std::span<const Thing> things) {
        for (const Thing& thing : things) push(thing);
    }
    void pop() { --top_; }

    // Those from `first` on, in the order in which they were pushed; they are dropped.
    std::span<const Thing> take(size_t first) {
        const std::span<const Thing> taken(things_ + first, top_);
        top_ = things_ + first;
        return taken;
    }

  private:
    void grow() {
        const size_t taken = size();
        auto taller = std::make_unique_for_overwrite<std::byte[]>(taken * 2 * sizeof(Thing));
        auto* const things = reinterpret_cast<Thing*>(taller.get());
        std::uninitialized_copy_n(things_, taken, things);
        heap_ = std::move(taller);
        things_ = things;
        top_ = things + taken;
        end_ = top_ + taken;
    }

    alignas(Thing) std::byte inside_[room * sizeof(Thing)];
    std::unique_ptr<std::byte[]> heap_;
    Thing* things_ = reinterpret_cast<Thing*>(inside_);
    Thing* top_ = things_;         // behind the last
    Thing* end_ = things_ + room;  // behind what there is room for
};

}  // namespace standin
