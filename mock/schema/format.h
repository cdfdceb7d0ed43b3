// The formats that are asserted, each with the function that knows it.
#pragma once

#include <string_view>

#include "mock/core/value.h"

namespace standin::schema {

// One row of the table. A format says nothing about instances of another type.
struct Format {
    std::string_view name;
    bool (*text)(std::string_view text) = nullptr;  // for strings
    bool (*number)(const Value& number) = nullptr;  // for numbers
};

// Null for names that assert nothing: "binary", "password" and every unknown one.
const Format* find_format(std::string_view name);

// RFC 3339, section 5.6 and appendix A. A 60th second is one only where UTC has leap seconds.
bool is_date_time(std::string_view text);
bool is_date(std::string_view text);
bool is_time(std::string_view text);
bool is_duration(std::string_view text);

// RFC 5321, section 4.1.2; RFC 1123, section 2.1 (labels are not decoded as RFC 5891 asks);
// RFC 2673, section 3.2; RFC 4291, section 2.2.
bool is_email(std::string_view text);
bool is_hostname(std::string_view text);
bool is_ipv4(std::string_view text);
bool is_ipv6(std::string_view text);

// RFC 3986, section 3 and section 4.1.
bool is_uri(std::string_view text);
bool is_uri_reference(std::string_view text);

}  // namespace standin::schema
