#include <algorithm>

#include "mock/schema/format.h"

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

bool take_date(Reader& reader) {
    const int year = reader.number(4, 9999);
    if (year < 0 || !reader.skip('-')) return false;
    const int month = reader.number(2, 12);
    if (month < 1 || !reader.skip('-')) return false;
    return reader.number(2, days_in(month, year)) >= 1;
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

bool take_time(Reader& reader) {
    const int hour = reader.number(2, 23);
    if (hour < 0 || !reader.skip(':')) return false;
    const int minute = reader.number(2, 59);
    if (minute < 0 || !reader.skip(':')) return false;
    const int second = reader.number(2, 60);
    if (second < 0 || (reader.skip('.') && !reader.digits())) return false;
    int offset = 0;
    if (!take_offset(reader, offset)) return false;
    constexpr int day = 24 * 60;
    return second < 60 || (hour * 60 + minute - offset + day) % day == day - 1;
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
    return take_date(reader) && reader.empty();
}

bool is_time(std::string_view text) {
    Reader reader(text);
    return take_time(reader) && reader.empty();
}

bool is_date_time(std::string_view text) {
    Reader reader(text);
    return take_date(reader) && (reader.skip('T') || reader.skip('t')) && take_time(reader) &&
           reader.empty();
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
