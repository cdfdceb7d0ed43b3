// A server that is surveyed: a program of its own.
#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace survey {

// Runs from construction to destruction; what it says is thrown away. It and all that it has
// started are killed together.
class Child {
  public:
    explicit Child(const std::vector<std::string>& command);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    bool is_alive();

    // What it and its own children hold (VmRSS), in MiB.
    double memory() const;

  private:
    pid_t pid_;
    bool ended_ = false;
};

}  // namespace survey
