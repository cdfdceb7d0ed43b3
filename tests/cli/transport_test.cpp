// Where the program listens, and how: TLS, Unix sockets, IPv6; asked by curl.
#include <list>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace standin::cli {

namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Transport : public testing::Test {
  protected:
    std::vector<std::string> with(std::vector<std::string> more) const {
        more.insert(more.begin(), {"serve", contract_});
        return more;
    }
    static std::string curl(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"-sS", "-m", "10"});
        const Ended ended = run("curl", arguments);
        return ended.code == 0 ? ended.out : ended.errors;
    }

    Folder folder_;
    const std::string contract_ = folder_.write("small.yaml", small_contract);
    const std::string healthy_ =
        R"({"status":"healthy","message":"standin is ready","version":")" STANDIN_VERSION "\"}";
};

TEST_F(Transport, MakesACertificateAndSaysWhatVouchesForIt) {
    const std::string ready = folder_.file("ready");
    Running running(STANDIN_PROGRAM,
                    with({"--port", "0", "--tls", "self-signed", "--ready-file", ready}));
    const std::string first = running.line();
    const std::string url = "https://127.0.0.1:" + std::to_string(port_in(first));
    EXPECT_EQ(first, "standin is listening on " + url);
    EXPECT_EQ(running.line(), "  " + url + "/v1  A small API");
    const std::string vouched = running.line();
    ASSERT_THAT(vouched, StartsWith("certificates are vouched for by /"));
    const std::string authority = vouched.substr(vouched.find('/'));
    EXPECT_EQ(curl({"--cacert", authority, url + "/__admin/health"}), healthy_);
    EXPECT_EQ(text_of(ready), url + "\n");
    EXPECT_THAT(curl({url + "/__admin/health"}),
                StartsWith("curl: (60) SSL certificate problem: unable to get local issuer"));
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    EXPECT_FALSE(std::filesystem::exists(std::filesystem::path(authority).parent_path()));
}

TEST_F(Transport, PutsWhatVouchesWhereItIsTold) {
    const std::string authority = folder_.file("ca.pem");
    Running running(STANDIN_PROGRAM,
                    with({"--port", "0", "--tls", "self-signed", "--tls-ca", authority}));
    const std::string first = running.line();
    EXPECT_EQ(curl({"--cacert", authority, first.substr(first.find("https")) + "/__admin/health"}),
              healthy_);
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    EXPECT_FALSE(std::filesystem::exists(authority));
    EXPECT_EQ(
        standin(with({"--port", "0", "--tls", "self-signed", "--tls-ca", "/none/ca.pem"})).errors,
        "standin: --tls-ca /none/ca.pem cannot be written\n");
}

TEST_F(Transport, SpeaksTlsAsPrism) {
    Running running(STANDIN_PROGRAM, {"mock", contract_, "-p", "0", "--tls", "self-signed"});
    EXPECT_THAT(running.line(), StartsWith("[CLI] ℹ  info      POST       https://127.0.0.1:"));
    running.line();
    EXPECT_THAT(running.line(), StartsWith("[CLI] ℹ  info      Certificates are vouched for by /"));
    EXPECT_THAT(running.line(),
                StartsWith("[CLI] ▶  start     Prism is listening on https://127.0.0.1:"));
}

TEST_F(Transport, ListensAtAUnixSocketAlone) {
    const std::string path = folder_.file("mock.sock");
    const std::string ready = folder_.file("ready");
    Running running(STANDIN_PROGRAM, with({"--socket", path, "--ready-file", ready}));
    EXPECT_EQ(running.line(), "standin is listening on unix:" + path);
    EXPECT_EQ(running.line(), "  /v1  A small API");
    EXPECT_EQ(running.line(), "seed 0");
    EXPECT_EQ(curl({"--unix-socket", path, "http://x/__admin/health"}), healthy_);
    EXPECT_EQ(text_of(ready), "unix:" + path + "\n");
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    EXPECT_FALSE(std::filesystem::exists(path));
}

