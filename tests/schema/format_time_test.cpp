// The formats of times: RFC 3339.
#include "tests/schema/format_row.h"

namespace standin::schema {

namespace {

class TimeFormat : public testing::TestWithParam<FormatRow> {};

TEST_P(TimeFormat, GivesTheVerdict) {
    expect_verdict(GetParam());
}

const FormatRow rows[] = {
    {"date-time", "leap_second_at_end_of_june", R"("2015-06-30T23:59:60Z")", true},
    {"date-time", "leap_second_at_end_of_february", R"("2024-02-29T23:59:60Z")", true},
    {"date-time", "leap_second_within_month", R"("2024-02-28T23:59:60Z")", false},
    {"date-time", "leap_second_at_end_of_month_only_here", R"("2015-06-30T23:59:60-08:00")", false},
    {"date-time", "leap_second_west_of_utc", R"("2015-06-30T15:59:60.5-08:00")", true},
    {"date-time", "leap_second_east_of_utc", R"("2015-07-01t08:59:60+09:00")", true},
    {"date-time", "leap_second_east_of_utc_within_month", R"("2015-07-02T08:59:60+09:00")", false},
    {"date-time", "leap_second_on_the_day_before_here", R"("2015-06-29T15:59:60-08:00")", false},
    {"date-time", "leap_second_a_year_ahead_of_utc", R"("2017-01-01T00:59:60+01:00")", true},
    {"date-time", "leap_second_at_the_far_west", R"("2016-12-31T00:00:60-23:59")", true},
    {"date-time", "leap_second_before_the_year_0", R"("0000-01-01T00:59:60+01:00")", true},
    {"date-time", "61st_second", R"("2015-06-30T23:59:61Z")", false},
    {"date-time", "29th_of_february_in_common_year", R"("2023-02-29T00:00:00Z")", false},
    {"date-time", "space_for_t", R"("2024-01-01 00:00:00Z")", false},
    {"date-time", "no_offset", R"("2024-01-01T00:00:00")", false},
    {"date-time", "offset_without_colon", R"("2024-01-01T00:00:00+0100")", false},
    {"date-time", "offset_of_24_hours", R"("2024-01-01T00:00:00+24:00")", false},
    {"date-time", "comma_before_fraction", R"("2024-01-01T00:00:00,5Z")", false},
    {"date-time", "point_without_fraction", R"("2024-01-01T00:00:00.Z")", false},
    {"date-time", "text_behind", R"("2024-01-01T00:00:00ZZ")", false},
    {"date-time", "nul_behind", R"("2024-01-01T00:00:00Z\u0000")", false},
    {"date-time", "nothing", R"("")", false},
    {"date", "29th_of_february_1900", R"("1900-02-29")", false},
    {"date", "29th_of_february_2000", R"("2000-02-29")", true},
    {"date", "13th_month", R"("2000-13-01")", false},
    {"date", "year_0", R"("0000-12-31")", true},
    {"date", "31st_of_april", R"("2000-04-31")", false},
    {"time", "hour_24", R"("24:00:00Z")", false},
    {"time", "point_without_fraction", R"("12:00:00.Z")", false},
    {"time", "unknown_offset", R"("12:00:00-00:00")", true},
    {"time", "leap_second_on_the_next_day", R"("00:59:60+01:00")", true},
    {"time", "leap_second_in_wrong_hour", R"("12:59:60+01:00")", false},
    {"duration", "everything", R"("P1Y2M3DT4H5M6S")", true},
    {"duration", "weeks", R"("P4W")", true},
    {"duration", "weeks_and_days", R"("P1W1D")", false},
    {"duration", "weeks_behind_t", R"("PT1W")", false},
    {"duration", "two_weeks_behind_each_other", R"("P1W1W")", false},
    {"duration", "nothing", R"("P")", false},
    {"duration", "no_time", R"("PT")", false},
    {"duration", "date_and_no_time", R"("P1DT")", false},
    {"duration", "gap_in_date", R"("P1Y1D")", false},
    {"duration", "gap_in_time", R"("PT1H1S")", false},
    {"duration", "months_then_minutes", R"("P1MT1M")", true},
    {"duration", "days_then_seconds", R"("P1DT1S")", true},
    {"duration", "seconds_in_date", R"("P1S")", false},
    {"duration", "unit_without_number", R"("PD")", false},
    {"duration", "lower_case", R"("p1d")", false},
    {"duration", "two_ts", R"("P1DT1HT1M")", false},
};

INSTANTIATE_TEST_SUITE_P(Rows, TimeFormat, testing::ValuesIn(rows), name_of_format_row);

}  // namespace

}  // namespace standin::schema
