// Looking for what ends strings, ahead of what is read.
#pragma once

#include "mock/core/json_scan.h"

namespace standin {

// skip_plain for one place after another, each behind the one before. Bytes are looked at ahead of
// the place, 64 at once, so that the end of a string need not be waited for to begin with the next.
// What is behind the last place may change meanwhile.
class PlainScan {
  public:
#ifdef __SSE2__
    explicit PlainScan(char* begin) : block_(begin), marked_(marked_in(begin)) {}

    char* skip(char* at) {
        const auto offset = static_cast<size_t>(at - block_);
        const uint64_t found = offset < block_size ? marked_ >> offset : 0;
        return found ? at + first_of(found) : skip_beyond_block(at);
    }

  private:
    static constexpr size_t block_size = 64;

    static uint64_t marked_in(const char* block) {
        return marked_bytes(block) | marked_bytes(block + 16) << 16 |
               marked_bytes(block + 32) << 32 | marked_bytes(block + 48) << 48;
    }

    [[gnu::noinline]] char* skip_beyond_block(char* at) {
        for (;; at = block_ + block_size) {
            const auto offset = static_cast<size_t>(at - block_);
            block_ += offset < 2 * block_size ? block_size : offset;
            marked_ = marked_in(block_);
            if (at < block_) at = block_;
            if (const uint64_t found = marked_ >> (at - block_)) return at + first_of(found);
        }
    }

    char* block_;
    uint64_t marked_;  // a bit for each byte of the block
#else
    explicit PlainScan(char*) {}
    char* skip(char* at) {
        return skip_plain(at);
    }
#endif
};

}  // namespace standin
