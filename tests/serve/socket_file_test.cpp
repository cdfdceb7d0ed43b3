// A Unix socket to listen at, and its file.
#include <filesystem>
#include <memory>

#include <gtest/gtest.h>
#include <sys/un.h>

#include "tests/cli/folder.h"
#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

const std::string get = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
const std::string get_answer = echoed("GET / ");

class SocketFileTest : public testing::Test {
  protected:
    std::string complaint_of(const std::string& path) {
        Server server(echo_, {.port = std::nullopt, .socket = path});
        try {
            return "listens on " + std::to_string(server.listen());
        } catch (const std::runtime_error& error) {
            return error.what();
        }
    }
    bool is_there() const { return std::filesystem::exists(path_); }
    std::string ask() const {
        return Client(std::filesystem::path(path_)).exchange(get, get_answer.size());
    }

    Echo echo_;
    const cli::Folder folder_;
    const std::string path_ = folder_.file("mock.sock");
};

TEST_F(SocketFileTest, IsListenedAtAloneAndGoesWithTheServer) {
    {
        RunningServer server(echo_, {.port = std::nullopt, .socket = path_});
        EXPECT_EQ(server.port(), 0);
        EXPECT_EQ(ask(), get_answer);
    }
    EXPECT_FALSE(is_there());
}

TEST_F(SocketFileTest, IsListenedAtBesideAPort) {
    RunningServer server(echo_, {.socket = path_});
    EXPECT_EQ(ask(), get_answer);
    EXPECT_EQ(Client(server.port()).exchange(get, get_answer.size()), get_answer);
}

TEST_F(SocketFileTest, IsReplacedWhereNobodyListens) {
    const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    path_.copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(dead, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ::close(dead);
    ASSERT_TRUE(is_there());
    RunningServer server(echo_, {.port = std::nullopt, .socket = path_});
    EXPECT_EQ(ask(), get_answer);
}

TEST_F(SocketFileTest, IsLeftToWhoListensThere) {
    RunningServer server(echo_, {.port = std::nullopt, .socket = path_});
    EXPECT_EQ(complaint_of(path_), "cannot listen on unix:" + path_ + ": Address already in use");
    EXPECT_EQ(ask(), get_answer);
}

TEST_F(SocketFileTest, IsLeftToWhoTookItsPlace) {
    auto first =
        std::make_unique<RunningServer>(echo_, Options{.port = std::nullopt, .socket = path_});
    std::filesystem::remove(path_);
    RunningServer second(echo_, {.port = std::nullopt, .socket = path_});
    first.reset();
    EXPECT_EQ(ask(), get_answer);
}

TEST_F(SocketFileTest, IsNotWrittenOverOtherFiles) {
    folder_.write("mock.sock", "precious");
    EXPECT_EQ(complaint_of(path_),
              "cannot listen on unix:" + path_ + ": what is there is no socket");
    EXPECT_EQ(cli::text_of(path_), "precious");
}

TEST_F(SocketFileTest, IsRefusedWhereItCannotBe) {
    EXPECT_EQ(complaint_of("/none/mock.sock"),
              "cannot listen on unix:/none/mock.sock: No such file or directory");
    const std::string longer(108, 'a');
    EXPECT_EQ(complaint_of(longer),
              "cannot listen on unix:" + longer + ": the path is longer than 107 bytes");
}

TEST_F(SocketFileTest, IsNotMadeWhereThePortIsTaken) {
    RunningServer first(echo_, {});
    Server second(echo_, {.port = first.port(), .socket = path_});
    EXPECT_THROW(second.listen(), std::runtime_error);
    EXPECT_FALSE(is_there());
}

}  // namespace
}  // namespace standin::serve
