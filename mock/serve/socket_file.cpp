#include "mock/serve/socket_file.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "mock/serve/descriptor.h"

namespace standin::serve {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& why) {
    throw std::runtime_error("cannot listen on unix:" + path + ": " + why);
}

sockaddr_un address_of(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    constexpr size_t longest = sizeof address.sun_path - 1;
    if (path.empty()) fail(path, "the path is empty");
    if (path.size() > longest) {
        fail(path, "the path is longer than " + std::to_string(longest) + " bytes");
    }
    std::memcpy(address.sun_path, path.data(), path.size());
    return address;
}

// What a knock at the socket's file says: 0 where somebody listens.
int knock(const sockaddr_un& address) {
    const Descriptor caller(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0),
                            "socket");
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    return ::connect(caller.number(), generic, sizeof address) == 0 ? 0 : errno;
}

void remove_stale(const std::string& path, const sockaddr_un& address) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) return;
    if (!S_ISSOCK(found.st_mode)) fail(path, "what is there is no socket");
    if (knock(address) != ECONNREFUSED) fail(path, std::strerror(EADDRINUSE));
    ::unlink(path.c_str());
}

}  // namespace

SocketFile::SocketFile(int socket, std::string path) : path_(std::move(path)) {
    const sockaddr_un address = address_of(path_);
    remove_stale(path_, address);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    if (::bind(socket, generic, sizeof address) != 0) fail(path_, std::strerror(errno));
    ::lstat(path_.c_str(), &made_);
}

SocketFile::~SocketFile() {
    struct stat found {};
    if (::lstat(path_.c_str(), &found) != 0) return;
    if (found.st_dev == made_.st_dev && found.st_ino == made_.st_ino) ::unlink(path_.c_str());
}

}  // namespace standin::serve
