// Instants: RFC 3339 in and out.
#include "mock/core/clock.h"

#include <gtest/gtest.h>

namespace standin {

namespace {

struct Row {
    const char* name;
    const char* text;
    std::optional<Instant> instant;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Parse : public testing::TestWithParam<Row> {};

TEST_P(Parse, ToAnInstantOrNothing) {
    EXPECT_EQ(parse_instant(GetParam().text), GetParam().instant);
}

const Row rows[] = {
    {"epoch", "1970-01-01T00:00:00Z", 0},
    {"default_of_the_clock", "2025-01-01T00:00:00Z", Clock::default_instant},
    {"lower_case", "2025-01-01t00:00:00z", Clock::default_instant},
    {"space_between", "2025-01-01 00:00:00Z", Clock::default_instant},
    {"milliseconds", "1970-01-01T00:00:01.234Z", 1234},
    {"one_digit", "1970-01-01T00:00:00.5Z", 500},
    {"beyond_milliseconds", "1970-01-01T00:00:00.0019999Z", 1},
    {"before_the_epoch", "1969-12-31T23:59:59.999Z", -1},
    {"year_0", "0000-01-01T00:00:00Z", -62'167'219'200'000},
    {"year_9999", "9999-12-31T23:59:59Z", 253'402'300'799'000},
    {"east", "1970-01-01T01:30:00+01:30", 0},
    {"west", "1969-12-31T16:00:00-08:00", 0},
    {"unknown_offset", "1970-01-01T00:00:00-00:00", 0},
    {"largest_offset", "1970-01-01T23:59:00+23:59", 0},
    {"leap_day", "2024-02-29T00:00:00Z", 1'709'164'800'000},
    {"leap_day_of_a_century", "2000-02-29T00:00:00Z", 951'782'400'000},
    {"leap_second", "2016-12-31T23:59:60Z", 1'483'228'800'000},
    {"leap_second_with_fraction", "2016-12-31T23:59:60.5Z", 1'483'228'800'500},
    {"leap_second_elsewhere", "2016-12-31T15:59:60-08:00", 1'483'228'800'000},
    {"second_60_at_noon", "2016-12-31T12:00:60Z", {}},
    {"second_60_at_midnight_elsewhere", "2016-12-31T23:59:60-08:00", {}},
    {"second_61", "2016-12-31T23:59:61Z", {}},
    {"no_leap_day", "2023-02-29T00:00:00Z", {}},
    {"no_leap_day_of_a_century", "1900-02-29T00:00:00Z", {}},
    {"day_31_of_april", "2025-04-31T00:00:00Z", {}},
    {"day_0", "2025-01-00T00:00:00Z", {}},
    {"month_0", "2025-00-01T00:00:00Z", {}},
    {"month_13", "2025-13-01T00:00:00Z", {}},
    {"hour_24", "2025-01-01T24:00:00Z", {}},
    {"minute_60", "2025-01-01T00:60:00Z", {}},
    {"offset_hour_24", "2025-01-01T00:00:00+24:00", {}},
    {"offset_minute_60", "2025-01-01T00:00:00+00:60", {}},
    {"offset_without_colon", "2025-01-01T00:00:00+0100", {}},
    {"no_offset", "2025-01-01T00:00:00", {}},
    {"no_seconds", "2025-01-01T00:00Z", {}},
    {"no_fraction_after_the_point", "2025-01-01T00:00:00.Z", {}},
    {"comma", "2025-01-01T00:00:00,5Z", {}},
    {"date_alone", "2025-01-01", {}},
    {"one_digit_month", "2025-1-01T00:00:00Z", {}},
    {"five_digit_year", "12025-01-01T00:00:00Z", {}},
    {"signed_year", "-025-01-01T00:00:00Z", {}},
    {"trailing_text", "2025-01-01T00:00:00Zz", {}},
    {"leading_space", " 2025-01-01T00:00:00Z", {}},
    {"empty", "", {}},
};
INSTANTIATE_TEST_SUITE_P(Clock, Parse, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

struct FormatRow {
    const char* name;
    Instant instant;
    const char* seconds;
    const char* milliseconds;
};

void PrintTo(const FormatRow& row, std::ostream* out) {
    *out << row.name;
}

class Format : public testing::TestWithParam<FormatRow> {};

TEST_P(Format, InBothPrecisions) {
    const FormatRow& row = GetParam();
    EXPECT_EQ(format_instant(row.instant, Precision::seconds), row.seconds);
    EXPECT_EQ(format_instant(row.instant, Precision::milliseconds), row.milliseconds);
    EXPECT_EQ(parse_instant(row.milliseconds), row.instant);
}

const FormatRow format_rows[] = {
    {"epoch", 0, "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"},
    {"millisecond", 1, "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.001Z"},
    {"before_the_epoch", -1, "1969-12-31T23:59:59Z", "1969-12-31T23:59:59.999Z"},
    {"leap_day", 1'709'251'199'990, "2024-02-29T23:59:59Z", "2024-02-29T23:59:59.990Z"},
    {"year_0", -62'167'219'200'000, "0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"},
    {"year_9999", 253'402'300'799'999, "9999-12-31T23:59:59Z", "9999-12-31T23:59:59.999Z"},
};
INSTANTIATE_TEST_SUITE_P(Clock, Format, testing::ValuesIn(format_rows),
                         [](const auto& row) { return row.param.name; });

TEST(Clock, StandsStillUnlessToldToBeReal) {
    EXPECT_EQ(Clock::fixed().now(), Clock::default_instant);
    EXPECT_EQ(Clock::fixed(42).now(), 42);
    EXPECT_GT(Clock::real().now(), Clock::default_instant);
}

TEST(Clock, IsPutForwardAndBack) {
    Clock clock = Clock::fixed(1000);
    clock.advance(Clock::Duration(500));
    EXPECT_EQ(clock.now(), 1500);
    clock.advance(Clock::Duration(-1000));
    EXPECT_EQ(clock.now(), 500);
    clock.set(7);
    EXPECT_EQ(clock.now(), 7);
}

TEST(Clock, GoesOnFromWhereItWasSetWhenReal) {
    Clock clock = Clock::real();
    clock.set(0);
    EXPECT_GE(clock.now(), 0);
    EXPECT_LT(clock.now(), 3'600'000);
}

TEST(Clock, TicksWheneverAnInstantIsTaken) {
    Clock clock = Clock::fixed(1000);
    EXPECT_EQ(clock.take(), 1000);
    EXPECT_EQ(clock.take(), 1000);
    clock.set_tick(Clock::Duration(250));
    EXPECT_EQ(clock.take(), 1000);
    EXPECT_EQ(clock.take(), 1250);
    EXPECT_EQ(clock.now(), 1500);
}

TEST(Clock, StaysWithinTheYearsThatItCanTell) {
    Clock clock = Clock::fixed(Clock::last_instant - 1);
    clock.set_tick(Clock::Duration(366 * 86'400'000LL));
    EXPECT_EQ(clock.take(), Clock::last_instant - 1);
    EXPECT_EQ(clock.take(), Clock::last_instant);
    EXPECT_EQ(format_instant(clock.now(), Precision::milliseconds), "9999-12-31T23:59:59.999Z");
    clock.set(Clock::default_instant);
    EXPECT_EQ(clock.now(), Clock::default_instant);
    clock.advance(Clock::Duration(2 * Clock::first_instant));
    EXPECT_EQ(format_instant(clock.now(), Precision::milliseconds), "0000-01-01T00:00:00.000Z");
    Clock real = Clock::real();
    real.set(Clock::last_instant);
    real.advance(Clock::Duration(1'000'000));
    EXPECT_EQ(real.now(), Clock::last_instant);
}

TEST(HttpDate, IsAnImfFixdate) {
    EXPECT_EQ(format_http_date(Clock::default_instant), "Wed, 01 Jan 2025 00:00:00 GMT");
    EXPECT_EQ(format_http_date(784'111'777'999), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(format_http_date(-1), "Wed, 31 Dec 1969 23:59:59 GMT");
}

struct DurationRow {
    const char* name;
    const char* text;
    std::optional<int64_t> milliseconds;
};

void PrintTo(const DurationRow& row, std::ostream* out) {
    *out << row.name;
}

class Duration : public testing::TestWithParam<DurationRow> {};

TEST_P(Duration, IsReadOrNot) {
    const auto read = parse_duration(GetParam().text);
    EXPECT_EQ(read ? std::optional<int64_t>(read->count()) : std::nullopt, GetParam().milliseconds);
}

const DurationRow duration_rows[] = {
    {"bare", "200", 200},
    {"milliseconds", "200ms", 200},
    {"seconds", "2s", 2000},
    {"minutes", "3m", 180'000},
    {"hours", "1h", 3'600'000},
    {"zero", "0", 0},
    {"a_year", "8784h", 31'622'400'000},
    {"more_than_a_year", "8785h", std::nullopt},
    {"overflow", "18446744073709551615h", std::nullopt},
    {"too_large_a_number", "99999999999999999999", std::nullopt},
    {"empty", "", std::nullopt},
    {"unit_alone", "ms", std::nullopt},
    {"unknown_unit", "2d", std::nullopt},
    {"negative", "-1s", std::nullopt},
    {"fraction", "1.5s", std::nullopt},
    {"space", "2 s", std::nullopt},
    {"rest", "2s3", std::nullopt},
};
INSTANTIATE_TEST_SUITE_P(Clock, Duration, testing::ValuesIn(duration_rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin
