// Whose world a request belongs to.
#include "mock/engine/addressee.h"

#include <gtest/gtest.h>

#include "mock/engine/sessions.h"

namespace standin::engine {

namespace {

struct Row {
    const char* name;
    const char* target;
    http::Headers headers;
    const char* session;  // or the mistake
    const char* left;     // the target afterwards
    const char* base;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Named : public testing::TestWithParam<Row> {};

TEST_P(Named, ByHeaderOrTarget) {
    const Row& row = GetParam();
    http::Request request{"GET", row.target, row.headers, ""};
    const Addressee addressee = addressee_of(request);
    EXPECT_EQ(addressee.session + addressee.mistake, row.session);
    EXPECT_EQ(request.target, row.left);
    EXPECT_EQ(request.base, row.base);
}

constexpr const char* wrong =
    "A session's name is 1 to 128 letters, digits, '-', '.', '_' and '~', not \"";
const std::string too_long(129, 'x');
const std::string too_long_mistake = wrong + too_long + "\"";
const std::string empty_mistake = std::string(wrong) + "\"";
const std::string space_mistake = std::string(wrong) + "a b\"";

const Row rows[] = {
    {"neither", "/things?a=1", {}, "default", "/things?a=1", ""},
    {"header", "/things", {{"x-standin-session", "one"}}, "one", "/things", ""},
    {"front", "/__session/one/things?a=/b", {}, "one", "/things?a=/b", "/__session/one"},
    {"front_alone", "/__session/one", {}, "one", "/", "/__session/one"},
    {"front_and_query", "/__session/one?a=1", {}, "one", "/?a=1", "/__session/one"},
    {"front_and_slash", "/__session/one/", {}, "one", "/", "/__session/one"},
    {"encoded", "/__session/%6Fne/a", {}, "one", "/a", "/__session/%6Fne"},
    {"both", "/__session/one/a", {{"X-Standin-Session", "one"}}, "one", "/a", "/__session/one"},
    {"both_and_differ",
     "/__session/one/a",
     {{"X-Standin-Session", "two"}},
     "X-Standin-Session names another session than the target does",
     "/a",
     "/__session/one"},
    {"the_same_twice",
     "/a",
     {{"X-Standin-Session", "one"}, {"x-standin-session", "one"}},
     "one",
     "/a",
     ""},
    {"two_headers_that_differ",
     "/a",
     {{"X-Standin-Session", "one"}, {"X-Standin-Session", "two"}},
     "X-Standin-Session stands twice, with different names",
     "/a",
     ""},
    {"like_a_front", "/__sessions/one/a", {}, "default", "/__sessions/one/a", ""},
    {"front_further_on", "/a/__session/one", {}, "default", "/a/__session/one", ""},
    {"no_name", "/__session//a", {}, empty_mistake.c_str(), "/a", "/__session/"},
    {"empty_header", "/a", {{"X-Standin-Session", ""}}, empty_mistake.c_str(), "/a", ""},
    {"space", "/__session/a%20b/c", {}, space_mistake.c_str(), "/c", "/__session/a%20b"},
    {"too_long", "/a", {{"X-Standin-Session", too_long}}, too_long_mistake.c_str(), "/a", ""},
};
INSTANTIATE_TEST_SUITE_P(Addressee, Named, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Addressee, APathWithoutItsFront) {
    EXPECT_EQ(without_session("/__session/one/__admin/health"), "/__admin/health");
    EXPECT_EQ(without_session("/__session/one"), "");
    EXPECT_EQ(without_session("/things"), "/things");
}

TEST(Addressee, ANameHas1To128PlainCharacters) {
    EXPECT_TRUE(is_name("a"));
    EXPECT_TRUE(is_name("A-z.0_9~"));
    EXPECT_TRUE(is_name(std::string(128, 'x')));
    EXPECT_FALSE(is_name(std::string(129, 'x')));
    EXPECT_FALSE(is_name(""));
    EXPECT_FALSE(is_name("a/b"));
    EXPECT_TRUE(is_name("..."));
    EXPECT_FALSE(is_name("."));
    EXPECT_FALSE(is_name(".."));
    EXPECT_FALSE(is_name("ä"));
}

}  // namespace

}  // namespace standin::engine
