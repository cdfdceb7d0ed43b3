// Memory of whole documents, which a thread keeps for its next ones.
#pragma once

#include <cstddef>
#include <span>

namespace standin {

// Memory of at least so many bytes, aligned as std::max_align_t. It is what this thread gave back
// before, where it has that size: most documents live as long as a request, and the next one needs
// as much. Throws std::bad_alloc.
std::span<char> take_block(size_t bytes);

// By any thread, which keeps one block of each size, of 64 KiB at most, until it ends.
void give_back_block(char* block);

}  // namespace standin
