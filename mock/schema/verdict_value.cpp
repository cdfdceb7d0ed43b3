// What is checked in any value, in numbers and in strings.
#include <algorithm>

#include "mock/core/decimal.h"
#include "mock/core/json.h"
#include "mock/schema/divisor.h"
#include "mock/schema/format.h"
#include "mock/schema/operand.h"
#include "mock/schema/twin.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

// The values, or as many as a client will read.
std::string joined(std::span<const Value> values) {
    constexpr size_t most_bytes = 16'384;
    std::string text;
    for (const Value& value : values) {
        if (!text.empty()) text += '|';
        if (text.size() > most_bytes) return text + "…";
        write_json(text, value);
    }
    return text;
}

// As same(), faster for texts.
bool is_same(const Value& one, const Value& other) {
    if (!one.is(Kind::string) || !other.is(Kind::string)) return same(one, other);
    return same_text(one.text(), other.text());
}

bool is_one_of(std::span<const Value> values, const Value& instance) {
    return std::ranges::any_of(values, [&](const Value& one) { return is_same(one, instance); });
}

bool is_one_of(const Enumeration& values, const Value& instance) {
    if (instance.is(Kind::string)) return values.texts.find(instance.text()) != Names::none;
    if (!instance.is_number()) return is_one_of(values.others, instance);
    const auto less = [](const Value& left, const Value& right) {
        return compare(left, right) < 0;
    };
    return std::ranges::binary_search(values.numbers, instance, less);
}

bool fail_limit(const Rule& rule, const Value& instance, const Here& here) {
    return here.fail(*rule.keyword, rule.operand.value->text(), instance.text());
}

// Code points of UTF-8: bytes that do not continue another one.
size_t length_of(std::string_view text) {
    return static_cast<size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

bool check_enum(const Rule& rule, const Value& instance, const Here& here) {
    const std::span<const Value> values = rule.keyword->value.items();
    const Enumeration* many = rule.operand.enumeration;
    const bool allowed = many ? is_one_of(*many, instance) : is_one_of(values, instance);
    if (allowed || here.done()) return allowed;
    return here.fail(*rule.keyword, joined(values), json_type_of(instance));
}

bool check_const(const Rule& rule, const Value& instance, const Here& here) {
    const bool right = is_same(rule.keyword->value, instance);
    if (right || here.done()) return right;
    return here.fail(*rule.keyword, to_json(rule.keyword->value), json_type_of(instance));
}

bool check_format(const Rule& rule, const Value& instance, const Here& here) {
    const Format& format = *rule.operand.format;
    const bool right = format.text ? format.text(instance.text()) : format.number(instance);
    return right || here.fail(*rule.keyword, format.name, json_type_of(instance));
}

bool check_minimum(const Rule& rule, const Value& instance, const Here& here) {
    return compare(instance, *rule.operand.value) >= 0 || fail_limit(rule, instance, here);
}

bool check_maximum(const Rule& rule, const Value& instance, const Here& here) {
    return compare(instance, *rule.operand.value) <= 0 || fail_limit(rule, instance, here);
}

bool check_exclusive_minimum(const Rule& rule, const Value& instance, const Here& here) {
    return compare(instance, *rule.operand.value) > 0 || fail_limit(rule, instance, here);
}

bool check_exclusive_maximum(const Rule& rule, const Value& instance, const Here& here) {
    return compare(instance, *rule.operand.value) < 0 || fail_limit(rule, instance, here);
}

bool check_multiple(const Rule& rule, const Value& instance, const Here& here) {
    return rule.operand.divisor->divides(instance) ||
           here.fail(*rule.keyword, rule.keyword->value.text(), instance.text());
}

bool check_min_length(const Rule& rule, const Value& instance, const Here& here) {
    // A code point has at most four bytes, so most texts need not be counted.
    const std::string_view text = instance.text();
    if (text.size() / 4 >= rule.count) return true;
    const size_t length = length_of(text);
    return length >= rule.count || here.fail_count(rule, length);
}

bool check_max_length(const Rule& rule, const Value& instance, const Here& here) {
    const std::string_view text = instance.text();
    if (text.size() <= rule.count) return true;
    const size_t length = length_of(text);
    return length <= rule.count || here.fail_count(rule, length);
}

bool check_pattern(const Rule& rule, const Value& instance, const Here& here) {
    return here.finds(*rule.operand.pattern, instance.text(), *rule.keyword) ||
           here.fail(*rule.keyword, rule.keyword->value.text(), json_type_of(instance));
}

}  // namespace standin::schema
