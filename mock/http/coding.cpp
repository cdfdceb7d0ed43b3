#include "mock/http/coding.h"

#include <algorithm>
#include <vector>

#include <zlib.h>

#include "mock/http/accept.h"
#include "mock/http/field_value.h"

namespace standin::http {

namespace {

using Is = Decoded::Is;

constexpr int gzip_window = 15 + 16;  // zlib's way to ask for a gzip header
constexpr int zlib_window = 15;
constexpr int bare_window = -15;
constexpr size_t chunk = 64 << 10;
constexpr size_t most_codings = 4;

// zlib takes 32 bits at a time.
uInt narrow(size_t size) {
    return static_cast<uInt>(std::min<size_t>(size, 1U << 30));
}

// One stream of zlib's, ended with its scope.
struct Inflation {
    explicit Inflation(int window) { inflateInit2(&stream, window); }
    ~Inflation() { inflateEnd(&stream); }
    Inflation(const Inflation&) = delete;
    Inflation& operator=(const Inflation&) = delete;

    z_stream stream{};
};

Decoded inflate_all(std::string_view body, int window, size_t limit) {
    Inflation inflation(window);
    z_stream& stream = inflation.stream;
    std::string made;
    std::string room(chunk, '\0');
    size_t taken = 0;
    while (true) {
        // zlib only reads what next_in points to.
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data() + taken));
        stream.avail_in = narrow(body.size() - taken);
        stream.next_out = reinterpret_cast<Bytef*>(room.data());
        stream.avail_out = static_cast<uInt>(room.size());
        const uInt offered = stream.avail_in;
        const int result = inflate(&stream, Z_NO_FLUSH);
        taken += offered - stream.avail_in;
        made.append(room, 0, room.size() - stream.avail_out);
        if (made.size() > limit) return {Is::too_large, ""};
        if (result == Z_STREAM_END) {
            if (taken == body.size()) return {Is::done, std::move(made)};
            // Several members may follow each other (RFC 1952, section 2.2).
            if (window != gzip_window) return {Is::broken, "bytes follow its end"};
            inflateReset(&stream);
        } else if (result == Z_BUF_ERROR ||
                   (result == Z_OK && taken == body.size() && stream.avail_out > 0)) {
            return {Is::broken, "it ends early"};
        } else if (result != Z_OK) {
            return {Is::broken, "it is damaged at byte " + std::to_string(taken + 1)};
        }
    }
}

// A zlib header is a multiple of 31 and names the method 8 (RFC 1950, section 2.2).
bool has_zlib_header(std::string_view body) {
    if (body.size() < 2) return false;
    const auto first = static_cast<unsigned char>(body[0]);
    const auto second = static_cast<unsigned char>(body[1]);
    return (first & 15) == 8 && (first * 256 + second) % 31 == 0;
}

Decoded undo(std::string_view coding, std::string_view body, size_t limit) {
    const bool nothing = body.empty() || coding.empty();
    if (nothing || same_name(coding, "identity")) return {Is::done, std::string(body)};
    if (same_name(coding, "gzip") || same_name(coding, "x-gzip")) {
        return inflate_all(body, gzip_window, limit);
    }
    if (same_name(coding, "deflate")) {
        return inflate_all(body, has_zlib_header(body) ? zlib_window : bare_window, limit);
    }
    return {Is::unknown, std::string(coding)};
}

}  // namespace

Decoded decode(std::string_view content_encoding, std::string_view body, size_t limit) {
    std::vector<std::string_view> codings;
    while (!content_encoding.empty()) codings.push_back(trim(take_until(content_encoding, ',')));
    if (codings.size() > most_codings) return {Is::unknown, "more than four codings"};
    Decoded decoded{Is::done, std::string(body)};
    for (size_t i = codings.size(); i-- > 0 && decoded.is == Is::done;) {
        decoded = undo(codings[i], decoded.text, limit);
        if (decoded.is == Is::broken) decoded.text = std::string(codings[i]) + ": " + decoded.text;
    }
    return decoded;
}

std::string gzip(std::string_view text) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY);
    std::string made(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = narrow(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(made.data());
    stream.avail_out = narrow(made.size());
    deflate(&stream, Z_FINISH);
    made.resize(stream.total_out);
    deflateEnd(&stream);
    return made;
}

bool may_encode(const Request& request, const Response& response) {
    if (response.body.size() < least_encoded || response.body.size() > 1U << 30) return false;
    const std::string* accepted = request.headers.find("Accept-Encoding");
    return accepted && accepts_coding(*accepted, "gzip") &&
           !response.headers.find("Content-Encoding");
}

void encode_for(const Request& request, Response& response) {
    if (!may_encode(request, response)) return;
    response.body = gzip(response.body);
    response.headers.add("Content-Encoding", "gzip");
    response.headers.add("Vary", "Accept-Encoding");
}

}  // namespace standin::http
