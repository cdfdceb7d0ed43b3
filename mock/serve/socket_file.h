// The file at which a Unix socket is found.
#pragma once

#include <string>

#include <sys/stat.h>

namespace standin::serve {

// Owns the file, and removes it at its end if it is still the one that was made here. A socket file
// at which nobody listens, as one whose server was killed, is replaced.
class SocketFile {
  public:
    // Binds the socket. Throws std::runtime_error: "cannot listen on unix:/run/mock.sock: Address
    // already in use".
    SocketFile(int socket, std::string path);
    ~SocketFile();
    SocketFile(const SocketFile&) = delete;
    SocketFile& operator=(const SocketFile&) = delete;

  private:
    const std::string path_;
    struct stat made_ {};
};

}  // namespace standin::serve
