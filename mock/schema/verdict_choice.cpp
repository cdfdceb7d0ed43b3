// What is checked by applying schemas to the same instance of which it has to match one.
#include "mock/schema/choice.h"
#include "mock/schema/intent.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

// Tells what is wrong with the branch that was meant. Where that is a guess, it is told first that
// the choice is not met, and which branch is the closest.
bool fail_choice(const Rule& rule, const Value& instance, const Here& here) {
    if (here.done()) return false;
    if (here.counted()) return here.fail(*rule.keyword, "", json_type_of(instance));
    const Intent intent = intent_of(rule, instance, here);
    if (intent.tag) return here.fail_member(*intent.tag, *intent.keyword);
    const bool sure = intent.branch && intent.closest.empty();
    if (sure && !here.apply(*intent.branch, instance)) return false;
    here.fail(*rule.keyword, intent.closest, json_type_of(instance));
    if (intent.branch && !sure) here.apply(*intent.branch, instance);
    return false;
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
