// An array or object without others in it, which are most: written where it stays.
#pragma once

#include <span>

#include "mock/core/document.h"

namespace standin {

// Takes items or members in the free room of a document, which keeps nothing else meanwhile. They
// are the document's once they are kept; until then they may be dropped. For one thread at a time.
template <class Thing>
class Leaf {
  public:
    explicit Leaf(const Document& document) {
        const std::span<char> room = document.free_room<Thing>();
        first_ = next_ = reinterpret_cast<Thing*>(room.data());
        end_ = room.data() + room.size();
    }

    // Whether there is no room for another one.
    bool full() const {
        return static_cast<size_t>(end_ - reinterpret_cast<char*>(next_)) < sizeof(Thing);
    }
    // One more, to be written before it is asked for.
    Thing& raise() { return *next_++; }
    std::span<const Thing> things() const { return {first_, next_}; }

  private:
    Thing* first_;
    Thing* next_;
    const char* end_;
};

}  // namespace standin
