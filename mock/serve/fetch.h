// Getting documents from other hosts.
#pragma once

#include <chrono>
#include <string>

#include "mock/contract/remote.h"

namespace standin::serve {

// What is waited for, and how much is taken.
struct FetchLimits {
    std::chrono::seconds silence{10};  // until connected, and between two pieces of an answer
    std::chrono::seconds whole{60};    // for all of it
    int redirections = 5;
    size_t bytes = 32 << 20;  // of a document, decompressed
};

// Gets an http: or https: URL with GET (RFC 9110), without credentials or cookies, following
// redirections. Certificates are verified against those that the system trusts, and the host by its
// certificate (RFC 9525). Any answer but a 2xx is a mistake. Blocks; throws nothing; safe to call
// from several threads.
contract::Fetched fetch(const std::string& url, const FetchLimits& limits = {});

}  // namespace standin::serve
