// What is checked by applying other schemas to the same instance.
#include <algorithm>

#include "mock/schema/operand.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

// Whether a schema can allow instances of this type at all, as far as its types tell.
bool is_possible(const Schema& schema, const Value& instance) {
    if (!allows(schema.kinds, instance)) return false;
    if (schema.ref && !is_possible(*schema.ref, instance)) return false;
    return std::ranges::all_of(schema.of(Stage::combination), [&](const Rule& rule) {
        return rule.check != check_all_of ||
               std::ranges::all_of(rule.operand.branches->schemas, [&](const Schema* part) {
                   return is_possible(*part, instance);
               });
    });
}

// The branch that the client must have meant: the one its discriminator names, or else the only one
// that has its type; null where that cannot be told.
const Schema* intended(const Branches& branches, const Value& instance) {
    const Value* value = instance.find(branches.discriminator);
    if (value && !branches.discriminator.empty()) {
        const uint32_t index = branches.values.find(value->text_or(""));
        if (index != Names::none) return branches.schemas[branches.by_value[index]];
    }
    const Schema* only = nullptr;
    for (const Schema* schema : branches.schemas) {
        if (!is_possible(*schema, instance)) continue;
        if (only) return nullptr;
        only = schema;
    }
    return only;
}

bool fail_branches(const Rule& rule, const Value& instance, const Here& here) {
    if (here.done()) return false;
    if (const Schema* schema = intended(*rule.operand.branches, instance)) {
        if (!here.apply(*schema, instance)) return false;
    }
    return here.fail(*rule.keyword, "", json_type_of(instance));
}

}  // namespace

bool check_ref(const Rule& rule, const Value& instance, const Here& here) {
    return here.apply(*rule.operand.schema, instance);
}

bool check_all_of(const Rule& rule, const Value& instance, const Here& here) {
    bool valid = true;
    for (const Schema* schema : rule.operand.branches->schemas) {
        valid &= here.apply(*schema, instance);
        if (!valid && here.done()) break;
    }
    return valid;
}

bool check_any_of(const Rule& rule, const Value& instance, const Here& here) {
    const auto matches = [&](const Schema* schema) { return here.matches(*schema, instance); };
    return std::ranges::any_of(rule.operand.branches->schemas, matches) ||
           fail_branches(rule, instance, here);
}

bool check_one_of(const Rule& rule, const Value& instance, const Here& here) {
    const auto matches = [&](const Schema* schema) { return here.matches(*schema, instance); };
    const auto count = std::ranges::count_if(rule.operand.branches->schemas, matches);
    if (count == 0) return fail_branches(rule, instance, here);
    return count == 1 || here.fail(*rule.keyword, "1", std::to_string(count));
}

bool check_not(const Rule& rule, const Value& instance, const Here& here) {
    return !here.matches(*rule.operand.schema, instance) ||
           here.fail(*rule.keyword, "", json_type_of(instance));
}

bool check_condition(const Rule& rule, const Value& instance, const Here& here) {
    const Condition& condition = *rule.operand.condition;
    const bool test = here.matches(*condition.test, instance);
    const Schema* next = test ? condition.yes : condition.no;
    return !next || here.apply(*next, instance);
}

}  // namespace standin::schema
