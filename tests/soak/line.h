// A client's end of a connection, as plain as can be: what it reads is read by no code of the
// product.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace standin::soak {

struct Reply {
    int status = 0;
    std::string body;
};

// One connection to 127.0.0.1. Blocks, at most ten seconds at a time; throws std::runtime_error
// when the server is not there, is silent, closes, or sends what is no response.
class Line {
  public:
    explicit Line(uint16_t port);
    Line(Line&& other) noexcept;
    ~Line();

    void send(std::string_view bytes);
    Reply receive();

  private:
    void more();

    int descriptor_;
    std::string received_;
};

}  // namespace standin::soak
