#include "mock/serve/chunk.h"

#include <algorithm>
#include <charconv>

#include "mock/serve/character.h"
#include "mock/serve/head.h"

namespace standin::serve {

namespace {

constexpr size_t longest_size_line = 1024;  // extensions included
constexpr size_t most_digits = 15;          // fits size_t with room to add to

// Hexadecimal digits alone, no sign and no prefix.
std::optional<size_t> size_of_chunk(std::string_view digits) {
    size_t size = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, size, 16);
    if (digits.empty() || digits.size() > most_digits || error != std::errc() || stop != end) {
        return std::nullopt;
    }
    return size;
}

}  // namespace

size_t ChunkReader::take(std::string_view bytes, std::string& body) {
    size_t taken = 0;
    while (!done() && !refusal_) {
        const State before = state_;
        const size_t step_taken = step(bytes.substr(taken), body);
        taken += step_taken;
        if (step_taken == 0 && state_ == before) break;
    }
    return taken;
}

size_t ChunkReader::step(std::string_view bytes, std::string& body) {
    switch (state_) {
        case State::size:
            return take_size(bytes, body);
        case State::data:
            return take_data(bytes, body);
        case State::data_end:
            return take_data_end(bytes);
        case State::trailer:
            return take_trailer(bytes);
        case State::done:
            break;
    }
    return 0;
}

size_t ChunkReader::take_size(std::string_view bytes, const std::string& body) {
    const size_t end = bytes.substr(0, longest_size_line).find('\n');
    if (end == bytes.npos) {
        if (bytes.size() < longest_size_line) return 0;
        return refuse(400, "the line of a chunk's size is too long");
    }
    std::string_view line = bytes.substr(0, end);
    if (!line.ends_with('\r')) return refuse(400, "a line ends without CR");
    line.remove_suffix(1);
    const bool extended = line.find(';') != line.npos;
    std::string_view digits = cut(line, ";");
    while (extended && (digits.ends_with(' ') || digits.ends_with('\t'))) digits.remove_suffix(1);
    const std::optional<size_t> size = size_of_chunk(digits);
    if (!size || !is_field_text(line)) return refuse(400, "the size of a chunk is not a number");
    if (*size > limits_.body_bytes - body.size()) {
        return refuse(413,
                      "the body is larger than " + std::to_string(limits_.body_bytes) + " bytes");
    }
    left_ = *size;
    state_ = *size == 0 ? State::trailer : State::data;
    return end + 1;
}

size_t ChunkReader::take_data(std::string_view bytes, std::string& body) {
    const size_t taken = std::min(left_, bytes.size());
    body.append(bytes.substr(0, taken));
    left_ -= taken;
    if (left_ == 0) state_ = State::data_end;
    return taken;
}

size_t ChunkReader::take_data_end(std::string_view bytes) {
    const std::string_view end = bytes.substr(0, 2);
    if (!std::string_view("\r\n").starts_with(end)) {
        return refuse(400, "a chunk is longer than its size");
    }
    if (end.size() < 2) return 0;
    state_ = State::size;
    return 2;
}

size_t ChunkReader::take_trailer(std::string_view bytes) {
    const size_t end = bytes.find('\n');
    const size_t size = end == bytes.npos ? bytes.size() : end + 1;
    if (trailer_bytes_ + size > limits_.header_bytes) {
        return refuse(
            431, "the trailers are longer than " + std::to_string(limits_.header_bytes) + " bytes");
    }
    if (end == bytes.npos) return 0;
    if (end == 0 || bytes[end - 1] != '\r') return refuse(400, "a line ends without CR");
    trailer_bytes_ += size;
    if (end == 1) {
        state_ = State::done;
        return size;
    }
    http::Headers forgotten;
    refusal_ = read_field(bytes.substr(0, end - 1), forgotten);
    return refusal_ ? 0 : size;
}

size_t ChunkReader::refuse(int status, std::string why) {
    refusal_ = Refusal{status, std::move(why)};
    return 0;
}

}  // namespace standin::serve
