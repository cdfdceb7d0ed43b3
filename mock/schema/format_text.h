// The formats of strings: a function each, that says whether a text has the format. None of them
// fails, and each takes time in proportion to the text.
#pragma once

#include <string_view>

namespace standin::schema {

// RFC 3339, section 5.6 and appendix A. A 60th second is one only at the end of a day in UTC, and
// in a date-time only at the end of a month (section 5.7).
bool is_date_time(std::string_view text);
bool is_date(std::string_view text);
bool is_time(std::string_view text);
bool is_duration(std::string_view text);

// RFC 5321, section 4.1.2: a Mailbox, its local part of at most 64 octets (section 4.5.3.1.1); with
// the characters of RFC 6531, section 3.3 in is_idn_email.
bool is_email(std::string_view text);
bool is_idn_email(std::string_view text);

// RFC 1123, section 2.1, without a dot at the end; a label that begins with "xn--" must be an
// A-label (RFC 5890, section 2.3.2.1).
bool is_hostname(std::string_view text);

// Of A-labels, U-labels (RFC 5890, section 2.3.2.1) and labels of ASCII. Labels are parted by the
// four dots of RFC 3490, section 3.1.
bool is_idn_hostname(std::string_view text);

// The same, parted by full stops only; U-labels need not be in Unicode's form NFC.
bool is_idn_mail_domain(std::string_view text);

// RFC 2673, section 3.2, without leading zeros; RFC 4291, section 2.2, without a zone.
bool is_ipv4(std::string_view text);
bool is_ipv6(std::string_view text);

// RFC 3986, sections 3 and 4.1; RFC 3987, section 2.2.
bool is_uri(std::string_view text);
bool is_uri_reference(std::string_view text);
bool is_iri(std::string_view text);
bool is_iri_reference(std::string_view text);

// RFC 6570, section 2, of any level.
bool is_uri_template(std::string_view text);

// RFC 6901, section 3; draft-handrews-relative-json-pointer-01, section 3.
bool is_json_pointer(std::string_view text);
bool is_relative_json_pointer(std::string_view text);

// ECMA-262 of 2024, section 22.2.1, with the flag "u". Whether Pattern can search for it is another
// question: it does not know what PCRE2 does not. Of a property of Unicode it must know the name.
bool is_regex(std::string_view text);

// RFC 9562, section 4, of any version and variant.
bool is_uuid(std::string_view text);

// RFC 4648, section 4, padded; section 5, padded or not. Neither has line breaks.
bool is_base64(std::string_view text);
bool is_base64url(std::string_view text);

// The OpenAPI Initiative's registry of formats: one character of Unicode; a number with a fixed
// point, as in "-12.50".
bool is_char(std::string_view text);
bool is_decimal(std::string_view text);

}  // namespace standin::schema
