#include <algorithm>
#include <array>

#include <sys/socket.h>

#include "mock/serve/tls_cipher.h"

namespace standin::serve {

namespace {

constexpr char handshake = 22;  // the first byte of every TLS connection (RFC 8446, section 5.1)
constexpr size_t record_bytes = SSL3_RT_MAX_PLAIN_LENGTH;

}  // namespace

Transfer TlsCipher::receive(std::span<char> buffer) {
    if (!looked_ && is_open()) return {Transfer::End::open, 0};
    receives_by_writing_ = false;
    size_t filled = 0;
    Transfer::End end = Transfer::End::later;
    while (life_ == Life::running && filled < buffer.size()) {
        size_t read = 0;
        ERR_clear_error();
        const int result =
            SSL_read_ex(session_.get(), buffer.data() + filled, buffer.size() - filled, &read);
        if (result != 1) {
            end = end_of(result, SSL_ERROR_WANT_WRITE, receives_by_writing_);
            break;
        }
        filled += read;
        if (!SSL_has_pending(session_.get())) break;
    }
    in_handshake_ = !SSL_is_init_finished(session_.get());
    if (filled == 0) return {life_ == Life::running ? end : Transfer::End::over, 0};
    // Nothing of these would be heard from the socket any more.
    if (filled == buffer.size() && SSL_has_pending(session_.get())) receives_by_writing_ = true;
    if (life_ != Life::running) receives_by_writing_ = true;
    return {Transfer::End::moved, filled};
}

// Whether the client begins with something else than TLS.
bool TlsCipher::is_open() {
    char first = handshake;
    const auto size = ::recv(SSL_get_fd(session_.get()), &first, 1, MSG_PEEK | MSG_DONTWAIT);
    looked_ = size > 0;
    return looked_ && first != handshake;
}

// Why a call went no further; `crosses` if that is what `crossing` says.
Transfer::End TlsCipher::end_of(int result, int crossing, bool& crosses) {
    const int error = SSL_get_error(session_.get(), result);
    crosses = error == crossing;
    if (error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE) return Transfer::End::later;
    life_ = error == SSL_ERROR_ZERO_RETURN ? Life::finished : Life::broken;
    return Transfer::End::over;
}

// One record for a short head and the begin of a body, instead of one for each.
Transfer TlsCipher::send(std::string_view bytes, std::string_view more) {
    std::array<char, record_bytes> record;
    if (!more.empty() && bytes.size() < record.size()) {
        char* end = std::copy(bytes.begin(), bytes.end(), record.data());
        const std::string_view begin = more.substr(0, record.size() - bytes.size());
        end = std::copy(begin.begin(), begin.end(), end);
        bytes = {record.data(), end};
    }
    sends_by_reading_ = false;
    if (life_ == Life::broken) return {Transfer::End::over, 0};
    size_t written = 0;
    ERR_clear_error();
    const int result = SSL_write_ex(session_.get(), bytes.data(), bytes.size(), &written);
    in_handshake_ = !SSL_is_init_finished(session_.get());
    if (result == 1) return {Transfer::End::moved, written};
    return {end_of(result, SSL_ERROR_WANT_READ, sends_by_reading_), 0};
}

void TlsCipher::finish() {
    if (life_ == Life::broken || !SSL_is_init_finished(session_.get())) return;
    ERR_clear_error();
    SSL_shutdown(session_.get());
}

}  // namespace standin::serve
