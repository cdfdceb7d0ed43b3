#include "mock/schema/fit.h"

#include "mock/core/decimal.h"
#include "mock/schema/operand.h"

namespace standin::schema {

bool is_one_of(const Enumeration& values, const Value& instance) {
    if (instance.is(Kind::string)) return values.texts.find(instance.text()) != Names::none;
    if (!instance.is_number()) {
        return std::ranges::any_of(values.others,
                                   [&](const Value& one) { return is_same(one, instance); });
    }
    const auto less = [](const Value& left, const Value& right) {
        return compare(left, right) < 0;
    };
    return std::ranges::binary_search(values.numbers, instance, less);
}

}  // namespace standin::schema