TEST_F(Transport, ListensAtAUnixSocketBesideAPort) {
    const std::string path = folder_.file("mock.sock");
    const std::string ready = folder_.file("ready");
    Running running(STANDIN_PROGRAM,
                    with({"--socket", path, "--port", "0", "--ready-file", ready}));
    const std::string first = running.line();
    EXPECT_EQ(running.line(), "standin is listening on unix:" + path);
    const std::string url = first.substr(first.find("http"));
    EXPECT_EQ(running.line(), "  " + url + "/v1  A small API");
    EXPECT_EQ(curl({"--unix-socket", path, "http://x/__admin/health"}), healthy_);
    EXPECT_EQ(curl({url + "/__admin/health"}), healthy_);
    EXPECT_EQ(text_of(ready), url + "\nunix:" + path + "\n");
}

TEST_F(Transport, SpeaksTlsAtAUnixSocket) {
    const std::string path = folder_.file("mock.sock");
    const std::string authority = folder_.file("ca.pem");
    Running running(STANDIN_PROGRAM,
                    with({"--socket", path, "--tls", "self-signed", "--tls-ca", authority}));
    running.line();
    EXPECT_EQ(
        curl({"--unix-socket", path, "--cacert", authority, "https://localhost/__admin/health"}),
        healthy_);
}

TEST_F(Transport, ReplacesTheSocketOfOneThatWasKilled) {
    const std::string path = folder_.file("mock.sock");
    Running first(STANDIN_PROGRAM, with({"--socket", path}));
    first.line();
    EXPECT_EQ(standin(with({"--socket", path})).errors,
              "standin: cannot listen on unix:" + path + ": Address already in use\n");
    first.signal(SIGKILL);
    first.wait();
    Running second(STANDIN_PROGRAM, with({"--socket", path}));
    second.line();
    EXPECT_EQ(curl({"--unix-socket", path, "http://x/__admin/health"}), healthy_);
}

TEST_F(Transport, TellsAClientThatSpeaksTlsWhereItIsNotSpoken) {
    Running running(STANDIN_PROGRAM, with({"--port", "0"}));
    const std::string port = std::to_string(port_in(running.line()));
    EXPECT_THAT(curl({"https://127.0.0.1:" + port}), HasSubstr("wrong version number"));
}

TEST_F(Transport, OpensAsManyConnectionsAsTheSystemAllows) {
    Running running("sh", {"-c", "ulimit -S -n 100 && exec \"$@\"", "sh", STANDIN_PROGRAM, "serve",
                           contract_, "--port", "0"});
    const int port = port_in(running.line());
    const std::string get = "GET /__admin/health HTTP/1.1\r\nHost: x\r\n\r\n";
    std::list<serve::Client> clients;
    for (int i = 0; i < 300; ++i) clients.emplace_back(port).send(get);
    for (serve::Client& client : clients) {
        EXPECT_EQ(client.receive_answer().substr(0, 15), "HTTP/1.1 200 OK");
    }
}

TEST_F(Transport, DismissesWhoIsOneTooMany) {
    Running running(STANDIN_PROGRAM, with({"--port", "0", "--max-connections", "1"}));
    const int port = port_in(running.line());
    serve::Client first(port);
    first.send("GET /__admin/health HTTP/1.1\r\nHost: x\r\n\r\n");
    first.receive_answer();
    EXPECT_THAT(serve::Client(port).receive_all(), StartsWith("HTTP/1.1 503 Service Unavailable"));
}

TEST_F(Transport, ListensOnBothFamiliesWhereEveryAddressIsMeant) {
    for (const char* host : {"::", "[::]"}) {
        Running running(STANDIN_PROGRAM, with({"--host", host, "--port", "0"}));
        const std::string first = running.line();
        const std::string port = std::to_string(port_in(first));
        EXPECT_EQ(first, "standin is listening on http://[::]:" + port);
        EXPECT_EQ(running.line(), "  http://[::]:" + port + "/v1  A small API");
        for (const char* address : {"127.0.0.1", "[::1]"}) {
            EXPECT_EQ(curl({"http://" + std::string(address) + ":" + port + "/__admin/health"}),
                      healthy_);
        }
    }
}

}  // namespace

}  // namespace standin::cli
