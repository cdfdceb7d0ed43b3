// The formats of mailboxes: RFC 5321, RFC 6531.
#include "tests/schema/format_row.h"

namespace standin::schema {

namespace {

class MailFormat : public testing::TestWithParam<FormatRow> {};

TEST_P(MailFormat, GivesTheVerdict) {
    expect_verdict(GetParam());
}

const FormatRow rows[] = {
    {"email", "dots_and_plus", R"("a.b+c@example.org")", true},
    {"email", "every_kind_of_atom", R"("!#$%&'*+-/=?^_`{|}~@example.org")", true},
    {"email", "host_without_dot", R"("a@localhost")", true},
    {"email", "two_dots", R"("a..b@example.org")", false},
    {"email", "no_at", R"("example.org")", false},
    {"email", "comma", R"("a,b@example.org")", false},
    {"email", "letter_beyond_ascii", R"("\u00FC@example.org")", false},
    {"email", "domain_beyond_ascii", R"("u@b\u00FCcher.example")", false},
    {"email", "a_label", R"("u@xn--bcher-kva.example")", true},
    {"email", "dot_behind_domain", R"("a@example.org.")", false},
    {"email", "nothing_in_quotes", R"("\"\"@example.org")", true},
    {"email", "quoted_space_and_at", R"("\"a @ b\"@[127.0.0.1]")", true},
    {"email", "quoted_quote", R"("\"a\\\"b\"@example.org")", true},
    {"email", "quote_within_quotes", R"("\"a\"b\"@example.org")", false},
    {"email", "last_quote_escaped", R"("\"a\\\"@example.org")", false},
    {"email", "escaped_backslash_last", R"("\"a\\\\\"@example.org")", true},
    {"email", "quoted_tilde", R"("\"~\"@example.org")", true},
    {"email", "one_quote", R"("\"@example.org")", false},
    {"email", "tab_in_quotes", R"("\"a\tb\"@example.org")", false},
    {"email", "escaped_control_character", R"("\"a\\\u0001b\"@example.org")", false},
    {"email", "text_before_quotes", R"("a\"b\"@example.org")", false},
    {"email", "local_part_of_65",
     R"("12345678901234567890123456789012345678901234567890123456789012345@a")", false},
    {"email", "local_part_of_64",
     R"("1234567890123456789012345678901234567890123456789012345678901234@a")", true},
    {"email", "ipv6", R"("a@[IPv6:2001:db8::1]")", true},
    {"email", "ipv6_tag_in_lower_case", R"("a@[ipv6:::1]")", true},
    {"email", "ipv6_without_tag", R"("a@[2001:db8::1]")", false},
    {"email", "unknown_tag", R"("a@[x400:abc]")", false},
    {"email", "bracket_left_open", R"("a@[127.0.0.1")", false},
    {"email", "bracket_alone", R"("a@[")", false},
    {"email", "address_without_brackets", R"("a@127.0.0.1")", true},
    {"idn-email", "letters_beyond_ascii", R"("\u00FC@b\u00FCcher.example")", true},
    {"idn-email", "character_with_lowest_byte", R"("\u0100@example.org")", true},
    {"idn-email", "ascii", R"("a@example.org")", true},
    {"idn-email", "domain_that_is_not_nfc", R"("a@cafe\u0301.example")", true},
    {"idn-email", "wide_dot_in_domain", R"("a@b\u3002c")", false},
    {"idn-email", "domain_out_of_context", R"("a@a\u00b7a")", false},
    {"idn-email", "quoted_letter_beyond_ascii", R"("\"\u00FC \"@example.org")", true},
    {"idn-email", "escaped_letter_beyond_ascii", R"("\"\\\u00FC\"@example.org")", false},
    {"idn-email", "local_part_of_66_bytes",
     "\"\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042"
     "\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042\\u3042@a\"",
     false},
    {"idn-email", "two_dots", R"("\u00FC..\u00FC@example.org")", false},
};

INSTANTIATE_TEST_SUITE_P(Rows, MailFormat, testing::ValuesIn(rows), name_of_format_row);

}  // namespace

}  // namespace standin::schema
