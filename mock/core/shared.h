// Ownership by several holders, each of which changes what it holds without the others seeing it.
#pragma once

#include <atomic>
#include <cstddef>
#include <utility>

namespace standin {

// Counts who holds a thing. A copy of the thing starts with nobody.
class Counted {
  public:
    Counted() = default;
    Counted(const Counted&) {}
    Counted& operator=(const Counted&) = delete;

  private:
    template <class Held>
    friend class Shared;

    mutable std::atomic<size_t> holders_ = 0;
};

// Holds a Counted thing, or nothing. Copying shares it and takes constant time. Holders of one
// thing may live in different threads; each holder itself is used by one thread at a time.
//
// The count is our own because std::shared_ptr's use_count() does not synchronize with holders that
// have let go: who finds itself alone must also see all that they had read.
template <class Held>
class Shared {
  public:
    Shared() = default;
    template <class... From>
    static Shared make(From&&... from) {
        return Shared(new Held(std::forward<From>(from)...));
    }
    Shared(const Shared& other) : held_(other.held_) {
        if (held_) held_->holders_.fetch_add(1, std::memory_order_relaxed);
    }
    Shared(Shared&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
    Shared& operator=(Shared other) noexcept {
        std::swap(held_, other.held_);
        return *this;
    }
    ~Shared() {
        if (held_ && held_->holders_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete held_;
    }

    explicit operator bool() const { return held_ != nullptr; }
    const Held& operator*() const { return *held_; }
    const Held* operator->() const { return held_; }

    // What is held, to be changed: the thing itself where nobody else holds it, else a copy that
    // this holder has from then on.
    Held& sole() {
        const bool alone = held_->holders_.load(std::memory_order_acquire) == 1;
        if (!alone) *this = Shared(new Held(*held_));
        return *held_;
    }

  private:
    explicit Shared(Held* held) : held_(held) {
        held_->holders_.store(1, std::memory_order_relaxed);
    }

    Held* held_ = nullptr;
};

}  // namespace standin
