#include "mock/core/arena.h"

#include <algorithm>
#include <new>

namespace standin {

namespace {

constexpr size_t least_block = 256;
constexpr size_t most_block = size_t{4} << 20;  // unless a single piece asks for more

}  // namespace

struct alignas(std::max_align_t) Arena::Block {
    Block* before;
};

Arena::~Arena() {
    while (blocks_) {
        Block* const before = blocks_->before;
        ::operator delete(blocks_);
        blocks_ = before;
    }
}

void* Arena::allocate_in_new_block(size_t bytes) {
    const size_t size = std::max({bytes, std::min(block_size_, most_block), least_block});
    auto* const memory = static_cast<char*>(::operator new(sizeof(Block) + size));
    blocks_ = new (memory) Block{blocks_};
    char* const begin = memory + sizeof(Block);
    next_ = begin + bytes;
    left_ = size - bytes;
    block_size_ = std::min(size * 2, most_block);
    return begin;
}

}  // namespace standin
