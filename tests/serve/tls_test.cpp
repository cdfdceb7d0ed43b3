// TLS, as clients meet it.
#include <list>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/serve/certificates.h"
#include "tests/serve/tls_client.h"

namespace standin::serve {
namespace {

using std::string;
using namespace std::chrono_literals;

const string get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const string get_answer = echoed("GET / ");
const string get_last = "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
const string last_answer = echoed("GET / ", "Connection: close\r\n");

string complaint_of(const TlsOptions& options) {
    try {
        load_tls(options);
        return "";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

// What becomes of a client that asks once.
string outcome_of(int port, const Manners& manners) {
    try {
        TlsClient client(port, manners);
        client.send(get_last);
        return client.receive_with_end();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

class MadeCertificate : public testing::Test {
  protected:
    const std::shared_ptr<Tls> tls_ = load_tls({.host = "mock.example"});
    Echo echo_;
    RunningServer server_{echo_, {.tls = tls_}};
};

TEST_F(MadeCertificate, IsTrustedByWhoTrustsItsAuthority) {
    for (const string name : {"localhost", "127.0.0.1", "::1", "mock.example"}) {
        EXPECT_EQ(outcome_of(server_.port(), {.authority = tls_->authority(), .name = name}),
                  last_answer + "|bye|FIN")
            << name;
    }
}

TEST_F(MadeCertificate, IsNobodyElses) {
    EXPECT_EQ(outcome_of(server_.port(), {.authority = tls_->authority(), .name = "other.example"}),
              "certificate verify failed");
    const std::shared_ptr<Tls> another = load_tls({});
    EXPECT_EQ(outcome_of(server_.port(), {.authority = another->authority()}),
              "certificate verify failed");
}

TEST(MadeCertificateOfAnAddress, NamesIt) {
    const std::shared_ptr<Tls> tls = load_tls({.host = "127.0.0.2"});
    Echo echo;
    RunningServer server(echo, {.host = "127.0.0.2", .tls = tls});
    TlsClient client(server.port(), {.authority = tls->authority(), .name = "127.0.0.2"},
                     "127.0.0.2");
    EXPECT_EQ(client.exchange(get, get_answer.size()), get_answer);
}

class TlsTest : public testing::Test {
  protected:
    Echo echo_;
    RunningServer server_{echo_, {.limits = {.body_bytes = 1 << 20}, .tls = load_tls({})}};
};

TEST_F(TlsTest, AnswersRequestAfterRequest) {
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client(server_.port(), {.version = version});
        for (int i = 0; i < 100; ++i) {
            ASSERT_EQ(client.exchange(get, get_answer.size()), get_answer);
        }
    }
}

TEST_F(TlsTest, SpeaksNoOldVersion) {
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
        EXPECT_EQ(outcome_of(server_.port(), {.version = version}), "tlsv1 alert protocol version");
    }
}

TEST_F(TlsTest, AgreesOnHttp11) {
    TlsClient client(server_.port(), {.protocols = "\x02h2\x08http/1.1"});
    const unsigned char* agreed = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(client.tls(), &agreed, &size);
    EXPECT_EQ(string(agreed, agreed + size), "http/1.1");
    EXPECT_EQ(outcome_of(server_.port(), {.protocols = "\x02h2"}),
              "tlsv1 alert no application protocol");
}

TEST_F(TlsTest, ResumesSessions) {
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient first(server_.port(), {.version = version});
        EXPECT_FALSE(SSL_session_reused(first.tls()));
        first.exchange(get, get_answer.size());  // behind which the ticket has come
        SSL_SESSION* const session = SSL_get1_session(first.tls());
        TlsClient second(server_.port(), {.version = version, .resumed = session});
        EXPECT_TRUE(SSL_session_reused(second.tls()));
        EXPECT_EQ(second.exchange(get, get_answer.size()), get_answer);
        SSL_SESSION_free(session);
    }
}

TEST_F(TlsTest, TakesAndGivesBodiesOfManyRecords) {
    TlsClient client(server_.port());
    const string body(1 << 20, 'b');
    const string answer = echoed("POST / " + body);
    for (int i = 0; i < 3; ++i) {
        client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1048576\r\n\r\n" + body);
        EXPECT_TRUE(client.receive(answer.size()) == answer);
    }
}

TEST_F(TlsTest, AnswersWhatIsPipelined) {
    TlsClient client(server_.port());
    string requests;
    string answers;
    for (int i = 0; i < 5000; ++i) {  // more than is received in one turn
        requests += get;
        answers += get_answer;
    }
    client.send(requests);
    EXPECT_TRUE(client.receive(answers.size()) == answers);
}

TEST_F(TlsTest, TakesRequestsByteByByte) {
    TlsClient client(server_.port());
    for (char c : get) client.send({&c, 1});
    EXPECT_EQ(client.receive(get_answer.size()), get_answer);
}

TEST_F(TlsTest, AnswersAClientThatHasFinishedSending) {
    TlsClient client(server_.port());
    client.send(get);
    client.finish_sending();
    EXPECT_EQ(client.receive_with_end(), get_answer + "|bye|FIN");
}

TEST_F(TlsTest, TellsAClientThatIsRefusedWhy) {
    TlsClient client(server_.port());
    client.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000000\r\n\r\n");
    client.send(string(1 << 20, 'b'));
    EXPECT_EQ(client.receive_with_end(),
              refused("413 Content Too Large", "POST / the body is larger than 1048576 bytes") +
                  "|bye|FIN");
}

TEST_F(TlsTest, TellsAClientOfTheEndWhenItStops) {
    TlsClient idle(server_.port());
    EXPECT_EQ(idle.exchange(get, get_answer.size()), get_answer);
    server_.finish();
    EXPECT_EQ(idle.receive_with_end(), "|bye|FIN");
}

TEST_F(TlsTest, TellsAClientWithoutTlsInHttp) {
    const string body = R"({"type":"about:blank","title":"Bad Request","status":400,)"
                        R"("detail":"TLS is spoken here: the URL begins with https:"})";
    for (const string method : {"GET", "DELETE", "x"}) {
        Client client(server_.port());
        client.send(method + " / HTTP/1.1\r\nHost: h\r\n\r\n");
        EXPECT_EQ(client.receive_all(),
                  "HTTP/1.1 400 Bad Request\r\nContent-Type: application/problem+json\r\n"
                  "Content-Length: " +
                      std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    }
}

TEST_F(TlsTest, LosesWhoSpeaksNonsense) {
    Client client(server_.port());
    client.send(string("\x16\x03\x01\0\5hello", 10));
    EXPECT_EQ(client.receive(1), "\x15") << "an alert";
    TlsClient other(server_.port());
    EXPECT_EQ(other.exchange(get, get_answer.size()), get_answer);
}

TEST(TlsCrowd, IsAnsweredWhileReadersAreSlow) {
    class Large : public Echo {
      public:
        Answer answer(http::Request request) override {
            if (request.target == "/large") return {{200, {}, string(20'000'000, 'l')}};
            return Echo::answer(request);
        }
    } handler;
    RunningServer server(handler, {.threads = 1, .tls = load_tls({})});
    TlsClient slow(server.port());
    slow.send("GET /large HTTP/1.1\r\nHost: h\r\n\r\n" + get);
    std::list<TlsClient> others;
    for (int i = 0; i < 20; ++i) {
        EXPECT_EQ(others.emplace_back(server.port()).exchange(get, get_answer.size()), get_answer);
    }
    const string large =
        "HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n" + string(20'000'000, 'l');
    EXPECT_TRUE(slow.receive(large.size()) == large);
    EXPECT_EQ(slow.receive(get_answer.size()), get_answer) << "what was pipelined behind it";
}

TEST(TlsCrowd, LosesWhoDoesNotFinishTheHandshake) {
    Echo echo;
    RunningServer server(
        echo, {.limits = {.read_timeout = 50ms, .head_timeout = 200ms}, .tls = load_tls({})});
    Client silent(server.port());
    EXPECT_EQ(silent.receive_all(), "");
    Client trickling(server.port());
    const string begin = string("\x16\x03\x01\x7f\xff", 5);
    trickling.send(begin);
    const auto begun = std::chrono::steady_clock::now();
    while (trickling.hears_nothing()) {
        trickling.send("\x01");
        std::this_thread::yield();
        ASSERT_LT(std::chrono::steady_clock::now() - begun, 10s);
    }
}

TEST(TlsCrowd, IsToldWhenItIsTooLarge) {
    Echo echo;
    RunningServer server(echo, {.limits = {.connections = 1}, .tls = load_tls({})});
    TlsClient first(server.port());
    EXPECT_EQ(first.exchange(get, get_answer.size()), get_answer);
    TlsClient second(server.port());
    EXPECT_THAT(second.receive_with_end(),
                testing::AllOf(testing::StartsWith("HTTP/1.1 503 Service Unavailable\r\n"),
                               testing::EndsWith("|bye|FIN")));
}

class GivenCertificate : public testing::Test {
  protected:
    static void SetUpTestSuite() { certificates = std::make_unique<Certificates>(); }
    static void TearDownTestSuite() { certificates.reset(); }

    static TlsOptions files(const string& client_ca = "") {
        return {.certificate = certificates->file("chain.pem"),
                .key = certificates->file("server.key"),
                .client_ca = client_ca.empty() ? "" : certificates->file(client_ca)};
    }
    // Of a client that shows a certificate.
    static Manners shows(const string& name, int version = 0) {
        return {.authority = certificates->text("root.pem"),
                .name = "localhost",
                .certificate = certificates->file(name + ".pem"),
                .key = certificates->file(name + ".key"),
                .version = version};
    }

    static std::unique_ptr<Certificates> certificates;
    Echo echo_;
};

std::unique_ptr<Certificates> GivenCertificate::certificates;

TEST_F(GivenCertificate, IsShownWithThoseThatVouchForIt) {
    RunningServer server(echo_, {.tls = load_tls(files())});
    EXPECT_EQ(outcome_of(server.port(),
                         {.authority = certificates->text("root.pem"), .name = "localhost"}),
              last_answer + "|bye|FIN");
    EXPECT_EQ(load_tls(files())->authority(), "");
}

TEST_F(GivenCertificate, IsRefusedWhereItIsNone) {
    TlsOptions options = files();
    options.certificate = "/none.pem";
    EXPECT_EQ(complaint_of(options), "cannot use /none.pem: No such file or directory");
    options = files();
    options.certificate = options.key;
    EXPECT_EQ(complaint_of(options), "cannot use " + options.key + ": no start line");
    options = files();
    options.key = certificates->file("client.key");
    EXPECT_EQ(complaint_of(options), "cannot use " + options.key + ": key values mismatch");
    options = files("server.key");
    EXPECT_EQ(complaint_of(options),
              "cannot use " + options.client_ca + ": no certificate or crl found");
}

TEST_F(GivenCertificate, IsDemandedOfClientsToo) {
    RunningServer server(echo_, {.tls = load_tls(files("root.pem"))});
    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        EXPECT_EQ(outcome_of(server.port(), shows("client", version)), last_answer + "|bye|FIN");
    }
    EXPECT_EQ(outcome_of(server.port(), {.version = TLS1_2_VERSION}),
              "sslv3 alert handshake failure");
    EXPECT_EQ(outcome_of(server.port(), {}), "|tlsv13 alert certificate required");
    EXPECT_EQ(outcome_of(server.port(), shows("stranger")), "|tlsv1 alert unknown ca");
}

}  // namespace
}  // namespace standin::serve
