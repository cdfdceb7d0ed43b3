// Contracts that are loaded anew while the program runs: files that change, and SIGHUP.
#include <atomic>
#include <csignal>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>

#include "tests/cli/log.h"
#include "tests/cli/program.h"

namespace standin::cli {

namespace {

using testing::HasSubstr;

std::string replaced(std::string text, const std::string& part, const std::string& by) {
    const size_t at = text.find(part);
    EXPECT_NE(at, text.npos) << part;
    return text.replace(at, part.size(), by);
}

class Reload : public testing::Test {
  protected:
    Reload() { std::signal(SIGHUP, SIG_DFL); }  // whoever runs the tests may ignore it

    void start(const std::vector<std::string>& flags = {}) {
        std::vector<std::string> arguments = {"serve", contract_, "--port", "0"};
        arguments.insert(arguments.end(), flags.begin(), flags.end());
        running_ = std::make_unique<Running>(STANDIN_PROGRAM, arguments);
        port_ = port_in(running_->line());
    }
    std::string log() const { return told(running_->errors()); }
    bool has_logged(const std::string& text, size_t times = 1) const {
        return comes_true([&] { return count_of(log(), text) >= times; });
    }
    std::string status(const std::string& line, const std::string& body = "") const {
        return ask(port_, line, body).substr(9, 3);
    }
    // Whether the program has asked the system to tell it of files.
    bool watches() const {
        const std::string folder = "/proc/" + std::to_string(running_->process()) + "/fd";
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            std::error_code error;
            if (std::filesystem::read_symlink(entry, error) == "anon_inode:inotify") return true;
        }
        return false;
    }

