// What is loaded when it is first needed: where it is looked for, and what is said where it is not
// there.
#include "mock/serve/module.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "mock/http/base64.h"
#include "mock/serve/client.h"

namespace standin::serve {
namespace {

std::string why_not_loaded(const std::string& name, const char* symbol) {
    try {
        symbol_of(name, symbol);
    } catch (const ModuleError& error) {
        return error.what();
    }
    return "loaded";
}

std::string folder() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
}

TEST(Module, GivesASymbolOnce) {
    EXPECT_NE(symbol_of("client", "standin_call"), nullptr);
    EXPECT_EQ(symbol_of("client", "standin_call"), symbol_of("client", "standin_call"));
}

TEST(Module, TellsWhereItIsMissing) {
    const std::string why = why_not_loaded("nothing", "any");
    EXPECT_EQ(why.substr(0, why.find(" nor in ")),
              "cannot load standin-nothing.so: it lies neither in " + folder());
    EXPECT_TRUE(why.ends_with("/standin")) << why;
}

TEST(Module, TellsWhatIsWrongWithIt) {
    EXPECT_EQ(why_not_loaded("client", "no_such_symbol"),
              "cannot load standin-client.so: " + folder() +
                  "/standin-client.so: undefined symbol: no_such_symbol");
}

// Whether a file names a library that is loaded with it.
bool names(const std::string& file, const char* library) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    EXPECT_FALSE(bytes.empty()) << file;
    return bytes.find(library) != bytes.npos;
}

// Otherwise every start would pay for it.
TEST(Module, AloneHasTheLibrariesOfTheClient) {
    const std::string module = STANDIN_BINARY_DIR "/standin-client.so";
    for (const char* library : {"libcpp-httplib.so", "libcrypto.so"}) {
        EXPECT_TRUE(names(module, library)) << library;
        EXPECT_FALSE(names(STANDIN_PROGRAM, library)) << library;
    }
}

struct Row {
    const char* url;
    const char* origin;
    const char* target;
};

TEST(Client, TakesUrlsApart) {
    const Row rows[] = {
        {"http://a", "http://a", "/"},
        {"http://a:1?b=/c", "http://a:1", "/?b=/c"},
        {"https://[::1]:2/a?b#c?d", "https://[::1]:2", "/a?b"},
        {"http://a#b", "http://a", "/"},
        {"http://a/b,c%20d:e", "http://a", "/b,c%20d:e"},
        {"http://a/b c\r\n\xC3\xA4", "http://a", "/b%20c%0D%0A%C3%A4"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(origin_and_target(row.url),
                  (std::pair<std::string, std::string>(row.origin, row.target)))
            << row.url;
    }
}

// RFC 4231, section 4.3.
TEST(Client, SignsWithHmacSha256) {
    EXPECT_EQ(sign("Jefe", "what do ya want for nothing?"),
              "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
}

// The vector by which libraries of Standard Webhooks test themselves.
TEST(Client, SignsAsThoseExpectWhoVerify) {
    const auto key = http::decode_base64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    EXPECT_EQ(sign(*key, R"(msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314})"),
              "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

}  // namespace
}  // namespace standin::serve
