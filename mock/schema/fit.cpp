#include "mock/schema/fit.h"

#include "mock/core/decimal.h"
#include "mock/schema/operand.h"

namespace standin::schema {

namespace {

bool is_one_of(std::span<const Value> values, const Value& instance) {
    if (!instance.is(Kind::string)) {
        return std::ranges::any_of(values, [&](const Value& one) { return same(one, instance); });
    }
    const std::string_view text = instance.text();
    return std::ranges::any_of(values, [&](const Value& one) {
        return one.is(Kind::string) && same_text(one.text(), text);
    });
}

bool is_one_of(const Enumeration& values, const Value& instance) {
    if (instance.is(Kind::string)) return values.texts.find(instance.text()) != Names::none;
    if (!instance.is_number()) return is_one_of(values.others, instance);
    const auto less = [](const Value& left, const Value& right) {
        return compare(left, right) < 0;
    };
    return std::ranges::binary_search(values.numbers, instance, less);
}

}  // namespace

bool fits_enum(const Rule& rule, const Value& instance) {
    const Enumeration* many = rule.operand.enumeration;
    return many ? is_one_of(*many, instance) : is_one_of(rule.keyword->value.items(), instance);
}

}  // namespace standin::schema
