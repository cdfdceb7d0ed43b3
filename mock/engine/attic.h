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
    using Things = std::vector<std::shared_ptr<const void>>;

    // Keeps things until the next clear(). Where nobody clears, whoever brings one too many frees
    // them all.
    void put(Things things);

    // Frees what it keeps; whether there was anything.
    bool clear();

  private:
    static constexpr size_t most = 1000;

    std::mutex mutex_;
    Things things_;  // guarded by mutex_
};

// What one step leaves behind; it goes to the attic when the step is over. Declared before a lock
// is taken, so that nothing is freed under it.
class Departed {
  public:
    explicit Departed(Attic& attic) : attic_(attic) {}
    ~Departed() { attic_.put(std::move(things_)); }
    Departed(const Departed&) = delete;
    Departed& operator=(const Departed&) = delete;

    void add(std::shared_ptr<const void> thing) { things_.push_back(std::move(thing)); }

  private:
    Attic& attic_;
    Attic::Things things_;
};

// Gives memory that was freed back to the system, where the C library keeps it. Takes milliseconds.
void give_back_memory();

}  // namespace standin::engine
