// One client's connection: its buffers and where it stands.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "mock/serve/framing.h"
#include "mock/serve/handler.h"
#include "mock/serve/moment.h"
#include "mock/serve/playback.h"
#include "mock/serve/reply.h"
#include "mock/serve/socket.h"

namespace standin::serve {

// What a connection waits for between two turns.
enum class Want : uint8_t {
    read,
    write,
    pause,  // until `due`, or for the client's end
    hang,   // for the client's end
    close,  // for nothing: it is over
};

// What the turns of all connections have in common.
struct Desk {
    Handler& handler;  // throws nothing
    const Limits& limits;
    const std::atomic<bool>& stopping;  // no request after the current one
};

// What a worker lends to the connection that has its turn: one that waits keeps no room for bytes
// that have not come.
struct Scratch {
    std::vector<char> received = std::vector<char>(64 << 10);  // at most in one turn
    std::string unsent;                                        // empty, between two turns
};

// Owns the socket. One thread at a time takes its turns; only `expire`, `stop_receiving` and
// `break_off` may be called by another one meanwhile. Reading, answering and writing are separate
// steps: a response that cannot be written at once, or is not to be, is finished in later turns,
// and nothing is read before it is.
class Connection {
  public:
    // `cipher`, if there is one, is that of the descriptor.
    Connection(int descriptor, const Limits& limits, std::unique_ptr<Cipher> cipher = nullptr)
        : socket_(descriptor, std::move(cipher)), framing_(limits) {
        rest(Want::read, limits);
    }

    int descriptor() const { return socket_.descriptor(); }

    // Sends what is unsent, receives at most once into `scratch`, answers every whole request in
    // order. Blocks only where the handler does.
    Want turn(const Desk& desk, Scratch& scratch);

    // After a turn that ended in Want::pause: when the next one is to come.
    Moment due() const { return playback_->due(); }

    // Makes this the connection's only response: nothing is read before it.
    Want dismiss(const http::Response& response, const Limits& limits);

    // The end of one thread's turns and the begin of the next one's. The kernel orders the two when
    // the connection goes through epoll; these say it in the words of the C++ memory model.
    void hand_over() { handed_over_.store(true, std::memory_order_release); }
    void take_over() { (void)handed_over_.load(std::memory_order_acquire); }

    // `break_off` wakes a connection that epoll watches, and makes its next turn end in
    // Want::close. `expire` does so if the connection's time is up.
    void expire(Moment now);
    void break_off();
    void stop_receiving() { socket_.stop_receiving(); }

  private:
    enum class Stage : uint8_t { open, hanging, last_written, lingering, broken };

    Want go_on(const Desk& desk, std::span<char> scratch);
    Want receive(const Desk& desk, std::span<char> scratch);
    Want refuse_open(const Limits& limits);
    Want part(const Limits& limits);
    void serve(const Desk& desk, std::string_view fresh);
    void answer(const Desk& desk);
    void write(Answer answer, const Manner& manner);
    void play();
    void finish(End end);
    void write_continue();
    bool flush();  // whether everything is sent
    bool all_sent() const { return out_->empty() && !body_; }
    bool idle() const { return all_sent() && !playback_; }
    bool in_handshake() const { return socket_.cipher() && socket_.cipher()->in_handshake(); }
    Want discard(std::span<char> scratch);
    Want settle(const Limits& limits);
    Want rest(Want want, const Limits& limits);
    Want on_socket(Want want) const;
    Moment in_request(const Limits& limits);

    Socket socket_;
    std::atomic<Moment> deadline_{Moment::max()};
    std::atomic<bool> handed_over_{false};
    std::atomic<bool> broken_off_{false};

    // Used by the thread whose turn it is.
    Framing framing_;
    std::string unframed_;          // received, not taken by framing_
    Moment begun_ = Moment::max();  // when a request that is not whole yet began to come
    std::string unsent_;            // between two turns
    std::string* out_ = &unsent_;   // of the worker, in a turn that began with nothing unsent
    std::shared_ptr<const http::Response> body_;  // whose body goes out behind out_, if any does
    size_t sent_ = 0;                             // of the two together
    std::unique_ptr<Playback> playback_;          // of what is not due yet
    Stage stage_ = Stage::open;
    bool abrupt_ = false;            // the end comes while the client may still be sending
    bool told_to_continue_ = false;  // in this request
};

}  // namespace standin::serve
