// What one client of a soak does over and over, and what it must be answered.
#pragma once

#include <string>

#include "tests/soak/line.h"

namespace standin::soak {

// Makes a resource of its own, reads it, changes it, reads it again, is refused, removes it and
// looks for it in vain, then does all of it again under another name. Every answer is compared with
// what this client alone can have been answered. Used by one thread at a time.
class Story {
  public:
    // `name` is this client's own; `session` is the world that it shares with others, or not.
    Story(std::string name, std::string session)
        : name_(std::move(name)), session_(std::move(session)) {}

    // The bytes of the request that comes next.
    std::string request() const;

    // Judges the answer to it, and goes on; throws std::runtime_error with both where it is wrong.
    void hear(const Reply& reply);

  private:
    enum class Step { create, read, change, read_again, refuse, remove, miss };

    std::string label() const { return name_ + "-" + std::to_string(round_); }
    std::string composed(std::string_view method, std::string_view body) const;
    void expect(bool holds, const Reply& reply, const std::string& what) const;
    void expect_kept(const Reply& reply, int status);
    void advance();

    std::string name_;
    std::string session_;
    size_t round_ = 0;
    Step step_ = Step::create;
    std::string id_;    // of the resource, once it is made
    std::string kept_;  // the resource, as it was told last
};

}  // namespace standin::soak
