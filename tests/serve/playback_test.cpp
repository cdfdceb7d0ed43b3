// What of a script is due when, by a clock of the test's own.
#include "mock/serve/playback.h"

#include <gtest/gtest.h>

namespace standin::serve {
namespace {

using std::string;
using namespace std::chrono_literals;

const Moment begin = Moment(1h);

// Plays a script to its end: each step at the moment it is due, and `late` after it.
string played(Script script, std::chrono::milliseconds late = 0ms) {
    Playback playback(std::move(script), begin);
    string text;
    const auto at = [&] {
        return std::to_string((playback.due() - begin) / std::chrono::milliseconds(1)) + ":";
    };
    while (!playback.at_end()) {
        text += at();
        text += string(playback.next(playback.due() + late)) + ' ';
    }
    return text + at() + "end";
}

TEST(Playback, OfAnEmptyScriptIsAtItsEnd) {
    const Playback playback({.pause = 7ms, .end = End::hang}, begin);
    EXPECT_TRUE(playback.at_end());
    EXPECT_EQ(playback.due(), begin + 7ms);
    EXPECT_EQ(playback.end(), End::hang);
}

TEST(Playback, CountsEveryPauseFromTheOneBefore) {
    EXPECT_EQ(played({.bytes = "abcdef", .steps = {{10ms, 1}, {0ms, 2}, {30ms, 3}}, .pause = 5ms}),
              "10:a 10:bc 40:def 45:end");
}

TEST(Playback, RepeatsSteps) {
    EXPECT_EQ(played({.bytes = "abcdefg", .steps = {{10ms, 2, 3}, {5ms, 1, 1}}}),
              "10:ab 20:cd 30:ef 35:g 35:end");
}

TEST(Playback, DoesNotAddUpSmallDelays) {
    EXPECT_EQ(played({.bytes = "abc", .steps = {{10ms, 1, 3}}}, 3ms), "10:a 20:b 30:c 30:end");
}

TEST(Playback, DoesNotMakeUpForAnInterruption) {
    Playback playback({.bytes = "abc", .steps = {{10ms, 1, 3}}}, begin);
    EXPECT_EQ(playback.next(begin + 10ms), "a");
    EXPECT_EQ(playback.due(), begin + 20ms);
    EXPECT_EQ(playback.next(begin + 2s), "b");
    EXPECT_EQ(playback.due(), begin + 2s + 10ms);
    EXPECT_EQ(playback.next(begin + 2s + 10ms), "c");
    EXPECT_TRUE(playback.at_end());
}

}  // namespace
}  // namespace standin::serve
