// What is checked by applying schemas to the same instance of which it has to match one.
#include "mock/schema/choice.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

// The branch that the client must have meant: the one its discriminator names, or else the only one
// that has its type; null where that cannot be told.
const Schema* intended(const Choice& choice, const Value& instance) {
    const Discriminator& discriminator = choice.discriminator;
    const Value* value = discriminator.keyword ? instance.find(discriminator.property) : nullptr;
    if (value) {
        const uint32_t index = discriminator.values.find(value->text_or(""));
        if (index != Names::none) return choice.schemas[discriminator.by_value[index]];
    }
    const Schema* only = nullptr;
    for (size_t i = 0; i < choice.schemas.size(); ++i) {
        if (!allows(choice.demands[i].kinds, instance)) continue;
        if (only) return nullptr;
        only = choice.schemas[i];
    }
    return only;
}

bool fail_choice(const Rule& rule, const Value& instance, const Here& here) {
    if (here.done()) return false;
    if (const Schema* schema = intended(*rule.operand.choice, instance)) {
        if (!here.apply(*schema, instance)) return false;
    }
    return here.fail(*rule.keyword, "", json_type_of(instance));
}

}  // namespace

bool check_any_of(const Rule& rule, const Value& instance, const Here& here) {
    bool met = false;
    rule.operand.choice->for_each_fitting(instance, [&](const Schema& schema) {
        met |= here.tries(schema, instance);
        return !met || here.evaluated();  // whoever collects has to look at all of them
    });
    return met || fail_choice(rule, instance, here);
}

bool check_one_of(const Rule& rule, const Value& instance, const Here& here) {
    size_t count = 0;
    rule.operand.choice->for_each_fitting(instance, [&](const Schema& schema) {
        count += here.tries(schema, instance);
        return count < 2 || !here.done();
    });
    if (count == 0) return fail_choice(rule, instance, here);
    return count == 1 || here.fail(*rule.keyword, "1", std::to_string(count));
}

}  // namespace standin::schema
