// OpenSSL's objects with owners, for the module `tls` alone.
#pragma once

#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace standin::serve {

template <auto free>
struct Freed {
    template <class T>
    void operator()(T* object) const {
        free(object);
    }
};

using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Context = std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, Freed<SSL_free>>;
using Buffer = std::unique_ptr<BIO, Freed<BIO_free_all>>;

// What OpenSSL said first, which is the cause of the rest, in its words; forgets all that it said.
inline std::string mistake() {
    const unsigned long error = ERR_peek_error();
    ERR_clear_error();
    if (ERR_SYSTEM_ERROR(error)) return std::strerror(ERR_GET_REASON(error));
    const char* reason = ERR_reason_error_string(error);
    return reason ? reason : "OpenSSL gives no reason";
}

// Throws std::runtime_error, "cannot DO: REASON", where `done` is not what it is to be.
inline void must(bool done, const std::string& what) {
    if (!done) throw std::runtime_error("cannot " + what + ": " + mistake());
}

}  // namespace standin::serve
