#include "mock/engine/attic.h"

#include <iterator>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace standin::engine {

void Attic::put(Things things) {
    Things old;  // destroyed after the lock is released
    const std::lock_guard lock(mutex_);
    if (things_.size() >= most) old.swap(things_);
    std::move(things.begin(), things.end(), std::back_inserter(things_));
}

bool Attic::clear() {
    Things old;
    const std::lock_guard lock(mutex_);
    old.swap(things_);
    return !old.empty();
}

void give_back_memory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

}  // namespace standin::engine
