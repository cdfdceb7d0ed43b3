// TLS for those who connect: the certificate that they are shown, and those that they have to show.
#pragma once

#include <memory>
#include <string>

#include "mock/serve/cipher.h"

namespace standin::serve {

struct TlsOptions {
    // Files in PEM: the server's certificate and after it those that vouch for it, and its key.
    std::string certificate = {};
    std::string key = {};
    // Without those a certificate is made for localhost, 127.0.0.1, ::1 and this host, and one that
    // vouches for it, of which nobody has the key.
    std::string host = {};
    // A file in PEM, with which clients' certificates are verified: who has none is sent away.
    std::string client_ca = {};
};

// TLS 1.2 and 1.3 (RFC 5246, RFC 8446), as the system's OpenSSL is set up; HTTP/1.1 by ALPN
// (RFC 7301). Safe to use from several threads. Comes from the module `tls`.
class Tls {
  public:
    Tls() = default;
    virtual ~Tls() = default;
    Tls(const Tls&) = delete;
    Tls& operator=(const Tls&) = delete;

    // For a socket that has been accepted, which does not block from then on; null where memory is
    // lacking.
    virtual std::unique_ptr<Cipher> cipher(int descriptor) = 0;

    // In PEM: what vouches for the certificate that was made; "" where none was.
    virtual std::string authority() const = 0;
};

// Throws ModuleError, and std::runtime_error with the file that is wrong and why:
// "cannot use server.pem: no start line".
std::shared_ptr<Tls> load_tls(const TlsOptions& options);

// How the module says it; null, and why, instead of throwing.
using TlsMaker = Tls*(const TlsOptions& options, std::string& why);

}  // namespace standin::serve
