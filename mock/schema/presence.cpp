#include "mock/schema/presence.h"

#include "mock/schema/choice.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

using Allowed = std::optional<Sets>;

// The sets with the i-th name.
constexpr Sets sets_with[] = {0xAAAAAAAA, 0xCCCCCCCC, 0xF0F0F0F0, 0xFF00FF00, 0xFFFF0000};
constexpr Sets all_sets = 0xFFFFFFFF;

Allowed of_members(const Members& rules, const Names& names) {
    const bool names_alone = rules.properties == 0 && rules.patterns.empty();
    if (!names_alone || rules.closed || rules.additional) return std::nullopt;
    Sets sets = all_sets;
    for (size_t i = 0; i < rules.names.size(); ++i) {
        const uint32_t index = names.find(rules.names[i]);
        if (index >= std::size(sets_with)) return std::nullopt;
        sets &= sets_with[index];
    }
    return sets;
}

struct Count {
    Sets none = all_sets;  // allowed by no schema
    Sets one = 0;          // by exactly one
};

std::optional<Count> count(std::span<const Schema* const> schemas, const Names& names) {
    Count count;
    for (const Schema* schema : schemas) {
        const Allowed sets = sets_allowed_by(*schema, names);
        if (!sets) return std::nullopt;
        count.one = (count.one & ~*sets) | (count.none & *sets);
        count.none &= ~*sets;
    }
    return count;
}

Allowed of_all(const Branches& branches, const Names& names) {
    Sets all = all_sets;
    for (const Schema* schema : branches.schemas) {
        const Allowed sets = sets_allowed_by(*schema, names);
        if (!sets) return std::nullopt;
        all &= *sets;
    }
    return all;
}

}  // namespace

Allowed sets_allowed_by(const Rule& rule, const Names& names) {
    if (rule.check == check_members) return of_members(*rule.operand.members, names);
    if (rule.check == check_ref) return sets_allowed_by(*rule.operand.schema, names);
    if (rule.check == check_all_of) return of_all(*rule.operand.branches, names);
    if (rule.check == check_not) {
        const Allowed sets = sets_allowed_by(*rule.operand.schema, names);
        return sets ? Allowed(~*sets) : sets;
    }
    const bool any = rule.check == check_any_of;
    if (!any && rule.check != check_one_of) return std::nullopt;
    const auto counted = count(rule.operand.choice->schemas, names);
    if (!counted) return std::nullopt;
    return any ? ~counted->none : counted->one;
}

Allowed sets_allowed_by(const Schema& schema, const Names& names) {
    if (!(schema.kinds & bit(Kind::object))) return 0;
    Sets all = all_sets;
    for (const Rule& rule : schema.rules) {
        if (!(stages_of(Kind::object) & bit(rule.stage))) continue;
        const bool light = schema.weight != Schema::none;
        const Allowed sets = light ? sets_allowed_by(rule, names) : std::nullopt;
        if (!sets) return std::nullopt;
        all &= *sets;
    }
    return all;
}

}  // namespace standin::schema
