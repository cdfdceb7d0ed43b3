#include "mock/serve/script.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <limits>
#include <string_view>
#include <utility>

namespace standin::serve {

namespace {

using fault::Delivery;
using fault::Wire;

constexpr size_t slices_per_second = 20;  // of what goes out at a rate

// A year is beyond every test's patience, and sums of pauses stay far from overflow.
Pause pause_of(std::chrono::milliseconds time) {
    using std::chrono::milliseconds;
    return std::clamp(time, milliseconds(0), milliseconds(std::chrono::hours(24 * 365)));
}

// Writes a script from its begin to its end.
class Writer {
  public:
    explicit Writer(const Delivery& delivery)
        : rate_(delivery.rate), pause_(pause_of(delivery.delay)) {}

    // What is written beyond so many bytes, and the pauses before it, are left out.
    void limit(size_t bytes) { left_ = bytes; }

    void write(std::string_view text, Pause before = Pause(0)) {
        text = text.substr(0, left_);
        if (text.empty()) return;
        left_ -= text.size();
        pause_ += before;
        script_.bytes += text;
        const size_t most =
            rate_ > 0 ? std::max<size_t>(1, rate_ / slices_per_second) : text.size();
        for (size_t rest = text.size(); rest > 0;) {
            const size_t size = std::min(rest, most);
            add(size);
            rest -= size;
        }
    }

    void lay_bare() { script_.bare = true; }

    Script finish(End end, std::chrono::milliseconds before = {}) {
        script_.pause = pause_ + pause_of(before);
        script_.end = end;
        return std::move(script_);
    }

  private:
    void add(size_t bytes) {
        const Step step{std::exchange(pause_, Pause(0)) + transfer(bytes), bytes};
        std::vector<Step>& steps = script_.steps;
        if (!steps.empty() && steps.back().pause == step.pause && steps.back().bytes == bytes) {
            ++steps.back().times;
        } else {
            steps.push_back(step);
        }
    }

    // The time that so many bytes take.
    Pause transfer(size_t bytes) const {
        return Pause(rate_ > 0 ? static_cast<int64_t>(bytes * 1'000'000 / rate_) : 0);
    }

    const size_t rate_;
    size_t left_ = std::numeric_limits<size_t>::max();
    Pause pause_;  // before what comes next
    Script script_;
};

// RFC 9112, section 7.1: the size in hexadecimal digits, then the data; a chunk without data is the
// last one. `last` appends that one.
std::string chunk_of(std::string_view data, bool last) {
    std::string out;
    if (!data.empty()) {
        std::array<char, 16> digits{};
        char* end = std::to_chars(digits.begin(), digits.end(), data.size(), 16).ptr;
        out.append(digits.data(), end).append("\r\n").append(data).append("\r\n");
    }
    if (last) out += "0\r\n\r\n";
    return out;
}

// The body in pieces of one size, the first few of them a byte larger where it does not divide.
void write_pieces(Writer& writer, std::string_view body, const Delivery& delivery, bool chunked) {
    const size_t pieces = std::max<size_t>(1, std::min(delivery.pieces, body.size()));
    const Pause interval = pause_of(delivery.duration) / static_cast<int64_t>(pieces);
    const size_t size = body.size() / pieces;
    const size_t larger = body.size() % pieces;
    for (size_t i = 0; i < pieces; ++i) {
        const std::string_view piece = body.substr(0, size + (i < larger ? 1 : 0));
        body.remove_prefix(piece.size());
        writer.write(chunked ? chunk_of(piece, body.empty()) : std::string(piece), interval);
    }
}

void write_response(Writer& writer, const http::Response& response, const Delivery& delivery,
                    Manner manner) {
    const bool body = sends_body(response, manner);
    const bool cut = delivery.wire == Wire::truncated_body;
    manner.chunked = body && delivery.pieces > 0 && !manner.http_1_0 && !cut;
    std::string head;
    write_head(head, response, manner);
    if (cut) writer.limit(head.size() + response.body.size() / 2);
    if (!body) return writer.write(head);
    if (delivery.pieces == 0) return writer.write(head + response.body);
    writer.write(head);
    write_pieces(writer, response.body, delivery, manner.chunked);
}

void write_malformed(Writer& writer, const http::Response& response, const Delivery& delivery,
                     Manner manner) {
    manner.chunked = true;
    std::string text;
    write_head(text, response, manner);
    if (sends_body(response, manner)) text += delivery.garbage;
    writer.write(text);
}

}  // namespace

bool is_plain(const Delivery& delivery) {
    return delivery.delay.count() == 0 && delivery.pieces == 0 && delivery.rate == 0 &&
           delivery.wire == Wire::none;
}

Script script_of(const http::Response& response, const Delivery& delivery, Manner manner) {
    Writer writer(delivery);
    switch (delivery.wire) {
        case Wire::none:
            write_response(writer, response, delivery, manner);
            return writer.finish(manner.close ? End::close : End::keep);
        case Wire::empty_response:
            return writer.finish(End::cut);
        case Wire::malformed_response_chunk:
            write_malformed(writer, response, delivery, manner);
            return writer.finish(End::cut);
        case Wire::random_data_then_close:
            writer.write(delivery.garbage);
            writer.lay_bare();
            return writer.finish(End::cut);
        case Wire::connection_reset_by_peer:
            return writer.finish(End::reset);
        case Wire::timeout:
            return writer.finish(delivery.time.count() > 0 ? End::cut : End::hang, delivery.time);
        case Wire::limit_data:
            writer.limit(delivery.bytes);
            [[fallthrough]];
        case Wire::truncated_body:
            write_response(writer, response, delivery, manner);
            return writer.finish(End::cut);
        case Wire::slow_close:
            manner.close = true;
            write_response(writer, response, delivery, manner);
            return writer.finish(End::close, delivery.time);
    }
    assert(false);
    return {};
}

}  // namespace standin::serve
