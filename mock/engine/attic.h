// Where things go that nobody needs any more and that take long to destroy.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

namespace standin::engine {

// A million resources take a while to free: whoever drops them should not wait for it. Safe to use
// from several threads.
class Attic {
  public:
    // Keeps a thing until the next clear(); when nobody clears, the oldest ones make room.
    void put(std::shared_ptr<const void> thing) {
        std::vector<std::shared_ptr<const void>> old;  // destroyed after the lock is released
        const std::lock_guard lock(mutex_);
        if (things_.size() >= most) old.swap(things_);
        things_.push_back(std::move(thing));
    }

    void clear() {
        std::vector<std::shared_ptr<const void>> old;
        const std::lock_guard lock(mutex_);
        old.swap(things_);
    }

  private:
    static constexpr size_t most = 64;

    std::mutex mutex_;
    std::vector<std::shared_ptr<const void>> things_;  // guarded by mutex_
};

}  // namespace standin::engine
