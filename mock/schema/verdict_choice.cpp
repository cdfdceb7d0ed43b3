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
    const bool sure = intent.branch && intent.closest.empty();
    if (!sure) here.leaves_open(instance);  // nobody knows what the branch would have declared
    if (intent.tag) return here.fail_member(*intent.tag, *intent.keyword);
    if (sure && !here.apply(*intent.branch, instance, Here::Role::branch)) return false;
    here.fail(*rule.keyword, intent.closest, json_type_of(instance));
    if (intent.branch && !sure) here.apply_guess(*intent.branch, instance);
    return false;
}

// Visits branches while `visit` returns true: those that can be met, as far as their demands tell;
// all of them where a demand may be excused.
template <class Visit>
void for_each_fitting(const Choice& choice, const Value& instance, const Here& here, Visit visit) {
    if (!here.knows_one_way()) return choice.for_each_fitting(instance, visit);
    for (const Schema* schema : choice.schemas) {
        if (!visit(*schema)) return;
    }
}

}  // namespace

bool check_any_of(const Rule& rule, const Value& instance, const Here& here) {
    bool met = false;
    bool whole = false;
    for_each_fitting(*rule.operand.choice, instance, here, [&](const Schema& schema) {
        bool lacks = false;
        if (!here.tries(schema, instance, &lacks)) return true;
        met = true;
        whole |= !lacks;
        return !whole || here.looks_at_all();
    });
    if (met && !whole) here.lack();
    return met || fail_choice(rule, instance, here);
}

// Branches that are met only for want of members that travel the other way do not count where one
// is met without: what would tell them apart is not there.
bool check_one_of(const Rule& rule, const Value& instance, const Here& here) {
    size_t whole = 0;
    bool any = false;
    for_each_fitting(*rule.operand.choice, instance, here, [&](const Schema& schema) {
        bool lacks = false;
        const bool met = here.tries(schema, instance, &lacks);
        any |= met;
        whole += met && !lacks ? 1 : 0;
        return whole < 2 || !here.done();
    });
    if (!any) return fail_choice(rule, instance, here);
    if (whole == 0) here.lack();
    return whole <= 1 || here.fail(*rule.keyword, "1", std::to_string(whole));
}

}  // namespace standin::schema
