// What is checked in members and items that no other keyword has had a look at.
#include <algorithm>

#include "mock/schema/latest.h"
#include "mock/schema/operand.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

size_t size_of(const Value& instance) {
    if (instance.is(Kind::array)) return instance.items().size();
    return instance.is(Kind::object) ? instance.members().size() : 0;
}

bool check_items_of(const Unevaluated::Rest& rest, const Value& instance, const Evaluated& seen,
                    const Here& here) {
    bool valid = true;
    size_t first = seen.count();  // that is not evaluated
    for (size_t i = 0; i < seen.count(); ++i) {
        if (seen.has(i)) continue;
        first = std::min(first, i);
        const Value& item = instance.items()[i];
        valid &= rest.schema ? here.item(*rest.schema, item, i)
                             : here.fail_item(i, *rest.keyword, item, first);
        if (!valid && here.done()) break;
    }
    return valid;
}

// A member that another one of its name replaces is not told.
bool check_member(const Unevaluated::Rest& rest, const Member& member, Latest& latest,
                  const Here& here) {
    if (rest.schema && here.matches_member(*rest.schema, member)) return true;
    if (!latest.has(member)) return true;
    if (here.done()) return false;
    if (rest.schema) return here.member(*rest.schema, member);
    return here.fail_member(member.name, *rest.keyword, "", member.name);
}

bool check_members_of(const Unevaluated::Rest& rest, const Value& instance, const Evaluated& seen,
                      const Here& here) {
    bool valid = true;
    Latest latest(instance.members());
    for (size_t i = 0; i < seen.count(); ++i) {
        if (!seen.has(i)) valid &= check_member(rest, instance.members()[i], latest, here);
        if (!valid && here.done()) break;
    }
    return valid;
}

}  // namespace

// What is not evaluated is told only where nothing else is wrong: the keywords that fail might have
// evaluated it.
bool check_unevaluated(const Rule& rule, const Value& instance, const Here& here) {
    const Unevaluated& rules = *rule.operand.unevaluated;
    if (rules.properties.keyword) here.leaves_open(instance);
    Evaluated seen(here.scratch(), size_of(instance));
    if (!here.collect(*rules.others, instance, seen)) return false;
    if (instance.is(Kind::array) && rules.items.keyword) {
        if (!check_items_of(rules.items, instance, seen, here)) return false;
        seen.add_all();
    }
    if (instance.is(Kind::object) && rules.properties.keyword) {
        if (!check_members_of(rules.properties, instance, seen, here)) return false;
        seen.add_all();
    }
    if (Evaluated* outer = here.evaluated()) outer->add_all_of(seen);
    return true;
}

}  // namespace standin::schema