    Folder folder_;
    const std::string contract_ = folder_.write("small.yaml", small_contract);
    const std::string with_items_ =
        replaced(replaced(small_contract, "/things:", "/items:"), "/things/", "/items/");
    const std::string kept_ = "error kept the contracts as they were\n";
    std::unique_ptr<Running> running_;
    int port_ = 0;
};

TEST_F(Reload, AnswersByTheFileAsItIs) {
    start();
    EXPECT_EQ(status("POST /things", "{}"), "201");
    EXPECT_EQ(status("POST /items", "{}"), "404");
    folder_.write("small.yaml", with_items_);
    EXPECT_TRUE(comes_true([&] { return status("POST /items", "{}") == "201"; }));
    EXPECT_EQ(status("POST /things", "{}"), "404");
    EXPECT_TRUE(has_logged("reloaded"));
    EXPECT_EQ(log(),
              "warning dropped 1 resource of small/things: there is no such kind any more\n"
              "info reloaded " +
                  contract_ +
                  ": 2 operations, 1 kind of resources; 0 resources kept in 1 session\n");
}

TEST_F(Reload, KeepsState) {
    start();
    ask(port_, "POST /things", R"({"name":"a"})");
    ask(port_, "POST /__session/one/things", "{}");
    const std::string state = ask(port_, "GET /__admin/state");
    EXPECT_THAT(state, HasSubstr(R"("items":[{"name":"a",)"));
    folder_.write("small.yaml", replaced(small_contract, "A small API", "Another"));
    EXPECT_TRUE(has_logged("reloaded"));
    EXPECT_EQ(log(), "info reloaded " + contract_ +
                         ": 2 operations, 1 kind of resources; 2 resources kept in 2 sessions\n");
    EXPECT_EQ(ask(port_, "GET /__admin/state"), state);
    EXPECT_THAT(ask(port_, "GET /__admin/requests"), HasSubstr(R"("meta":{"total":1})"));
}

TEST_F(Reload, AMistakeChangesNothing) {
    start();
    folder_.write("small.yaml", replaced(small_contract, "object", "objekt"));
    EXPECT_TRUE(has_logged(kept_));
    EXPECT_EQ(log(), "error " + contract_ +
                         ":9:47: \"type\" must be one of array, boolean, integer, number, object, "
                         "string, null, not \"objekt\" (/paths/~1things/post/requestBody/content/"
                         "application~1json/schema/type)\n" +
                         kept_);
    EXPECT_EQ(status("POST /things", "{}"), "201");
    folder_.write("small.yaml", with_items_);
    EXPECT_TRUE(has_logged("reloaded"));
    EXPECT_EQ(status("POST /items", "{}"), "201");
}

TEST_F(Reload, AFileThatIsReplaced) {
    start();
    std::filesystem::rename(folder_.write("small.yaml~", with_items_), contract_);
    EXPECT_TRUE(has_logged("reloaded"));
    EXPECT_EQ(status("POST /items", "{}"), "201");
}

// As a volume of a cluster's configuration is: a link to a link that is exchanged.
TEST_F(Reload, AFileBehindLinks) {
    namespace fs = std::filesystem;
    fs::create_directories(folder_.file("one"));
    fs::create_directories(folder_.file("two"));
    folder_.write("one/small.yaml", small_contract);
    folder_.write("two/small.yaml", with_items_);
    fs::create_directory_symlink("one", folder_.file("data"));
    fs::remove(contract_);
    fs::create_symlink("data/small.yaml", contract_);
    start();
    fs::create_directory_symlink("two", folder_.file("data~"));
    fs::rename(folder_.file("data~"), folder_.file("data"));
    EXPECT_TRUE(has_logged("reloaded"));
    EXPECT_EQ(status("POST /items", "{}"), "201");
    folder_.write("two/small.yaml", small_contract);
    EXPECT_TRUE(has_logged("reloaded", 2));
    EXPECT_EQ(status("POST /things", "{}"), "201");
}

TEST_F(Reload, AFileThatIsGoneForAWhile) {
    start();
    std::filesystem::remove(contract_);
    EXPECT_TRUE(has_logged(kept_));
    EXPECT_EQ(log(),
              "error " + contract_ + ": cannot be read: No such file or directory\n" + kept_);
    EXPECT_EQ(status("POST /things", "{}"), "201");
    folder_.write("small.yaml", with_items_);
    EXPECT_TRUE(has_logged("reloaded"));
    EXPECT_EQ(status("POST /items", "{}"), "201");
}

// Also where it was not there, nor its folder.
TEST_F(Reload, AFileThatAReferenceLeadsTo) {
    const std::string split =
        replaced(small_contract, "{type: object, properties: {name: {type: string}}}",
                 "{$ref: 'parts/thing.yaml'}");
    start();
    folder_.write("small.yaml", split);
    EXPECT_TRUE(has_logged(kept_));
    std::filesystem::create_directory(folder_.file("parts"));
    folder_.write("parts/thing.yaml", "{type: object, required: [name]}");
    EXPECT_TRUE(has_logged("reloaded"));
    EXPECT_EQ(status("POST /things", "{}"), "400");
    folder_.write("parts/thing.yaml", "{type: object}");
    EXPECT_TRUE(has_logged("reloaded", 2));
    EXPECT_EQ(status("POST /things", "{}"), "201");
}

TEST_F(Reload, OverlaysFixturesAndPlans) {
    const Folder other;
    std::filesystem::create_directory(other.file("fixtures"));
    const std::string overlay =
        other.write("o.yaml",
                    "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n"
                    "- {target: $.info.title, update: Another}\n");
    const std::string plan = other.write(
        "p.yaml", "name: p\nrules: [{name: r, match: {method: PUT}, answer: {status: 503}}]\n");
    start({"--overlay", overlay, "--faults", plan, "--fixtures", other.file("fixtures")});
    other.write("p.yaml", "name: p\nrules: [{name: r, answer: {status: 503}}]\n");
    EXPECT_TRUE(has_logged("reloaded"));
    EXPECT_EQ(status("GET /things/7"), "503");
    other.write("o.yaml",
                "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n"
                "- {target: $.none, remove: true}\n");
    EXPECT_TRUE(has_logged(kept_));
    other.write("o.yaml",
                "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n"
                "- {target: $.info, update: {title: One}}\n");
    EXPECT_TRUE(has_logged("reloaded", 2));
    other.write("fixtures/f.yaml",
                "contract: small\nresources: {things: [{items: [{id: '7'}]}]}\n");
    EXPECT_TRUE(has_logged("reloaded", 3));
    other.write("p.yaml", "name: p\nrules: [{name: r, match: {method: PUT}, delay: 1}]\n");
    EXPECT_TRUE(has_logged("reloaded", 4));
    EXPECT_EQ(status("GET /things/7"), "404");  // sessions go on as they were
    ask(port_, "POST /__admin/reset");
    EXPECT_EQ(status("GET /things/7"), "200");
}

TEST_F(Reload, WithoutWatchingOnlyWhenAsked) {
    start({"--no-watch"});
    EXPECT_FALSE(watches());
    folder_.write("small.yaml", with_items_);
    EXPECT_EQ(status("POST /things", "{}"), "201");
    running_->signal(SIGHUP);
    EXPECT_TRUE(has_logged("reloaded"));
    EXPECT_EQ(status("POST /items", "{}"), "201");
    folder_.write("small.yaml", small_contract);
    running_->signal(SIGHUP);
    EXPECT_TRUE(has_logged("reloaded", 2));
}

TEST_F(Reload, WhenAskedThoughNothingHasChanged) {
    start();
    EXPECT_TRUE(watches());
    running_->signal(SIGHUP);
    EXPECT_TRUE(has_logged("reloaded"));
    running_->signal(SIGTERM);
    EXPECT_EQ(running_->wait(), 0);
}

TEST_F(Reload, OfContractsThatShipOnlyWhenAsked) {
    running_ = std::make_unique<Running>(STANDIN_PROGRAM,
                                         std::vector<std::string>{"serve", "--port", "0"});
    running_->line();
    running_->line();
    EXPECT_FALSE(watches());
    running_->signal(SIGHUP);
    EXPECT_TRUE(has_logged("kept in 1 session\n"));
}

// Whoever closes a terminal means what runs in it to end.
TEST_F(Reload, NotAskedByATerminalThatIsGone) {
    int terminal = -1;
    const pid_t child = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        ::execl(STANDIN_PROGRAM, "standin", "serve", contract_.c_str(), "--port", "0", nullptr);
        ::_exit(127);
    }
    if (child < 0) GTEST_SKIP() << "skipped: no pseudo-terminal";
    std::string out;
    char bytes[1000];
    while (out.find("seed 0") == out.npos) {
        const ssize_t size = ::read(terminal, bytes, sizeof bytes);
        ASSERT_GT(size, 0) << out;
        out.append(bytes, static_cast<size_t>(size));
    }
    ::close(terminal);
    int status = -1;
    EXPECT_TRUE(comes_true([&] { return ::waitpid(child, &status, WNOHANG) == child; }));
    EXPECT_EQ(status, 0);
    if (status != 0) ::kill(child, SIGKILL);
}

