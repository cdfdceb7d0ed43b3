// Numbers as they were written: their order, and whether they are whole.
#include "mock/core/decimal.h"

#include <gtest/gtest.h>

namespace standin {

namespace {

struct OrderRow {
    const char* name;
    std::string left;
    std::string right;
    int order;
};

void PrintTo(const OrderRow& row, std::ostream* out) {
    *out << row.name;
}

class Order : public testing::TestWithParam<OrderRow> {};

TEST_P(Order, BothWays) {
    const Value left = Value::number_of(GetParam().left);
    const Value right = Value::number_of(GetParam().right);
    EXPECT_EQ(compare(left, right), GetParam().order);
    EXPECT_EQ(compare(right, left), -GetParam().order);
    EXPECT_EQ(equal(left, right), GetParam().order == 0);
}

const std::string nines(100'000, '9');

const OrderRow orders[] = {
    {"integers", "1", "2", -1},
    {"integer_and_fraction", "1", "1.0", 0},
    {"beyond_64_bits", "123456789012345678901", "123456789012345678902", -1},
    {"beyond_64_bits_below_zero", "-123456789012345678901", "-123456789012345678902", 1},
    {"last_of_64_bits", "9223372036854775807", "9223372036854775808", -1},
    {"beyond_a_double", "0.1", "0.10000000000000000001", -1},
    {"as_long_as_it_is", nines + "1", nines + "2", -1},
    {"as_long_as_it_is_with_point", nines + ".0", nines, 0},
    {"exponents", "1e2", "100.000", 0},
    {"written_with_point_moved", "0.00123e5", "123", 0},
    {"zeros", "0", "-0.0e9", 0},
    {"zero_with_great_exponent", "0e999999999999999999999", "0", 0},
    {"too_big_for_a_double", "1e400", "1e401", -1},
    {"too_big_for_a_double_and_the_same", "10e399", "1e400", 0},
    {"too_small_for_a_double", "1e-400", "1e-401", 1},
    {"too_small_for_a_double_and_zero", "1e-400", "0", 1},
    {"below_zero_and_too_small", "-1e-400", "0", -1},
    {"great_exponents", "1e1000000000", "1e1000000001", -1},
    {"greater_exponents", "1e9999999999999", "1e9999999999998", 1},
    {"great_exponents_below_zero", "1e-1000000000000", "1e-1000000000001", 1},
};
INSTANTIATE_TEST_SUITE_P(Decimal, Order, testing::ValuesIn(orders),
                         [](const auto& row) { return row.param.name; });

struct WholeRow {
    const char* name;
    const char* written;
    bool whole;
};

void PrintTo(const WholeRow& row, std::ostream* out) {
    *out << row.name;
}

class IsWhole : public testing::TestWithParam<WholeRow> {};

TEST_P(IsWhole, OrNot) {
    EXPECT_EQ(is_whole(Value::number_of(GetParam().written)), GetParam().whole);
}

const WholeRow wholes[] = {
    {"integer", "7", true},
    {"written_with_point", "1.0", true},
    {"fraction", "1.5", false},
    {"fraction_beyond_a_double", "1.0000000000000000000001", false},
    {"big_with_fraction", "12345678901234567890.5", false},
    {"big_without_fraction", "12345678901234567890.000", true},
    {"exponent_uses_up_the_fraction", "1.25e2", true},
    {"exponent_leaves_a_fraction", "1.255e2", false},
    {"negative_exponent", "1200e-2", true},
    {"negative_exponent_makes_a_fraction", "1200e-3", false},
    {"zero", "0.000e-5", true},
    {"too_big_for_a_double", "1e400", true},
    {"too_small_for_a_double", "1e-400", false},
    {"great_exponent", "1e1000000000000000000000", true},
    {"great_exponent_below_zero", "1e-1000000000000000000000", false},
};
INSTANTIATE_TEST_SUITE_P(Decimal, IsWhole, testing::ValuesIn(wholes),
                         [](const auto& row) { return row.param.name; });

// Where a name stands twice only the last one is looked at, or each level would double the work.
TEST(Equal, NestedNamesThatStandTwice) {
    std::vector<std::vector<Member>> levels;
    Value deep = Value::of(true);
    for (int level = 0; level < 200; ++level) {
        levels.push_back({{"a", Value(), {}}, {"a", deep, {}}, {"a", deep, {}}});
        deep = Value::of(std::span<const Member>(levels.back()));
    }
    EXPECT_TRUE(equal(deep, deep));
}

}  // namespace

}  // namespace standin
