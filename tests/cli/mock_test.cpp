// `standin mock` as scripts that started Prism run it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace standin::cli {

namespace {

class Mock : public testing::Test {
  protected:
    Folder folder_;
    const std::string file_ = folder_.write(
        "api.yaml",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      "
        "responses:\n"
        "        '200':\n          description: d\n          content:\n            "
        "application/json:\n"
        "              schema: {type: integer, minimum: 3}\n              example: 7\n");
};

TEST_F(Mock, SaysThatPrismIsListening) {
    Running running(STANDIN_PROGRAM, {"mock", file_, "-p", "0", "-h", "127.0.0.1", "-v", "silent"});
    const std::string first = running.line();
    EXPECT_THAT(first, testing::StartsWith("[CLI] ℹ  info      GET        http://127.0.0.1:"));
    const std::string ready = running.line();
    EXPECT_THAT(ready, testing::StartsWith("[CLI] ▶  start     Prism is listening on http://127"));
    EXPECT_EQ(ask(port_in(ready), "GET /a"),
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
              "Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: *\r\n"
              "Access-Control-Allow-Credentials: true\r\nAccess-Control-Expose-Headers: *\r\n"
              "Content-Length: 1\r\nConnection: close\r\n\r\n7");
    running.signal(SIGTERM);
    EXPECT_EQ(running.wait(), 0);
    EXPECT_EQ(running.errors(), "");
}

TEST_F(Mock, IgnoresExamplesAndCorsWhereItIsTold) {
    Running running(STANDIN_PROGRAM, {"mock", "--ignoreExamples", "--cors=false", "-m", "-p", "0",
                                      "--verboseLevel", "fatal", file_});
    running.line();
    EXPECT_EQ(ask(port_in(running.line()), "GET /a"),
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
              "Content-Length: 1\r\nConnection: close\r\n\r\n3");
}

TEST_F(Mock, RefusesWrongFlags) {
    const auto line = [](const std::vector<std::string>& arguments) {
        const Ended ended = standin(arguments);
        EXPECT_EQ(ended.code, 2);
        return ended.errors;
    };
    EXPECT_EQ(line({"mock"}), "standin: mock takes one document; see standin mock --help\n");
    EXPECT_EQ(line({"mock", file_, file_}),
              "standin: mock takes one document; see standin mock --help\n");
    EXPECT_EQ(line({"mock", file_, "--errors=perhaps"}),
              "standin: --errors takes true or false, not \"perhaps\"\n");
    EXPECT_EQ(line({"mock", file_, "--port", "x"}),
              "standin: --port takes a whole number from 0 to 65535, not \"x\"\n");
    EXPECT_EQ(line({"mock", file_, "--none"}),
              "standin: unrecognised option '--none'; see standin mock --help\n");
}

}  // namespace

}  // namespace standin::cli
