#include "mock/serve/socket.h"

#include <cerrno>
#include <iterator>

#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace standin::serve {

namespace {

Transfer transfer_of(ssize_t result) {
    if (result > 0) return {Transfer::End::moved, static_cast<size_t>(result)};
    const bool later = result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return {later ? Transfer::End::later : Transfer::End::over, 0};
}

}  // namespace

Socket::~Socket() {
    ::close(descriptor_);
}

Transfer Socket::receive_bare(std::span<char> buffer) {
    return transfer_of(::recv(descriptor_, buffer.data(), buffer.size(), MSG_DONTWAIT));
}

Transfer Socket::send_bare(std::string_view bytes, std::string_view more) {
    constexpr int how = MSG_DONTWAIT | MSG_NOSIGNAL;
    if (more.empty()) return transfer_of(::send(descriptor_, bytes.data(), bytes.size(), how));
    // The system only reads what a message for it to send points to.
    iovec parts[] = {{const_cast<char*>(bytes.data()), bytes.size()},
                     {const_cast<char*>(more.data()), more.size()}};
    msghdr message{};
    message.msg_iov = parts;
    message.msg_iovlen = std::size(parts);
    return transfer_of(::sendmsg(descriptor_, &message, how));
}

void Socket::reset_at_close() {
    const linger nothing{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &nothing, sizeof nothing);
}

void Socket::stop_receiving() {
    ::shutdown(descriptor_, SHUT_RD);
}
void Socket::stop_sending() {
    say_goodbye();
    ::shutdown(descriptor_, SHUT_WR);
}
void Socket::stop_both() {
    ::shutdown(descriptor_, SHUT_RDWR);
}

}  // namespace standin::serve
