// What the transport is made of, from the flags: port, Unix socket, TLS.
#pragma once

#include <string>

#include "mock/cli/option.h"
#include "mock/serve/server.h"

namespace standin::cli {

// Loads what TLS needs. Throws UsageError.
serve::Options transport_of(const ServeOptions& options);

// The file in PEM by which clients recognise the certificate that was made. Clients read it while
// the program runs, and it goes with the program: the next run makes another certificate.
class AuthorityFile {
  public:
    // Where `file` is "" it lies in a new folder below that for temporary files, so that programs
    // side by side do not take one another's. Throws UsageError.
    AuthorityFile(const serve::Tls* tls, const std::string& file);
    ~AuthorityFile();
    AuthorityFile(const AuthorityFile&) = delete;
    AuthorityFile& operator=(const AuthorityFile&) = delete;

    const std::string& path() const { return path_; }  // "" where no certificate was made

  private:
    std::string folder_;  // that was made for it
    std::string path_;
};

// Lets the process open as many files as the system allows it: each connection is one.
void allow_many_files();

}  // namespace standin::cli
