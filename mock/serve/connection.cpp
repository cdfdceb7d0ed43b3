#include "mock/serve/connection.h"

namespace standin::serve {

namespace {

constexpr size_t kept_bytes = 16 << 10;  // of an empty buffer, between two requests

void forget(std::string& buffer) {
    buffer.clear();
    if (buffer.capacity() > kept_bytes) buffer.shrink_to_fit();
}

Moment after(std::chrono::milliseconds time) {
    return std::chrono::steady_clock::now() + time;
}

}  // namespace

Want Connection::turn(const Desk& desk, std::span<char> scratch) {
    if (stage_ == Stage::lingering) return discard(scratch);  // on the deadline it has
    deadline_ = Moment::max();
    if (!unsent_.empty()) {
        if (!flush()) return settle(desk.limits);
        serve(desk, {});  // requests that came behind the one just answered
        return settle(desk.limits);
    }
    return receive(desk, scratch);
}

Want Connection::dismiss(const http::Response& response, const Limits& limits) {
    write(response, {.close = true});
    refused_ = true;
    flush();
    return settle(limits);
}

void Connection::expire(Moment now) {
    if (deadline_.load() < now) socket_.stop_both();
}

Want Connection::receive(const Desk& desk, std::span<char> scratch) {
    const Transfer received = socket_.receive(scratch);
    if (received.end == Transfer::End::over) return Want::close;
    serve(desk, {scratch.data(), received.bytes});
    return settle(desk.limits);
}

// Frames and answers until a request is not whole or a response cannot be sent.
void Connection::serve(const Desk& desk, std::string_view fresh) {
    if (!unframed_.empty()) unframed_ += fresh;
    const std::string_view bytes = unframed_.empty() ? fresh : std::string_view(unframed_);
    size_t taken = 0;
    while (stage_ == Stage::open && unsent_.empty()) {
        taken += framing_.take(bytes.substr(taken));
        if (framing_.state() == Framing::State::more) break;
        answer(desk);
        flush();
    }
    if (unframed_.empty()) {
        unframed_ = bytes.substr(taken);
    } else {
        unframed_.erase(0, taken);
        if (unframed_.empty()) forget(unframed_);
    }
    if (framing_.in_body() && framing_.head().expects_continue) write_continue();
}

void Connection::answer(const Desk& desk) {
    const Head& head = framing_.head();
    const http::Request& request = head.request;
    refused_ = framing_.state() == Framing::State::refused;
    Manner manner{.head_only = request.method == "HEAD"};
    const http::Response response =
        refused_ ? desk.handler.refuse(request, framing_.refusal().status, framing_.refusal().why)
                 : desk.handler.answer(request);
    manner.close = refused_ || !head.keep_alive || desk.stopping.load(std::memory_order_relaxed);
    manner.says_keep_alive = head.version == Version::http_1_0;
    write(response, manner);
    if (!refused_) framing_.next();
    told_to_continue_ = false;
}

void Connection::write(const http::Response& response, const Manner& manner) {
    write_reply(unsent_, response, manner);
    if (manner.close) stage_ = Stage::last_written;
}

// RFC 9110, section 10.1.1: not when some of the body has already come.
void Connection::write_continue() {
    if (told_to_continue_ || stage_ != Stage::open) return;
    told_to_continue_ = true;
    if (!framing_.request().body.empty() || !unframed_.empty()) return;
    unsent_ += "HTTP/1.1 100 Continue\r\n\r\n";
    flush();
}

bool Connection::flush() {
    while (sent_ < unsent_.size()) {
        const Transfer sent = socket_.send(std::string_view(unsent_).substr(sent_));
        if (sent.end == Transfer::End::over) stage_ = Stage::broken;
        if (sent.end != Transfer::End::moved) return false;
        sent_ += sent.bytes;
    }
    forget(unsent_);
    sent_ = 0;
    return true;
}

// Waits for the client's end: closing a socket while the client still sends would reset the
// connection and could take the response with it (RFC 9112, section 9.6).
Want Connection::discard(std::span<char> scratch) {
    const Transfer received = socket_.receive(scratch);
    return received.end == Transfer::End::over ? Want::close : Want::read;
}

// What comes after what was done in this turn.
Want Connection::settle(const Limits& limits) {
    if (stage_ == Stage::broken) return Want::close;
    if (!unsent_.empty()) return rest(Want::write, limits);
    if (stage_ == Stage::open) return rest(Want::read, limits);
    if (!refused_ && unframed_.empty()) return Want::close;
    stage_ = Stage::lingering;
    socket_.stop_sending();
    return rest(Want::read, limits);
}

Want Connection::rest(Want want, const Limits& limits) {
    const bool between = !framing_.in_body() && unframed_.empty();
    if (want == Want::write) {
        deadline_ = after(limits.write_timeout);
    } else if (stage_ == Stage::lingering) {
        deadline_ = after(limits.linger);
    } else {
        deadline_ = after(between ? limits.idle_timeout : limits.read_timeout);
    }
    return want;
}

}  // namespace standin::serve
