// What stands between a connection and its socket where the bytes are not to lie open: TLS.
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
        open,   // what came is not enciphered, and lies in the socket still
    };

    End end = End::over;
    size_t bytes = 0;
};

// Deciphers what comes from one socket and enciphers what goes there; the handshake is made on the
// way. Never blocks. Belongs to one thread at a time. Its end tells the client nothing: `finish`
// does.
class Cipher {
  public:
    Cipher() = default;
    virtual ~Cipher() = default;
    Cipher(const Cipher&) = delete;
    Cipher& operator=(const Cipher&) = delete;

    virtual Transfer receive(std::span<char> buffer) = 0;
    // The one behind the other. After `later` it is to be asked to send the same again, with as
    // much or more behind it.
    virtual Transfer send(std::string_view bytes, std::string_view more) = 0;

    // Tells the client that nothing follows (close_notify; RFC 8446, section 6.1), if the socket
    // takes it.
    virtual void finish() = 0;

    bool in_handshake() const { return in_handshake_; }
    // What the socket has to be ready for before `receive` goes on, or `send`: either may have to
    // do what the other does. A socket can mostly be written to, so one for which the first is true
    // is ready at once where something lies here that was received already.
    bool receives_by_writing() const { return receives_by_writing_; }
    bool sends_by_reading() const { return sends_by_reading_; }

  protected:
    bool in_handshake_ = true;
    bool receives_by_writing_ = false;
    bool sends_by_reading_ = false;
};

}  // namespace standin::serve
