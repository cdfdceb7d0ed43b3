// The chunked transfer coding, RFC 9112, section 7.1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "mock/serve/limits.h"
#include "mock/serve/refusal.h"

namespace standin::serve {

// Decodes one chunked body piece by piece. Extensions and trailers are read, as strictly as headers
// are, and forgotten.
class ChunkReader {
  public:
    explicit ChunkReader(const Limits& limits) : limits_(limits) {}

    // Takes what it can, appends the decoded bytes to `body` and returns how much it took: the rest
    // is offered again with more behind it. Takes nothing once done or refused.
    size_t take(std::string_view bytes, std::string& body);

    bool done() const { return state_ == State::done; }
    const std::optional<Refusal>& refusal() const { return refusal_; }

  private:
    enum class State : uint8_t { size, data, data_end, trailer, done };

    size_t step(std::string_view bytes, std::string& body);
    size_t take_size(std::string_view bytes, const std::string& body);
    size_t take_data(std::string_view bytes, std::string& body);
    size_t take_data_end(std::string_view bytes);
    size_t take_trailer(std::string_view bytes);
    size_t refuse(int status, std::string why);

    const Limits& limits_;
    State state_ = State::size;
    size_t left_ = 0;           // of the chunk's data
    size_t trailer_bytes_ = 0;  // taken so far
    std::optional<Refusal> refusal_;
};

}  // namespace standin::serve
