// Any bytes on a connection, in the engine with the contracts that ship. However they are cut into
// pieces they are the same requests; a request that was taken is the same one when it is written
// out plainly; none finds a bug, and the connection comes to its end.
#include <array>
#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

#include "mock/contract/contracts.h"
#include "mock/serve/connection.h"
#include "mock/serve/responder.h"
#include "mock/serve/safe_handler.h"
#include "tests/fuzz/target.h"

namespace {

using namespace standin;

constexpr size_t most_bytes = 64 << 10;  // what a socket's buffer surely holds

// What a reader of requests made of the bytes: each request written out plainly, and a refusal.
using Reading = std::vector<std::string>;

std::string plainly(const serve::Head& head) {
    const http::Request& request = head.request;
    const bool old = head.version == serve::Version::http_1_0;
    std::string text = request.method + " " + request.target;
    text += old ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n";
    for (const auto& [name, value] : request.headers) {
        if (http::same_name(name, "Content-Length")) continue;
        if (http::same_name(name, "Transfer-Encoding")) continue;
        text += name + ": " + value + "\r\n";
    }
    return text + "Content-Length: " + std::to_string(request.body.size()) + "\r\n\r\n" +
           request.body;
}

Reading read_in_pieces(std::string_view bytes, size_t piece) {
    const serve::Limits limits;
    serve::Framing framing(limits);
    Reading reading;
    size_t taken = 0;
    for (size_t come = 0; come < bytes.size();) {
        come = std::min(bytes.size(), come + piece);
        while (taken < come) {
            taken += framing.take(bytes.substr(taken, come - taken));
            if (framing.state() == serve::Framing::State::more) break;
            if (framing.state() == serve::Framing::State::refused) {
                reading.push_back(framing.refusal().why);
                return reading;
            }
            reading.push_back(plainly(framing.head()));
            framing.next();
        }
    }
    return reading;
}

void expect_one_meaning(std::string_view bytes) {
    const Reading whole = read_in_pieces(bytes, bytes.size());
    for (const size_t piece : {1, 7, 1000}) {
        const Reading cut = read_in_pieces(bytes, piece);
        fuzz::expect(cut == whole, "pieces change the meaning", std::to_string(piece));
    }
    for (const std::string& request : whole) {
        if (request.find("\r\n\r\n") == request.npos) continue;  // a refusal
        fuzz::expect(read_in_pieces(request, request.size()) == Reading{request},
                     "not read as it was written", request);
    }
}

engine::Settings shipped() {
    const std::string folder = STANDIN_SOURCE_DIR "/contracts/";
    std::vector<contract::Wanted> wanted;
    for (const std::string name :
         {"bifrost", "cloudflare-ai-gateway", "cloudflare-ai-search", "ngrok-ai-gateway"}) {
        wanted.push_back({folder + name + ".yaml", {}});
    }
    engine::Settings settings;
    settings.contracts = contract::load_contracts(wanted, {}, {}).contracts;
    return settings;
}

// Both ends of a connection whose server takes its turns here.
class Talk {
  public:
    explicit Talk(serve::Handler& handler) : desk_{handler, limits_, stopping_} {
        std::array<int, 2> ends{};
        fuzz::expect(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0, "no sockets");
        server_ = std::make_unique<serve::Connection>(ends[0], limits_);
        client_ = ends[1];
    }
    ~Talk() { ::close(client_); }

    // All that is answered to these bytes, up to the end of the connection, or a pause.
    std::string answers_to(std::string_view bytes) {
        const ssize_t sent = ::send(client_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        fuzz::expect(sent == static_cast<ssize_t>(bytes.size()), "not sent");
        ::shutdown(client_, SHUT_WR);
        std::string answers;
        for (size_t turn = 0; turn < bytes.size() + 100; ++turn) {
            const serve::Want want = server_->turn(desk_, scratch_);
            drain(answers);
            if (want != serve::Want::read && want != serve::Want::write) return answers;
        }
        fuzz::expect(false, "no end");
        return answers;
    }

  private:
    void drain(std::string& answers) {
        ssize_t got = 0;
        while ((got = ::recv(client_, drained_.data(), drained_.size(), MSG_DONTWAIT)) > 0) {
            answers.append(drained_.data(), static_cast<size_t>(got));
        }
    }

    const serve::Limits limits_;
    const std::atomic<bool> stopping_{false};
    const serve::Desk desk_;
    serve::Scratch scratch_;
    std::vector<char> drained_ = std::vector<char>(64 << 10);
    std::unique_ptr<serve::Connection> server_;
    int client_ = -1;
};

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    static engine::Engine engine(shipped());
    static serve::Responder responder(engine, [](const engine::Exchange&) {});
    static serve::SafeHandler handler(responder);
    const std::string_view text = fuzz::text_of(bytes, size);
    if (size == 0 || size > most_bytes) return 0;
    expect_one_meaning(text);
    const std::string answers = Talk(handler).answers_to(text);
    fuzz::expect(answers.find("\r\nX-Standin-Bug:") == answers.npos, "a bug", answers);
    engine.sessions().clear();
    handler.tidy();
    return 0;
}
