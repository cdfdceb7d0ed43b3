// A connected socket.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace standin::serve {

// What came of receiving or sending.
struct Transfer {
    enum class End : uint8_t {
        moved,  // `bytes` of them, at least one
        later,  // nothing at this moment: ask epoll
        over,   // the other side has finished, or the connection is broken
    };

    End end = End::over;
    size_t bytes = 0;
};

// Owns the descriptor. Never blocks and raises no SIGPIPE. `stop_*` may be called while another
// thread receives or sends, which ends with `over`; everything else belongs to one thread at a
// time.
class Socket {
  public:
    explicit Socket(int descriptor) : descriptor_(descriptor) {}
    ~Socket();
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    int descriptor() const { return descriptor_; }
    Transfer receive(std::span<char> buffer);
    // The one behind the other, in one call.
    Transfer send(std::string_view bytes, std::string_view more = {});

    void stop_receiving();  // what has arrived can still be received
    void stop_sending();    // the client sees the end after what was sent
    void stop_both();

    // Makes the destructor's close a reset (RST): the client gets no end, and what is on its way to
    // it may be lost.
    void reset_at_close();

  private:
    const int descriptor_;
};

}  // namespace standin::serve
