// The formats of hosts: names, international names, addresses.
#include "tests/schema/format_row.h"

namespace standin::schema {

namespace {

class HostFormat : public testing::TestWithParam<FormatRow> {};

TEST_P(HostFormat, GivesTheVerdict) {
    expect_verdict(GetParam());
}

const FormatRow rows[] = {
    {"hostname", "hyphen_within_label", R"("a-b.example")", true},
    {"hostname", "hyphen_first", R"("-a.example")", false},
    {"hostname", "hyphen_last", R"("a-.example")", false},
    {"hostname", "empty_label", R"("a..example")", false},
    {"hostname", "underscore", R"("a_b")", false},
    {"hostname", "digits_only", R"("1.2")", true},
    {"hostname", "space", R"("a b")", false},
    {"hostname", "nul", R"("a\u0000")", false},
    {"hostname", "letter_beyond_ascii", R"("b\u00FCcher")", false},
    {"hostname", "hyphens_behind_two_letters", R"("ab--cd")", true},
    {"hostname", "a_label", R"("xn--bcher-kva.example")", true},
    {"hostname", "a_label_in_upper_case", R"("XN--BCHER-KVA.example")", true},
    {"hostname", "a_label_with_capital_z", R"("xn--Zrich-kva")", true},
    {"hostname", "a_label_of_capital_letter", R"("xn--wca")", false},
    {"hostname", "prefix_alone", R"("xn--")", false},
    {"hostname", "a_label_of_ascii", R"("xn--abc-")", false},
    {"hostname", "a_label_that_is_no_punycode", R"("xn--99999999")", false},
    {"hostname", "a_label_with_joiner_out_of_context", R"("xn--ab-m1t")", false},
    {"hostname", "digit_first_beside_right_to_left", R"("3com.xn--4db")", false},
    {"hostname", "letter_first_beside_right_to_left", R"("com3.xn--4db")", true},
    {"idn-hostname", "u_label", R"("b\u00FCcher.example")", true},
    {"idn-hostname", "u_label_beside_a_label", R"("b\u00FCcher.xn--bcher-kva")", true},
    {"idn-hostname", "capital_letter_beyond_ascii", R"("B\u00DCCHER")", false},
    {"idn-hostname", "capital_letter_in_u_label", R"("B\u00FCcher")", false},
    {"idn-hostname", "capital_letters_of_ascii", R"("BOOKS.Example")", true},
    {"idn-hostname", "letter_that_is_not_nfc", R"("cafe\u0301")", false},
    {"idn-hostname", "hyphens_behind_two_letters", R"("ab--cd")", false},
    {"idn-hostname", "hyphens_behind_two_letters_of_u_label", R"("ab--\u00FC")", false},
    {"idn-hostname", "prefix_before_u_label", R"("xn--b\u00FCcher")", false},
    {"idn-hostname", "underscore_in_u_label", R"("\u00FC_\u00FC")", false},
    {"idn-hostname", "nul_in_u_label", R"("\u00FC\u0000")", false},
    {"idn-hostname", "emoji", R"("\ud83d\ude00")", false},
    {"idn-hostname", "unassigned_character", R"("a\u0378")", false},
    {"idn-hostname", "full_width_letter", R"("\uff41")", false},
    {"idn-hostname", "zero_width_space", R"("a\u200bb")", false},
    {"idn-hostname", "right_to_left_beside_letter", R"("\u05d0.example")", true},
    {"idn-hostname", "right_to_left_beside_digit", R"("\u05d0.3com")", false},
    {"idn-hostname", "right_to_left_beside_extended_digit", R"("\u05d0.\u06f0a")", false},
    {"idn-hostname", "extended_digit_beside_letter", R"("b.\u06f0a")", true},
    {"idn-hostname", "right_to_left_beside_neutral_end", R"("\u05d0.a\u02c6")", false},
    {"idn-hostname", "neutral_end", R"("b.a\u02c6")", true},
    {"idn-hostname", "right_to_left_beside_neutral_start", R"("\u05d0.\u02c6a")", false},
    {"idn-hostname", "hyphen_before_last_mark_right_to_left", R"("\u0627-\u0300")", false},
    {"idn-hostname", "letter_before_last_mark_right_to_left", R"("\u0627-\u0627\u0300")", true},
    {"idn-hostname", "digits_of_two_kinds", R"("\u05d00\u0660")", false},
    {"idn-hostname", "digits_of_one_kind", R"("\u0628\u0660\u0661")", true},
    {"idn-hostname", "european_digits_right_to_left", R"("\u05d01")", true},
    {"idn-hostname", "middle_dot_between_other_letters", R"("a\u00b7a")", false},
    {"idn-hostname", "two_dots_of_two_kinds", R"("a\u3002.b")", false},
    {"idn-hostname", "dots_of_four_kinds", R"("a.b\u3002c\uff0ed\uff61e")", true},
    {"ipv4", "highest", R"("255.255.255.255")", true},
    {"ipv4", "lowest", R"("0.0.0.0")", true},
    {"ipv4", "octet_above_255", R"("256.0.0.1")", false},
    {"ipv4", "octet_of_four_digits", R"("1111.0.0.1")", false},
    {"ipv4", "leading_zero", R"("01.0.0.1")", false},
    {"ipv4", "two_zeros", R"("00.0.0.1")", false},
    {"ipv4", "three_octets", R"("1.2.3")", false},
    {"ipv4", "five_octets", R"("1.2.3.4.5")", false},
    {"ipv4", "empty_last_octet", R"("1.2.3.")", false},
    {"ipv4", "empty_first_octet", R"(".2.3.4")", false},
    {"ipv6", "nothing_but_zeros", R"("::")", true},
    {"ipv6", "ipv4_at_the_end", R"("2001:db8::ffff:1.2.3.4")", true},
    {"ipv6", "ipv4_in_place_of_two_groups", R"("1:2:3:4:5:6:1.2.3.4")", true},
    {"ipv6", "ipv4_and_seven_groups", R"("1:2:3:4:5:6:7:1.2.3.4")", false},
    {"ipv6", "ipv4_first", R"("1.2.3.4::")", false},
    {"ipv6", "ipv4_alone_behind_gap", R"("::1.2.3.4")", true},
    {"ipv6", "ipv4_of_three_octets", R"("::1.2.3")", false},
    {"ipv6", "eight_groups", R"("1:2:3:4:5:6:7:8")", true},
    {"ipv6", "gap_for_nothing", R"("1:2:3:4:5:6:7::8")", false},
    {"ipv6", "gap_for_one_group", R"("1:2:3:4:5:6:7::")", true},
    {"ipv6", "nine_groups", R"("1:2:3:4:5:6:7:8:9")", false},
    {"ipv6", "two_gaps", R"("1::2::3")", false},
    {"ipv6", "three_colons", R"(":::")", false},
    {"ipv6", "colon_last", R"("1:2:3:4:5:6:7:8:")", false},
    {"ipv6", "five_digits", R"("00001::")", false},
    {"ipv6", "longest", R"("1111:2222:3333:4444:5555:6666:111.111.111.111")", true},
    {"ipv6", "zone", R"("fe80::1%eth0")", false},
    {"ipv6", "nothing", R"("")", false},
};

INSTANTIATE_TEST_SUITE_P(Rows, HostFormat, testing::ValuesIn(rows), name_of_format_row);

std::string name_of_length(size_t length) {
    std::string name;
    while (name.size() + 60 < length) name += std::string(59, 'a') + '.';
    return name + std::string(length - name.size(), 'a');
}

TEST(HostFormatLength, NamesHave253OctetsAtMost) {
    for (const char* format : {"hostname", "idn-hostname"}) {
        EXPECT_TRUE(find_format(format)->text(name_of_length(253))) << format;
        EXPECT_FALSE(find_format(format)->text(name_of_length(254))) << format;
    }
    const std::string label = "\xC3\xBC";  // its A-label has 7 octets
    EXPECT_TRUE(find_format("idn-hostname")->text(name_of_length(245) + '.' + label));
    EXPECT_FALSE(find_format("idn-hostname")->text(name_of_length(246) + '.' + label));
}

}  // namespace

}  // namespace standin::schema
