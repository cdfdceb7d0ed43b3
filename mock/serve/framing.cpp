#include "mock/serve/framing.h"

#include <algorithm>

#include "mock/serve/character.h"

namespace standin::serve {

namespace {

constexpr size_t longest_method = 64;    // before a request line without a space is given up
constexpr size_t version_size = 11;      // " HTTP/1.1\r\n" with a space to spare
constexpr size_t body_ahead = 64 << 10;  // reserved at most for a body that is only announced

// What speaks another protocol, as TLS, may wait for an answer before it sends a line's end.
bool begins_otherwise(std::string_view bytes) {
    return !bytes.empty() && is_control(bytes.front()) && bytes.front() != '\r' &&
           bytes.front() != '\n';
}

}  // namespace

size_t Framing::take(std::string_view bytes) {
    size_t taken = 0;
    if (stage_ == Stage::head && !refusal_) taken = take_head(bytes);
    if (stage_ == Stage::body && !refusal_) taken += take_body(bytes.substr(taken));
    return taken;
}

Framing::State Framing::state() const {
    if (refusal_) return State::refused;
    return stage_ == Stage::whole ? State::whole : State::more;
}

void Framing::next() {
    head_ = Head();
    stage_ = Stage::head;
    refusal_.reset();
    scanned_ = line_ = request_line_end_ = 0;
}

size_t Framing::take_head(std::string_view bytes) {
    // One empty line before a request is forgiven (RFC 9112, section 2.2).
    const size_t skipped = bytes.starts_with("\r\n") ? 2 : 0;
    const std::string_view rest = bytes.substr(skipped);
    if (begins_otherwise(rest)) refuse({400, "the method is not a token"});
    const bool ended = scan_lines(rest);
    if (!refusal_) check_sizes(rest.substr(0, scanned_));
    if (!ended || refusal_) return 0;
    begin_body(rest.substr(0, scanned_));
    return skipped + scanned_;
}

// Whether the empty line was found; `scanned_` is then the end of the head.
bool Framing::scan_lines(std::string_view bytes) {
    while (!refusal_) {
        const size_t end = bytes.find('\n', scanned_);
        if (end == bytes.npos) break;
        scanned_ = end + 1;
        if (end == 0 || bytes[end - 1] != '\r') {
            refuse({400, "a line ends without CR"});
        } else if (end - 1 == line_) {
            if (line_ > 0) return true;
            refuse({400, "the request line is empty"});
        }
        if (request_line_end_ == 0) request_line_end_ = scanned_;
        line_ = scanned_;
    }
    scanned_ = bytes.size();
    return false;
}

void Framing::check_sizes(std::string_view bytes) {
    const size_t line_limit = longest_method + limits_.target_bytes + version_size;
    if (request_line_end_ == 0 && bytes.size() > line_limit) {
        const std::string_view method = bytes.substr(0, bytes.find(' '));
        if (method.size() > longest_method) return refuse({400, "the method is too long"});
        head_.request.method = method;
        refuse(
            {414, "the target is longer than " + std::to_string(limits_.target_bytes) + " bytes"});
    } else if (request_line_end_ > 0 && bytes.size() - request_line_end_ > limits_.header_bytes) {
        auto refusal =
            read_request_line(bytes.substr(0, request_line_end_ - 2), limits_.target_bytes, head_);
        refuse(refusal ? *refusal
                       : Refusal{431, "the headers are longer than " +
                                          std::to_string(limits_.header_bytes) + " bytes"});
    }
}

void Framing::begin_body(std::string_view head) {
    if (auto refusal = read_head(head, limits_.target_bytes, head_)) {
        return refuse(std::move(*refusal));
    }
    if (head_.content_length > limits_.body_bytes) {
        return refuse(
            {413, "the body is larger than " + std::to_string(limits_.body_bytes) + " bytes"});
    }
    const bool body = head_.chunked || head_.content_length > 0;
    if (head_.chunked) chunks_.emplace(limits_);
    stage_ = body ? Stage::body : Stage::whole;
    head_.request.body.reserve(std::min(head_.content_length, body_ahead));
}

size_t Framing::take_body(std::string_view bytes) {
    std::string& body = head_.request.body;
    if (head_.chunked) {
        const size_t taken = chunks_->take(bytes, body);
        if (chunks_->refusal()) refuse(*chunks_->refusal());
        if (chunks_->done()) stage_ = Stage::whole;
        return taken;
    }
    const size_t taken = std::min(head_.content_length - body.size(), bytes.size());
    body.append(bytes.substr(0, taken));
    if (body.size() == head_.content_length) stage_ = Stage::whole;
    return taken;
}

void Framing::refuse(Refusal refusal) {
    refusal_ = std::move(refusal);
    head_.request.body.clear();
}

}  // namespace standin::serve
