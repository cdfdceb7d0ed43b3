#include "mock/core/block.h"

#include <bit>
#include <new>
#include <utility>

namespace standin {

namespace {

// Sizes are powers of two, from this one on. Larger blocks than the last are as large as was asked.
constexpr size_t least_size = 1024;
constexpr size_t sizes = 7;

// Not where a sanitizer is to see who uses what was given back.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool keeps_blocks = false;
#elif defined(__has_feature)
constexpr bool keeps_blocks = !__has_feature(address_sanitizer);
#else
constexpr bool keeps_blocks = true;
#endif

// Before each block: which of the sizes it has.
struct alignas(std::max_align_t) Header {
    size_t size;
};

// Not destroyed when the thread ends, since documents may be after it: closed instead.
struct Kept {
    Header* blocks[sizes];
    bool closed;
};
constinit thread_local Kept kept{};

struct Closing {
    bool begun = false;

    ~Closing() {
        kept.closed = true;
        for (Header* block : kept.blocks) ::operator delete(block);
    }
};
thread_local Closing closing;

bool can_keep(size_t size) {
    return keeps_blocks && size < sizes && !kept.blocks[size] && !kept.closed;
}

}  // namespace

std::span<char> take_block(size_t bytes) {
    const size_t asked = bytes + sizeof(Header);
    const auto size = static_cast<size_t>(std::bit_width((asked - 1) / least_size));
    const size_t whole = size < sizes ? least_size << size : asked;
    Header* block = size < sizes ? std::exchange(kept.blocks[size], nullptr) : nullptr;
    if (!block) block = new (::operator new(whole)) Header{size};
    return {reinterpret_cast<char*>(block + 1), whole - sizeof(Header)};
}

void give_back_block(char* memory) {
    Header* const block = reinterpret_cast<Header*>(memory) - 1;
    if (!can_keep(block->size)) return ::operator delete(block);
    closing.begun = true;
    kept.blocks[block->size] = block;
}

}  // namespace standin
