// Where one request ends and the next begins: bytes in, whole requests or a refusal out.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "mock/serve/chunk.h"
#include "mock/serve/head.h"
#include "mock/serve/limits.h"

namespace standin::serve {

// Frames the requests of one connection, one after the other. Knows no socket and does not block;
// used by one thread at a time. `limits` must outlive it.
class Framing {
  public:
    enum class State : uint8_t { more, whole, refused };

    explicit Framing(const Limits& limits) : limits_(limits) {}

    // Takes what it can of the bytes that come next on the connection and returns how many: the
    // caller offers the rest again, the same bytes with more behind them. Takes nothing of a head
    // before it is whole, and nothing while a request is whole or refused.
    size_t take(std::string_view bytes);

    State state() const;
    bool in_body() const { return stage_ == Stage::body; }
    const Head& head() const { return head_; }  // with the body, once whole
    const http::Request& request() const { return head_.request; }
    // The request once whole, which is gone from the head then.
    http::Request hand_over() { return std::move(head_.request); }
    const Refusal& refusal() const { return *refusal_; }  // once refused

    // Starts on the next request.
    void next();

  private:
    enum class Stage : uint8_t { head, body, whole };

    size_t take_head(std::string_view bytes);
    bool scan_lines(std::string_view bytes);
    void check_sizes(std::string_view bytes);
    void begin_body(std::string_view head);
    size_t take_body(std::string_view bytes);
    void refuse(Refusal refusal);

    const Limits& limits_;
    Head head_;
    Stage stage_ = Stage::head;
    std::optional<Refusal> refusal_;
    std::optional<ChunkReader> chunks_;  // while a chunked body is read

    // Of the head's bytes offered so far.
    size_t scanned_ = 0;           // looked at for line ends
    size_t line_ = 0;              // begin of the line that has not ended
    size_t request_line_end_ = 0;  // 0 until it is found
};

}  // namespace standin::serve
