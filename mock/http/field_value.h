// What the values of header fields are made of (RFC 9110, section 5.6).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace standin::http {

// A text without spaces and tabs around it (OWS, section 5.6.3).
std::string_view trim(std::string_view text);

// Takes what stands before the next separator outside of quotes off the front of a text, with the
// separator.
std::string_view take_until(std::string_view& rest, char separator);

// A token as it is, a quoted-string (section 5.6.4) without its quotes.
std::string word_of(std::string_view text);

// The value of a parameter behind the first ";" of a field's value (section 5.6.6): "utf-8" for
// "charset" of "text/plain; Charset=utf-8". Names are compared without regard to case.
std::optional<std::string> parameter_of(std::string_view value, std::string_view name);

// One member of a list whose members have weights.
struct Weighted {
    std::string_view value;  // with the parameters that stand before its weight
    int weight = 1000;       // thousandths, 0 = not wanted
};

// The members of a list such as Accept's, in their order (section 12.4.2). A member whose weight is
// none is left out.
std::vector<Weighted> weighted(std::string_view list);

}  // namespace standin::http