// As nohup has it.
TEST_F(Reload, NotAskedByASignalThatIsIgnored) {
    running_ = std::make_unique<Running>(
        "sh", std::vector<std::string>{"-c", R"(trap "" HUP; exec "$0" "$@")", STANDIN_PROGRAM,
                                       "serve", contract_, "--port", "0"});
    port_ = port_in(running_->line());
    running_->signal(SIGHUP);
    EXPECT_EQ(status("POST /things", "{}"), "201");
    running_->signal(SIGTERM);
    EXPECT_EQ(running_->wait(), 0);
    EXPECT_EQ(log(), "");
}

// Nothing that a client was told of gets lost, and no request fails.
TEST_F(Reload, WhileRequestsComeIn) {
    const std::string list = R"(  /things:
    get:
      operationId: listThings
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array}}}}
)";
    const std::string contract = replaced(small_contract, "  /things:\n", list);
    folder_.write("small.yaml", contract);
    start();
    std::atomic<bool> over{false};
    std::vector<std::thread> clients;
    std::vector<size_t> made(2);
    for (size_t& count : made) {
        clients.emplace_back([&] {
            while (!over && status("POST /things", "{}") == "201") ++count;
        });
    }
    for (size_t round = 1; round <= 5; ++round) {
        folder_.write("small.yaml", contract + std::string(round, '\n'));
        EXPECT_TRUE(has_logged("reloaded", round));
    }
    over = true;
    for (std::thread& client : clients) client.join();
    const std::string answer = ask(port_, "GET /things");
    EXPECT_EQ(count_of(answer, "\"id\":"), made[0] + made[1]);
    EXPECT_GT(made[0] + made[1], 0u);
}

}  // namespace

}  // namespace standin::cli
