// The server's side of one TLS connection, for the module `tls` alone.
#pragma once

#include "mock/serve/cipher.h"
#include "mock/serve/openssl.h"

namespace standin::serve {

// OpenSSL reads from and writes to the socket by itself. It raises SIGPIPE where the client is
// gone: the threads that use this block it.
class TlsCipher final : public Cipher {
  public:
    // `session` has its socket, which does not block.
    explicit TlsCipher(Session session) : session_(std::move(session)) {}

    Transfer receive(std::span<char> buffer) override;
    Transfer send(std::string_view bytes, std::string_view more) override;
    void finish() override;

  private:
    enum class Life : uint8_t { running, finished, broken };

    bool is_open();
    Transfer::End end_of(int result, int crossing, bool& crosses);

    Session session_;
    bool looked_ = false;        // at how the client begins
    Life life_ = Life::running;  // as to what comes from the client
};

}  // namespace standin::serve
