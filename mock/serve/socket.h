// A connected socket.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <utility>

#include "mock/serve/cipher.h"

namespace standin::serve {

// Owns the descriptor. Never blocks and raises no SIGPIPE. `stop_receiving` and `stop_both` may be
// called while another thread receives or sends, which ends with `over`; everything else belongs to
// one thread at a time. With a cipher everything goes through it, until it is laid bare.
class Socket {
  public:
    explicit Socket(int descriptor, std::unique_ptr<Cipher> cipher = nullptr)
        : descriptor_(descriptor), cipher_(std::move(cipher)) {}
    ~Socket();
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    int descriptor() const { return descriptor_; }
    const Cipher* cipher() const { return cipher_.get(); }  // null: there is none
    Transfer receive(std::span<char> buffer) {
        return cipher_ ? cipher_->receive(buffer) : receive_bare(buffer);
    }
    // The one behind the other, in one call.
    Transfer send(std::string_view bytes, std::string_view more = {}) {
        return cipher_ ? cipher_->send(bytes, more) : send_bare(bytes, more);
    }

    void stop_receiving();  // what has arrived can still be received
    void stop_sending();    // the client sees the end after what was sent
    void stop_both();

    // Before the descriptor is closed with nothing amiss.
    void say_goodbye() {
        if (cipher_) cipher_->finish();
    }
    // From here on bytes are what they are, and nothing tells a client of the end but the end.
    void lay_bare() { cipher_.reset(); }

    // Makes the destructor's close a reset (RST): the client gets no end, and what is on its way to
    // it may be lost.
    void reset_at_close();

  private:
    Transfer receive_bare(std::span<char> buffer);
    Transfer send_bare(std::string_view bytes, std::string_view more);

    const int descriptor_;
    std::unique_ptr<Cipher> cipher_;
};

}  // namespace standin::serve
