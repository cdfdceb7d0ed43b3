#include "mock/serve/connection.h"

#include <algorithm>

#include "mock/http/problem_details.h"

namespace standin::serve {

namespace {

constexpr size_t kept_bytes = 16 << 10;  // of a worker's empty buffer, between two answers
constexpr size_t short_body =
    4 << 10;  // is copied behind its head sooner than sent from two places

void forget(std::string& buffer) {
    buffer.clear();
    if (buffer.capacity() > kept_bytes) buffer.shrink_to_fit();
}

void release(std::string& buffer) {
    std::string().swap(buffer);
}

Moment after(std::chrono::milliseconds time) {
    return std::chrono::steady_clock::now() + time;
}

}  // namespace

Want Connection::turn(const Desk& desk, Scratch& scratch) {
    if (unsent_.empty()) out_ = &scratch.unsent;
    const Want want = go_on(desk, scratch.received);
    if (out_ != &unsent_) {
        out_ = &unsent_;
        if (!scratch.unsent.empty()) unsent_.swap(scratch.unsent);
    } else if (unsent_.empty()) {
        release(unsent_);
    }
    return want;
}

Want Connection::go_on(const Desk& desk, std::span<char> scratch) {
    if (broken_off_.load(std::memory_order_relaxed)) return Want::close;
    if (stage_ == Stage::lingering) return discard(scratch);  // on the deadline it has
    deadline_ = Moment::max();
    if (stage_ == Stage::hanging) {
        finish(End::close);
        return settle(desk.limits);
    }
    if (idle()) return receive(desk, scratch);
    if (!all_sent() && !flush()) return settle(desk.limits);
    if (playback_) play();
    serve(desk, {});  // requests that came behind the one just answered
    return settle(desk.limits);
}

Want Connection::dismiss(const http::Response& response, const Limits& limits) {
    write(response, {.close = true});
    abrupt_ = true;
    return settle(limits);
}

void Connection::expire(Moment now) {
    if (deadline_.load() < now) break_off();
}

void Connection::break_off() {
    broken_off_.store(true, std::memory_order_relaxed);
    socket_.stop_both();
}

Want Connection::receive(const Desk& desk, std::span<char> scratch) {
    const Transfer received = socket_.receive(scratch);
    if (received.end >= Transfer::End::over) {
        return received.end == Transfer::End::open ? refuse_open(desk.limits) : part(desk.limits);
    }
    serve(desk, {scratch.data(), received.bytes});
    return settle(desk.limits);
}

// The client has finished, or the handshake has failed. Why it has lies in the socket: closing it
// while the client still sends could take that away.
Want Connection::part(const Limits& limits) {
    if (!in_handshake()) {
        socket_.say_goodbye();
        return Want::close;
    }
    socket_.lay_bare();
    stage_ = Stage::last_written;
    abrupt_ = true;
    return settle(limits);
}

// Whoever speaks HTTP without TLS where TLS is spoken is told so in HTTP.
Want Connection::refuse_open(const Limits& limits) {
    socket_.lay_bare();
    return dismiss(http::problem_details(400, "TLS is spoken here: the URL begins with https:"),
                   limits);
}

// Frames and answers until a request is not whole or a response cannot be sent.
void Connection::serve(const Desk& desk, std::string_view fresh) {
    if (!unframed_.empty()) unframed_ += fresh;
    const std::string_view bytes = unframed_.empty() ? fresh : std::string_view(unframed_);
    size_t taken = 0;
    while (stage_ == Stage::open && idle()) {
        taken += framing_.take(bytes.substr(taken));
        if (framing_.state() == Framing::State::more) break;
        answer(desk);
    }
    if (unframed_.empty()) {
        unframed_ = bytes.substr(taken);
    } else {
        unframed_.erase(0, taken);
        if (unframed_.empty()) release(unframed_);
    }
    if (framing_.in_body() && framing_.head().expects_continue) write_continue();
}

void Connection::answer(const Desk& desk) {
    const Head& head = framing_.head();
    const http::Request& request = head.request;
    const bool refused = framing_.state() == Framing::State::refused;
    Manner manner{.head_only = request.method == "HEAD"};
    Answer answer =
        refused ? desk.handler.refuse(request, framing_.refusal().status, framing_.refusal().why)
                : desk.handler.answer(framing_.hand_over());
    manner.close = refused || !head.keep_alive || desk.stopping.load(std::memory_order_relaxed);
    manner.http_1_0 = head.version == Version::http_1_0;
    abrupt_ = refused;
    write(std::move(answer), manner);
    if (!refused) framing_.next();
    begun_ = Moment::max();
    told_to_continue_ = false;
}

void Connection::write(Answer answer, const Manner& manner) {
    const http::Response& response = *answer.response;
    if (!is_plain(answer.delivery)) {
        Script script = script_of(response, answer.delivery, manner);
        if (script.bare) socket_.lay_bare();
        playback_ = std::make_unique<Playback>(std::move(script), std::chrono::steady_clock::now());
        return play();
    }
    if (response.body.size() <= short_body || !sends_body(response, manner)) {
        write_reply(*out_, response, manner);
    } else {
        write_head(*out_, response, manner);
        body_ = std::move(answer.response);
    }
    if (manner.close) stage_ = Stage::last_written;
    flush();
}

// Sends what is due by now, as far as the socket takes it.
void Connection::play() {
    while (all_sent()) {
        const Moment now = std::chrono::steady_clock::now();
        if (playback_->due() > now) return;
        if (playback_->at_end()) return finish(playback_->end());
        *out_ += playback_->next(now);
        flush();
    }
}

void Connection::finish(End end) {
    playback_.reset();
    switch (end) {
        case End::keep:
            return;
        case End::hang:
            stage_ = Stage::hanging;
            return;
        case End::cut:
            socket_.lay_bare();
            [[fallthrough]];
        case End::close:
            stage_ = Stage::last_written;
            abrupt_ = true;
            return;
        case End::reset:
            stage_ = Stage::broken;
            socket_.lay_bare();
            socket_.reset_at_close();
            return;
    }
}

// RFC 9110, section 10.1.1: not when some of the body has already come.
void Connection::write_continue() {
    if (told_to_continue_ || stage_ != Stage::open) return;
    told_to_continue_ = true;
    if (!framing_.request().body.empty() || !unframed_.empty()) return;
    *out_ += "HTTP/1.1 100 Continue\r\n\r\n";
    flush();
}

bool Connection::flush() {
    const std::string_view body = body_ ? std::string_view(body_->body) : std::string_view();
    while (sent_ < out_->size() + body.size()) {
        const size_t of_head = std::min(sent_, out_->size());
        const Transfer sent =
            socket_.send(std::string_view(*out_).substr(of_head), body.substr(sent_ - of_head));
        if (sent.end == Transfer::End::over) stage_ = Stage::broken;
        if (sent.end != Transfer::End::moved) return false;
        sent_ += sent.bytes;
    }
    forget(*out_);
    body_.reset();
    sent_ = 0;
    return true;
}

// Waits for the client's end: closing a socket while the client still sends would reset the
// connection and could take the response with it (RFC 9112, section 9.6).
Want Connection::discard(std::span<char> scratch) {
    const Transfer received = socket_.receive(scratch);
    return received.end >= Transfer::End::over ? Want::close : on_socket(Want::read);
}

// Who sends a byte from time to time is not silent, and is not waited for without end either.
Moment Connection::in_request(const Limits& limits) {
    const Moment now = std::chrono::steady_clock::now();
    begun_ = std::min(begun_, now);
    const auto whole = framing_.in_body() ? limits.request_timeout : limits.head_timeout;
    return std::min(now + limits.read_timeout, begun_ + whole);
}

// What comes after what was done in this turn.
Want Connection::settle(const Limits& limits) {
    if (stage_ == Stage::broken) return Want::close;
    if (!all_sent()) return rest(Want::write, limits);
    if (playback_) return rest(Want::pause, limits);
    if (stage_ == Stage::open) return rest(Want::read, limits);
    if (stage_ == Stage::hanging) return rest(Want::hang, limits);
    if (!abrupt_ && unframed_.empty()) {
        socket_.say_goodbye();
        return Want::close;
    }
    stage_ = Stage::lingering;
    socket_.stop_sending();
    return rest(Want::read, limits);
}

Want Connection::rest(Want want, const Limits& limits) {
    const bool between = !framing_.in_body() && unframed_.empty() && !in_handshake();
    if (want == Want::write) {
        deadline_ = after(limits.write_timeout);
    } else if (want == Want::pause) {
        deadline_ = due() + limits.write_timeout;  // the socket may turn out to be full
    } else if (want == Want::hang) {
        deadline_ = Moment::max();
    } else if (stage_ == Stage::lingering) {
        deadline_ = after(limits.linger);
    } else if (between) {
        deadline_ = after(limits.idle_timeout);
    } else {
        deadline_ = in_request(limits);
    }
    return on_socket(want);
}

// TLS may have to write before it can read, and to read before it can write.
Want Connection::on_socket(Want want) const {
    const Cipher* cipher = socket_.cipher();
    if (!cipher) return want;
    if (want == Want::read && cipher->receives_by_writing()) return Want::write;
    if (want == Want::write && cipher->sends_by_reading()) return Want::read;
    return want;
}

}  // namespace standin::serve
