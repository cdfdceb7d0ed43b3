// Certificates for a server that has none, for the module `tls` alone.
#pragma once

#include <string>

#include "mock/serve/openssl.h"

namespace standin::serve {

// A server's certificate with its key, and the one that vouches for it.
struct Credential {
    Certificate certificate;
    Key key;
    std::string authority;  // PEM
};

// For localhost, 127.0.0.1, ::1 and `host`, from yesterday on for a year, with new keys on P-256.
// The authority's own key is forgotten: nobody can make another certificate in its name. Throws
// std::runtime_error.
Credential make_credential(const std::string& host);

}  // namespace standin::serve
