// Numbers of any length and size: what is told of them, and that it is told at all.
#include "mock/schema/divisor.h"
#include "mock/schema/twin.h"
#include "tests/schema/told.h"

namespace standin::schema {

namespace {

struct DivisorRow {
    const char* name;
    std::string factor;
    std::string number;
    bool divides;
};

void PrintTo(const DivisorRow& row, std::ostream* out) {
    *out << row.name;
}

class Divides : public testing::TestWithParam<DivisorRow> {};

TEST_P(Divides, OrNot) {
    const Divisor divisor(Value::number_of(GetParam().factor));
    EXPECT_EQ(divisor.divides(Value::number_of(GetParam().number)), GetParam().divides);
}

const std::string ones(1000, '1');
const std::string many_ones(1'000'000, '1');  // a multiple of a thousand ones

const DivisorRow divisors[] = {
    {"integers", "7", "-14", true},
    {"integers_missed", "7", "15", false},
    {"cents", "0.01", "0.07", true},
    {"cents_missed", "0.01", "0.075", false},
    {"half", "0.5", "1e308", true},
    {"zero", "0.3", "0.0", true},
    {"zero_below_zero", "12345678901234567890123", "-0", true},
    {"nineteen_digits", "1234567890123456789", "2469135780246913578", true},
    {"nineteen_digits_missed", "1234567890123456789", "2469135780246913579", false},
    {"of_nineteen_digits", "0.1234567890123456789", "1.2345678901234567890", true},
    {"of_nineteen_digits_missed", "0.1234567890123456789", "1.2345678901234567891", false},
    {"beyond_64_bits", "36893488147419103232", "1361129467683753853853498429727072845824", true},
    {"beyond_64_bits_missed", "36893488147419103232", "1361129467683753853853498429727072845825",
     false},
    {"power_of_two_and_of_ten", "36893488147419103232", "1e65", true},
    {"power_of_two_and_too_few_of_ten", "36893488147419103232", "1e64", false},
    {"power_of_five", "14551915228366851806640625", "1e36", true},
    {"power_of_five_and_too_few_of_ten", "14551915228366851806640625", "1e35", false},
    {"odd_and_great_power_of_ten", "1234567890123456789013", "1e1000000000", false},
    {"great_power_of_ten", "36893488147419103232", "1e1000000000000000000000", true},
    {"small_power_of_ten", "36893488147419103232", "1e-1000000000000000000000", false},
    {"small_factor", "1e-1000000000", "1", true},
    {"great_factor", "1e1000000000", "1", false},
    {"factor_with_zeros_behind", "12345678901234567890000000000", "246913578024691357800e8", true},
    {"factor_with_zeros_before", "0.000000000000000000001", "3.000000000000000000007", true},
    {"thousand_digits", ones, many_ones, true},
    {"thousand_digits_missed", ones, many_ones + "1", false},
    {"thousand_digits_and_power_of_ten", ones, many_ones + "e1000000000", true},
    {"highest_limb_is_full", "340282366920938463463374607431768211455",
     "115792089237316195423570985008687907852589419931798687112530834793049593217025", true},
    {"highest_limb_is_one", "18446744073709551617", "340282366920938463463374607431768211455",
     true},
    {"quotient_is_guessed_too_high", "79228162514264337597838917632",
     "6277101735386680764516354157120000000001", false},
};
INSTANTIATE_TEST_SUITE_P(Rows, Divides, testing::ValuesIn(divisors),
                         [](const auto& row) { return row.param.name; });

// digits * factor + addend, by hand.
std::string times(const std::string& digits, uint32_t factor, uint32_t addend) {
    std::string result;
    uint64_t carry = addend;
    for (size_t place = 0; place < digits.size() || carry > 0; ++place) {
        if (place < digits.size()) {
            const char digit = digits[digits.size() - 1 - place];
            carry += uint64_t{factor} * static_cast<uint64_t>(digit - '0');
        }
        result.insert(result.begin(), static_cast<char>('0' + carry % 10));
        carry /= 10;
    }
    return result;
}

TEST(Divisor, OfProductsAndTheirNeighbours) {
    std::string factor = "18446744073709551557";
    for (uint32_t step = 1; step <= 60; ++step) {
        const Divisor divisor(Value::number_of(factor));
        const uint32_t by = 4'294'967'295U / step;
        EXPECT_TRUE(divisor.divides(Value::number_of(times(factor, by, 0)))) << factor;
        EXPECT_FALSE(divisor.divides(Value::number_of(times(factor, by, 1)))) << factor;
        factor = times(factor, 4'294'967'291U - step, step);
    }
}

const ToldRow rows[] = {
    {"enum_is_exact",
     R"({"enum":[123456789012345678901,0.1]})",
     "123456789012345678902",
     {"- enum 123456789012345678901|0.1 number /enum 1:2"}},
    {"enum_by_value", R"({"enum":[123456789012345678901]})", "123456789012345678901.0", {}},
    {"const_is_exact",
     R"({"const":0.1})",
     "0.10000000000000000001",
     {"- const 0.1 number /const 1:2"}},
    {"unique_is_exact",
     R"({"uniqueItems":true})",
     "[123456789012345678901,123456789012345678902,123456789012345678901.0]",
     {"- uniqueItems - 2 and 0 /uniqueItems 1:2"}},
    {"integer_is_exact",
     R"({"type":"integer"})",
     "1.0000000000000000000001",
     {"- type integer number /type 1:2"}},
    {"integer_of_any_size", R"({"type":"integer"})", "1e300", {}},
    {"big_fraction",
     R"({"type":"integer"})",
     "12345678901234567890.5",
     {"- type integer number /type 1:2"}},
    {"maximum_is_exact",
     R"({"maximum":123456789012345678901})",
     "123456789012345678902",
     {"- maximum 123456789012345678901 123456789012345678902 /maximum 1:2"}},
    {"multiple_is_exact",
     R"({"multipleOf":0.1234567890123456789})",
     "0.2469135780246913579",
     {"- multipleOf 0.1234567890123456789 0.2469135780246913579 /multipleOf 1:2"}},
    {"greatest_float", R"({"format":"float"})", "3.4028235e38", {}},
    {"beyond_the_greatest_float",
     R"({"format":"float"})",
     "3.4028236e38",
     {"- format float number /format 1:2"}},
    {"names_that_stand_twice",
     R"({"uniqueItems":true})",
     R"([{"a":0,"a":1},{"a":1}])",
     {"- uniqueItems - 1 and 0 /uniqueItems 1:2"}},
    {"names_that_stand_twice_and_differ",
     R"({"uniqueItems":true})",
     R"([{"a":1,"a":0},{"a":1}])",
     {}},
};
INSTANTIATE_TEST_SUITE_P(Number, Told, testing::ValuesIn(rows), name_of_row);

struct ItemsRow {
    const char* name;
    std::string before;  // of each item's own number
    std::string after;
};

void PrintTo(const ItemsRow& row, std::ostream* out) {
    *out << row.name;
}

class ManyItems : public testing::TestWithParam<ItemsRow> {};

// Each would take hours if its cost were quadratic. With an item twice at the end, that is found.
TEST_P(ManyItems, AreCompared) {
    constexpr int count = 200'000;
    std::string text = "[";
    for (int i = 0; i < count; ++i) {
        text += GetParam().before + std::to_string(1'000'000 + i) + GetParam().after + ',';
    }
    const auto unique = read_marked(text + "null]");
    EXPECT_FALSE(find_twins(unique->root().items()));
    const std::string item = GetParam().before + "1000007" + GetParam().after;
    const auto twins = read_marked(text + item + "]");
    const auto found = find_twins(twins->root().items());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->later, size_t{count});
    EXPECT_EQ(found->earlier, 7U);
}

const ItemsRow many[] = {
    {"integers", "", ""},
    {"of_the_same_double", "900000000", ""},
    {"beyond_64_bits", "12345678901234567890123", ""},
    {"that_differ_far_behind_the_point", "1.00000000000000000000000", "1"},
    {"too_small_for_a_double", "1e-40", ""},
    {"texts", "\"a", "\""},
    {"objects", R"({"a":)", "}"},
    {"arrays", "[0,", "]"},
};
INSTANTIATE_TEST_SUITE_P(Size, ManyItems, testing::ValuesIn(many),
                         [](const auto& row) { return row.param.name; });

TEST(ManyItems, TooBigForADouble) {
    Document document;
    std::vector<Value> items;
    for (int i = 0; i < 100'000; ++i) {
        items.push_back(Value::number_of(document.keep("1e" + std::to_string(1000 + i))));
    }
    EXPECT_FALSE(find_twins(items));
    items.push_back(Value::number_of("10e1006"));
    const auto found = find_twins(items);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->later, 100'000U);
    EXPECT_EQ(found->earlier, 7U);
}

// What is written so that all hashes are the same: digits that differ by multiples of 2^64.
TEST(ManyItems, WhoseHashesCollide) {
    std::string number = "700000000000000000000000001";
    std::string text = "[";
    for (int i = 0; i < 100'000; ++i) {
        text += number + ',';
        size_t carry = 0;
        const std::string step = "92233720368547758080";  // 5 * 2^64 keeps the last digit
        for (size_t at = 0; at < number.size(); ++at) {
            char& digit = number[number.size() - 1 - at];
            const size_t add =
                at < step.size() ? static_cast<size_t>(step[step.size() - 1 - at] - '0') : 0;
            carry += static_cast<size_t>(digit - '0') + add;
            digit = static_cast<char>('0' + carry % 10);
            carry /= 10;
        }
    }
    const auto unique = read_marked(text + "0]");
    EXPECT_FALSE(find_twins(unique->root().items()));
    const auto twins = read_marked(text + "{\"b\":1},700000000000000000000000001.0,{\"b\":1}]");
    const auto found = find_twins(twins->root().items());
    ASSERT_TRUE(found);
    EXPECT_EQ(found->later, 100'001U);
    EXPECT_EQ(found->earlier, 0U);
}

// How the hash of a positive integer without zeros at its end is mixed, and where a table of so
// many slots has it.
size_t slot_of(uint64_t integer, size_t slots) {
    const auto mix = [](uint64_t hash, uint64_t with) {
        hash = (hash ^ with) * 0x9E3779B97F4A7C15U;
        return hash ^ (hash >> 29);
    };
    const uint64_t hash = mix(2, mix(mix(integer, 0), 0));
    return (hash ^ hash >> 32) & (slots - 1);
}

// Different hashes that all belong in one slot: no item is compared with all of the others.
TEST(ManyItems, WhoseSlotsCollide) {
    constexpr size_t count = 2000;
    constexpr size_t slots = 4096;
    Document document;
    std::vector<Value> items;
    for (uint64_t integer = 1; items.size() < count; integer += 2) {
        const bool hit = integer % 5 != 0 && slot_of(integer, slots) == 0;
        if (hit) items.push_back(Value::number_of(document.keep(std::to_string(integer))));
    }
    constexpr size_t before_sorting = 8 * count;
    constexpr size_t sorting = 12 * count;  // 2^11 > count
    size_t compared = 0;
    EXPECT_FALSE(find_twins(items, compared));
    EXPECT_GT(compared, before_sorting);
    EXPECT_LT(compared, before_sorting + sorting);
    items.back() = items[7];
    compared = 0;
    const auto found = find_twins(items, compared);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->later, count - 1);
    EXPECT_EQ(found->earlier, 7U);
    EXPECT_LT(compared, before_sorting + sorting);
}

}  // namespace

}  // namespace standin::schema
