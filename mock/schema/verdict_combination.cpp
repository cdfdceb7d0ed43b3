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
        if (!here.apply(*schema, instance, Here::Role::branch)) return false;
    } else {
        here.leaves_open(instance);  // nobody knows what the branch would have declared
    }
    return here.fail(*rule.keyword, "", json_type_of(instance));
}

}  // namespace

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

bool check_any_of(const Rule& rule, const Value& instance, const Here& here) {
    const auto& schemas = rule.operand.branches->schemas;
    const auto matches = [&](const Schema* schema) { return here.tries(*schema, instance); };
    // Whoever collects has to look at all of them.
    const bool met = here.evaluated() ? std::ranges::count_if(schemas, matches) > 0
                                      : std::ranges::any_of(schemas, matches);
    return met || fail_branches(rule, instance, here);
}

// Branches that are met only for want of members that travel the other way do not count where one
// is met without: what would tell them apart is not there.
bool check_one_of(const Rule& rule, const Value& instance, const Here& here) {
    size_t whole = 0;
    bool any = false;
    for (const Schema* schema : rule.operand.branches->schemas) {
        bool lacks = false;
        if (!here.tries(*schema, instance, &lacks)) continue;
        any = true;
        whole += lacks ? 0 : 1;
    }
    if (!any) return fail_branches(rule, instance, here);
    return whole <= 1 || here.fail(*rule.keyword, "1", std::to_string(whole));
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
