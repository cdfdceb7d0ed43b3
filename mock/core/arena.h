// Memory that is given out piece by piece and given back all at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace standin {

// Blocks of growing size, taken from the heap when the one before is full. Nothing that lies here
// is destroyed. For one thread at a time.
class Arena {
  public:
    // The first block is taken when something is first asked for.
    explicit Arena(size_t first_block) : block_size_(first_block) {}
    // Begins in memory that somebody else owns.
    Arena(char* room, size_t bytes) : next_(room), left_(bytes), block_size_(bytes * 2) {}
    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    // Room for so many bytes, uninitialized; lives as long as the arena. `alignment` is a power of
    // two, at most that of std::max_align_t. Throws std::bad_alloc.
    void* allocate(size_t bytes, size_t alignment) {
        const size_t gap = -reinterpret_cast<uintptr_t>(next_) & (alignment - 1);
        if (bytes + gap > left_) return allocate_in_new_block(bytes);
        char* const begin = next_ + gap;
        next_ = begin + bytes;
        left_ -= gap + bytes;
        return begin;
    }

    // What is left of the block in use: written to from its begin on, it is kept as far as it is
    // allocated next.
    std::span<char> free_room(size_t alignment) const {
        const size_t gap = -reinterpret_cast<uintptr_t>(next_) & (alignment - 1);
        return gap < left_ ? std::span(next_ + gap, left_ - gap) : std::span<char>();
    }

  private:
    struct Block;

    void* allocate_in_new_block(size_t bytes);

    Block* blocks_ = nullptr;  // the one in use first
    char* next_ = nullptr;     // the first free byte of it
    size_t left_ = 0;
    size_t block_size_;  // of the next one
};

}  // namespace standin
