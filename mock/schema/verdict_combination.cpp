// What is checked by applying other schemas to the same instance.
#include <algorithm>

#include "mock/schema/operand.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

bool check_ref(const Rule& rule, const Value& instance, const Here& here) {
    return here.apply(*rule.operand.schema, instance);
}

// The outermost resource of the dynamic scope that has the anchor decides.
bool check_dynamic_ref(const Rule& rule, const Value& instance, const Here& here) {
    const Dynamic& dynamic = *rule.operand.dynamic;
    const Schema* target = dynamic.usual;
    for (const Scope* scope = here.scope(); scope; scope = scope->outer) {
        for (const Anchors::Anchor& anchor : scope->anchors->anchors) {
            if (anchor.name != dynamic.name) continue;
            target = here.schema().collects ? anchor.collecting : anchor.plain;
        }
    }
    return here.apply(*target, instance);
}

bool check_entrance(const Rule& rule, const Value& instance, const Here& here) {
    const Entrance& entrance = *rule.operand.entrance;
    return here.enter(*entrance.anchors, *entrance.schema, instance);
}

bool check_all_of(const Rule& rule, const Value& instance, const Here& here) {
    bool valid = true;
    for (const Schema* schema : rule.operand.branches->schemas) {
        valid &= here.apply(*schema, instance);
        if (!valid && here.done()) break;
    }
    return valid;
}

bool check_not(const Rule& rule, const Value& instance, const Here& here) {
    return !here.matches(*rule.operand.schema, instance) ||
           here.fail(*rule.keyword, "", json_type_of(instance));
}

bool check_condition(const Rule& rule, const Value& instance, const Here& here) {
    const Condition& condition = *rule.operand.condition;
    const bool test = here.asks(*condition.test, instance);
    const Schema* next = test ? condition.yes : condition.no;
    return !next || here.apply(*next, instance, Here::Role::branch);
}

}  // namespace standin::schema
