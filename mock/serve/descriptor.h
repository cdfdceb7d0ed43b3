// A file descriptor that somebody owns.
#pragma once

#include <cerrno>
#include <string>
#include <system_error>

#include <unistd.h>

namespace standin::serve {

class Descriptor {
  public:
    // Throws std::system_error where the system gave none; `what` names the call that was to.
    Descriptor(int number, const std::string& what) : number_(number) {
        if (number_ < 0) throw std::system_error(errno, std::generic_category(), what);
    }
    ~Descriptor() { ::close(number_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

  private:
    const int number_;
};

}  // namespace standin::serve
