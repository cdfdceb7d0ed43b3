// The program while it serves: what it says, what it logs, how it ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace standin::cli {

namespace {

class Serve : public testing::Test {
  protected:
    std::vector<std::string> with(std::vector<std::string> more) const {
        more.insert(more.begin(), {"serve", contract_, "--port", "0"});
        return more;
    }

    Folder folder_;
    const std::string contract_ = folder_.write("small.yaml", small_contract);
};

TEST_F(Serve, SaysWhereItListensAndEndsOnASignal) {
    for (const int signal : {SIGTERM, SIGINT}) {
        Running running(STANDIN_PROGRAM, with({}));
        const std::string first = running.line();
        const std::string url = "http://127.0.0.1:" + std::to_string(port_in(first));
        EXPECT_EQ(first, "standin is listening on " + url);
        EXPECT_EQ(running.line(), "  " + url + "/v1  A small API");
        EXPECT_EQ(running.line(), "seed 0");
        ask(port_in(first), "GET /__admin/health");
        running.signal(signal);
        EXPECT_EQ(running.rest(), "");
        EXPECT_EQ(running.wait(), 0);
        EXPECT_EQ(running.errors(), "");
    }
}

TEST_F(Serve, WritesAddressesOfIPv6InBrackets) {
    Running running(STANDIN_PROGRAM, with({"--host", "::1"}));
    const std::string first = running.line();
    EXPECT_EQ(first, "standin is listening on http://[::1]:" + std::to_string(port_in(first)));
}

TEST_F(Serve, WritesAFileWhenItIsReadyAndRemovesIt) {
    const std::string file = folder_.write("ready", "http://stale\n");
    Running running(STANDIN_PROGRAM, with({"--ready-file", file}));
    const std::string first = running.line();
    ask(port_in(first), "GET /__admin/health");  // is answered after the file was written
    EXPECT_EQ(text_of(file), first.substr(first.find("http")) + "\n");
    EXPECT_FALSE(std::filesystem::exists(file + ".part"));
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(Serve, AStaleReadyFileIsGoneWhereTheStartFails) {
    const std::string file = folder_.write("ready", "http://stale\n");
    EXPECT_EQ(standin({"serve", folder_.file("none"), "--ready-file", file}).code, 2);
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(Serve, LogsALineForEachRequest) {
    Running running(STANDIN_PROGRAM, with({}));
    const int port = port_in(running.line());
    ask(port, "POST /v1/things?token=secret", R"({"id":"1","name":"a"})");
    ask(port, "POST /things", R"({"name":1})");
    ask(port, "GET /things/2%0a");
    ask(port, "GET /none");
    ask(port, "GET /__admin/requests");
    serve::Client client(port);
    client.send("nonsense\r\n\r\n");
    client.receive_all();
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    const std::string time = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}";
    EXPECT_THAT(running.errors(),
                testing::MatchesRegex(
                    time + " info POST /v1/things 201 makeThing\n" + time +
                    " info POST /things 400 makeThing invalid: body/name: must be string\n" + time +
                    " info GET /things/2%0a 404 readThing not_found: path/id: Not Found\n" + time +
                    " info GET /none 404 - unknown_path: No operation has this path\n" + time +
                    " info nonsense  400 - malformed_request: The request is not HTTP as RFC 9112 "
                    "has it\n"));
}

// On the stack of a worker, one after the other on the same server.
TEST_F(Serve, AnswersBodiesThatAreMeantToHurt) {
    Running running(STANDIN_PROGRAM, with({}));
    const int port = port_in(running.line());
    const auto status = [&](const std::string& body) {
        return ask(port, "POST /things", body).substr(0, 12);
    };
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    EXPECT_EQ(status(deep), "HTTP/1.1 400");
    EXPECT_EQ(status(R"({"id":"1","name":)" + std::string(500, '[') + std::string(500, ']') + "}"),
              "HTTP/1.1 400");
    EXPECT_EQ(status(R"({"name":"\ud800"})"), "HTTP/1.1 400");
    EXPECT_EQ(status(R"({"id":"1","name":")" + std::string(9'000'000, 'a') + "\"}"),
              "HTTP/1.1 201");
    EXPECT_EQ(status(R"({"id":"2","name":"a"})"), "HTTP/1.1 201");
}

TEST_F(Serve, LogsNothingWhereNothingIsWanted) {
    for (const char* level : {"off", "error", "warn"}) {
        Running running(STANDIN_PROGRAM, with({"--log-level", level}));
        ask(port_in(running.line()), "GET /none");
        running.signal(SIGTERM);
        EXPECT_EQ(running.wait(), 0);
        EXPECT_EQ(running.errors(), "");
    }
}

TEST_F(Serve, TellsOfFixturesThatNobodyNeeds) {
    const Folder fixtures;
    const std::string file = fixtures.write("other.yaml", "contract: other\n");
    Running running(STANDIN_PROGRAM, with({"--fixtures", fixtures.file("")}));
    running.line();
    running.line();
    running.signal(SIGKILL);
    running.wait();
    const std::string errors = running.errors();
    EXPECT_EQ(errors.substr(errors.find(' ')),
              " warning " + file + ":1:11: no contract \"other\" is served; left out\n");
}

TEST_F(Serve, LaysOverlaysOverContracts) {
    const std::string file =
        folder_.write("o.yaml",
                      "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nextends: ./small.yaml\n"
                      "actions:\n- {target: $.info.title, update: Another}\n"
                      "- {target: $.other, remove: true}\n");
    Running running(STANDIN_PROGRAM, with({"--overlay", file}));
    running.line();
    EXPECT_THAT(running.line(), testing::EndsWith("/v1  Another"));
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    EXPECT_THAT(running.errors(),
                testing::MatchesRegex(".* info overlay " + file + " over " + contract_ +
                                      "\n.* warning " + file + ":6:12: selects nothing in " +
                                      contract_ + " \\(/actions/1/target\\)\n"));
}

TEST_F(Serve, FlagsDoWhatTheySay) {
    Running running(STANDIN_PROGRAM, with({"--max-body", "10", "--journal-size", "1", "--clock",
                                           "2030-01-02T03:04:05+01:00"}));
    const int port = port_in(running.line());
    EXPECT_EQ(ask(port, "POST /things", R"({"name":"abc"})").substr(0, 30),
              "HTTP/1.1 413 Content Too Large");
    ask(port, "GET /none");
    const std::string journal = ask(port, "GET /__admin/requests");
    EXPECT_THAT(journal, testing::HasSubstr(R"("loggedDateString":"2030-01-02T02:04:05.000Z")"));
    EXPECT_THAT(journal, testing::HasSubstr(R"("meta":{"total":1})"));
}

TEST_F(Serve, MountsContractsUnderPrefixes) {
    const std::string other = folder_.write("other.yaml", small_contract);
    Running running(STANDIN_PROGRAM, with({"--mount", "/other/=" + other}));
    const std::string first = running.line();
    const std::string url = first.substr(first.find("http"));
    EXPECT_EQ(running.line(), "  " + url + "/v1  A small API");
    EXPECT_EQ(running.line(), "  " + url + "/other/v1  A small API");
    const int port = port_in(first);
    for (const char* made : {"POST /things", "POST /other/things"}) {
        EXPECT_EQ(ask(port, made, "{}").substr(0, 20), "HTTP/1.1 201 Created") << made;
    }
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    EXPECT_THAT(running.errors(), testing::Not(testing::HasSubstr("warning")));
}

TEST_F(Serve, WarnsOfOperationsThatCannotBeToldApart) {
    const std::string twin = folder_.write("twin.yaml", small_contract);
    Running running(STANDIN_PROGRAM, with({twin, "--log-level", "warn"}));
    running.line();
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    EXPECT_THAT(
        running.errors(),
        testing::MatchesRegex(
            ".* warning POST /things of " + contract_ + ":7 and POST /things of " + twin +
            ":7 are served at the same path; the first one answers\n.* warning GET /things/.id. "
            "of " +
            contract_ + ":12 and GET /things/.id. of " + twin +
            ":12 are .*; the first one answers\n"
            ".* warning --mount /prefix=FILE serves a contract under a prefix of its own\n"));
}

TEST_F(Serve, LetsPagesOfOtherOriginsCallUnlessToldNotTo) {
    const std::string origin = "Origin: https://page.example\r\n";
    const std::string preflight = "OPTIONS /things HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
                                  origin + "Access-Control-Request-Method: POST\r\n\r\n";
    const std::string simple =
        "GET /things/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + origin + "\r\n";
    const auto told = [&](const std::vector<std::string>& flags, const std::string& request) {
        Running running(STANDIN_PROGRAM, with(flags));
        serve::Client client(port_in(running.line()));
        client.send(request);
        return client.receive_all();
    };
    EXPECT_EQ(told({}, preflight),
              "HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: https://page.example\r\n"
              "Access-Control-Allow-Credentials: true\r\nAccess-Control-Allow-Methods: POST\r\n"
              "Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers\r\n"
              "Connection: close\r\n\r\n");
    EXPECT_EQ(told({"--no-cors"}, preflight),
              "HTTP/1.1 204 No Content\r\nAllow: POST, OPTIONS\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(
        told({}, simple),
        testing::StartsWith("HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+json\r\n"
                            "Access-Control-Allow-Origin: https://page.example\r\n"
                            "Access-Control-Allow-Credentials: true\r\n"
                            "Access-Control-Expose-Headers: Content-Type\r\nVary: Origin\r\n"));
    EXPECT_THAT(told({"--no-cors"}, simple), testing::Not(testing::HasSubstr("Access-Control")));
}

// Installed anywhere, the program finds what ships with it.
TEST_F(Serve, IsInstalledWithItsContracts) {
    const Ended install =
        run("cmake", {"--install", STANDIN_BINARY_DIR, "--prefix", folder_.file("usr")});
    ASSERT_EQ(install.code, 0) << install.errors;
    Running running(folder_.file("usr/bin/standin"), {"serve", "--port", "0"});
    const std::string first = running.line();
    const std::string url = first.substr(first.find("http"));
    EXPECT_EQ(running.line(), "  " + url + "  Bifrost, providers and their keys");
    EXPECT_EQ(running.line(), "  " + url + "/client/v4  Cloudflare AI Gateway, provider configs");
    EXPECT_EQ(running.line(), "  " + url + "/client/v4  Cloudflare AI Search, tokens");
    EXPECT_EQ(running.line(), "  " + url + "  ngrok AI Gateway, access key configurations");
    const std::string answer = ask(port_in(first), "GET /api/providers");
    EXPECT_EQ(answer.substr(0, 15), "HTTP/1.1 200 OK");
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
}

TEST_F(Serve, ReadsQueriesInTheDialectThatItIsTold) {
    const std::string contract = folder_.write("list.yaml", R"(openapi: 3.1.0
paths:
  /things:
    get:
      parameters:
        - {name: ids, in: query, schema: {type: array, items: {type: integer}}}
        - {name: box, in: query, schema: {type: object, properties: {w: {type: integer}}}}
      responses: {"204": {description: done}}
)");
    const auto status_of = [&](std::vector<std::string> flags) {
        flags.insert(flags.begin(), {"serve", contract, "--port", "0"});
        Running running(STANDIN_PROGRAM, flags);
        return ask(port_in(running.line()), "GET /things?ids=1|2&box.w=x").substr(9, 3);
    };
    EXPECT_EQ(status_of({}), "400");  // "1|2" is no integer
    EXPECT_EQ(status_of({"--query-array-format", "pipe"}), "204");
    EXPECT_EQ(status_of({"--query-array-format", "pipe", "--query-object-format", "dots"}), "400");
}

}  // namespace

}  // namespace standin::cli
