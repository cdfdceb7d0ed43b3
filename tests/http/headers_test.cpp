// Header fields: names without case, values as they are, order kept.
#include "mock/http/headers.h"

#include <gtest/gtest.h>

namespace standin::http {

namespace {

TEST(SameName, IgnoresTheCaseOfAsciiLettersAlone) {
    EXPECT_TRUE(same_name("Content-Type", "cONTENT-tYPE"));
    EXPECT_TRUE(same_name("", ""));
    EXPECT_FALSE(same_name("Content-Type", "Content-Typ"));
    EXPECT_FALSE(same_name("a", "b"));
    EXPECT_FALSE(same_name("\xc3\xa9", "\xc3\x89"));  // é and É
    EXPECT_FALSE(same_name("@", "`"));  // they differ in the bit that tells the case of letters
    EXPECT_FALSE(same_name("[", "{"));
}

TEST(Headers, FindTheFirstOfAName) {
    const Headers headers = {{"A", "1"}, {"B", "2"}, {"a", "3"}};
    ASSERT_TRUE(headers.find("a"));
    EXPECT_EQ(*headers.find("a"), "1");
    EXPECT_EQ(headers.find("C"), nullptr);
    EXPECT_EQ(headers.find(""), nullptr);
}

TEST(Headers, AddKeepsWhatIsThere) {
    Headers headers;
    EXPECT_EQ(headers.size(), 0U);
    headers.add("Set-Cookie", "a");
    headers.add("X", "");
    headers.add("set-cookie", "b");
    EXPECT_EQ(headers, (Headers{{"Set-Cookie", "a"}, {"X", ""}, {"set-cookie", "b"}}));
    EXPECT_EQ(headers.size(), 3U);
}

TEST(Headers, SetReplacesEveryFieldOfTheName) {
    Headers headers = {{"A", "1"}, {"B", "2"}, {"a", "3"}};
    headers.set("a", "4");
    EXPECT_EQ(headers, (Headers{{"B", "2"}, {"a", "4"}}));
    headers.set("C", "5");
    EXPECT_EQ(headers, (Headers{{"B", "2"}, {"a", "4"}, {"C", "5"}}));
}

TEST(Headers, AreEqualByCaseAndOrder) {
    EXPECT_FALSE((Headers{{"A", "1"}}) == (Headers{{"a", "1"}}));
    EXPECT_FALSE((Headers{{"A", "1"}, {"B", "2"}}) == (Headers{{"B", "2"}, {"A", "1"}}));
}

}  // namespace

}  // namespace standin::http
