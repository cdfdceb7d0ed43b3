// What is checked in any value, in numbers and in strings.
#include <algorithm>

#include "mock/core/decimal.h"
#include "mock/core/json.h"
#include "mock/schema/divisor.h"
#include "mock/schema/fit.h"
#include "mock/schema/format.h"
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

bool fail_limit(const Rule& rule, const Value& instance, const Here& here) {
    return here.fail(*rule.keyword, rule.operand.value->text(), instance.text());
}

}  // namespace

bool check_enum(const Rule& rule, const Value& instance, const Here& here) {
    const std::span<const Value> values = rule.keyword->value.items();
    const bool allowed = fits_enum(rule, instance);
    if (allowed || here.done()) return allowed;
    return here.fail(*rule.keyword, joined(values), json_type_of(instance));
}

bool check_const(const Rule& rule, const Value& instance, const Here& here) {
    const bool right = fits_const(rule, instance);
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
    return fits_min_length(rule, instance) || here.fail_count(rule, length_of(instance.text()));
}

bool check_max_length(const Rule& rule, const Value& instance, const Here& here) {
    return fits_max_length(rule, instance) || here.fail_count(rule, length_of(instance.text()));
}

bool check_pattern(const Rule& rule, const Value& instance, const Here& here) {
    return here.finds(*rule.operand.pattern, instance.text(), *rule.keyword) ||
           here.fail(*rule.keyword, rule.keyword->value.text(), json_type_of(instance));
}

}  // namespace standin::schema
