#include <algorithm>

#include "mock/schema/format_text.h"

namespace standin::schema {

namespace {

// Takes parts off the front of a text.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    bool empty() const { return text_.empty(); }

    bool sees(char c) const { return text_.starts_with(c); }

    bool skip(char c) {
        if (!sees(c)) return false;
        text_.remove_prefix(1);
        return true;
    }

    // A number of so many digits that is at most `most`; -1 where there is none.
    int number(size_t digits, int most) {
        if (text_.size() < digits) return -1;
        int number = 0;
        for (char c : text_.substr(0, digits)) {
            if (c < '0' || c > '9') return -1;
            number = number * 10 + (c - '0');
        }
        text_.remove_prefix(digits);
        return number <= most ? number : -1;
    }

    bool digits() {
        const size_t end = std::min(text_.find_first_not_of("0123456789"), text_.size());
        text_.remove_prefix(end);
        return end > 0;
    }

  private:
    std::string_view text_;
};

int days_in(int month, int year) {
    static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

struct Date {
    int year = 0;
    int month = 0;
    int day = 0;

    bool begins_month() const { return day == 1; }
    bool ends_month() const { return day == days_in(month, year); }
    bool ends_month_tomorrow() const { return day + 1 == days_in(month, year); }
};

bool take_date(Reader& reader, Date& date) {
    date.year = reader.number(4, 9999);
    if (date.year < 0 || !reader.skip('-')) return false;
    date.month = reader.number(2, 12);
    if (date.month < 1 || !reader.skip('-')) return false;
    date.day = reader.number(2, days_in(date.month, date.year));
    return date.day >= 1;
}

// Minutes east of UTC; false where there is no offset.
bool take_offset(Reader& reader, int& minutes) {
    minutes = 0;
    if (reader.skip('Z') || reader.skip('z')) return true;
    const bool west = reader.skip('-');
    if (!west && !reader.skip('+')) return false;
    const int hour = reader.number(2, 23);
    if (hour < 0 || !reader.skip(':')) return false;
    const int minute = reader.number(2, 59);
    minutes = (hour * 60 + minute) * (west ? -1 : 1);
    return minute >= 0;
}

constexpr int minutes_a_day = 24 * 60;

struct Time {
    int minute = 0;  // of the day in UTC: below 0 the day before, from minutes_a_day the day after
    int second = 0;

    bool is_leap() const { return second == 60; }
    bool ends_day() const { return (minute + minutes_a_day) % minutes_a_day == minutes_a_day - 1; }
};

bool take_time(Reader& reader, Time& time) {
    const int hour = reader.number(2, 23);
    if (hour < 0 || !reader.skip(':')) return false;
    const int minute = reader.number(2, 59);
    if (minute < 0 || !reader.skip(':')) return false;
    time.second = reader.number(2, 60);
    if (time.second < 0 || (reader.skip('.') && !reader.digits())) return false;
    int offset = 0;
    if (!take_offset(reader, offset)) return false;
    time.minute = hour * 60 + minute - offset;
    return !time.is_leap() || time.ends_day();
}

// Whether the day that the time belongs to in UTC is the last one of a month.
bool ends_month(const Date& date, const Time& time) {
    if (time.minute < 0) return date.begins_month();
    return time.minute < minutes_a_day ? date.ends_month() : date.ends_month_tomorrow();
}

// Numbers with these units in this order, none left out between two of them; how many there are,
// or -1.
int take_units(Reader& reader, std::string_view units) {
    int count = 0;
    for (; reader.digits(); ++count, units.remove_prefix(1)) {
        while (count == 0 && units.size() > 1 && !reader.sees(units[0])) units.remove_prefix(1);
        if (units.empty() || !reader.skip(units[0])) return -1;
    }
    return count;
}

}  // namespace

bool is_date(std::string_view text) {
    Reader reader(text);
    Date date;
    return take_date(reader, date) && reader.empty();
}

bool is_time(std::string_view text) {
    Reader reader(text);
    Time time;
    return take_time(reader, time) && reader.empty();
}

bool is_date_time(std::string_view text) {
    Reader reader(text);
    Date date;
    Time time;
    if (!take_date(reader, date) || !(reader.skip('T') || reader.skip('t'))) return false;
    if (!take_time(reader, time) || !reader.empty()) return false;
    return !time.is_leap() || ends_month(date, time);
}

bool is_duration(std::string_view text) {
    Reader reader(text);
    if (!reader.skip('P')) return false;
    if (text.ends_with('W')) return take_units(reader, "W") == 1 && reader.empty();
    const int date = take_units(reader, "YMD");
    if (!reader.skip('T')) return date > 0 && reader.empty();
    return date >= 0 && take_units(reader, "HMS") > 0 && reader.empty();
}

}  // namespace standin::schema
