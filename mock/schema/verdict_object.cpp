// What is checked in objects. Of members with the same name, the last one counts.
#include <algorithm>

#include "mock/schema/latest.h"
#include "mock/schema/operand.h"
#include "mock/schema/pattern.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

// The walk over one object for properties, required, patternProperties and additionalProperties.
class Walk {
  public:
    Walk(const Members& rules, const Value& instance, const Here& here)
        : rules_(rules),
          members_(instance.members()),
          here_(here),
          knows_one_way_(here.knows_one_way()),
          latest_(members_) {}

    bool valid() {
        bool valid = here_.done() && rules_.declared.size() <= few ? glance() : check_declared();
        const bool more = strangers_ && (rules_.closed || rules_.additional);
        if ((more || !rules_.patterns.empty()) && (valid || !here_.done())) valid &= check_rest();
        return valid;
    }

  private:
    static constexpr size_t few = 64;  // declared names, a bit each

    // The verdict alone. Of members that share a name the last one counts: it is met first.
    bool glance() {
        uint64_t seen = 0;
        auto hint = static_cast<uint32_t>(members_.size()) - 1;
        for (size_t i = members_.size(); i-- > 0;) {
            const uint32_t index = rules_.names.find(members_[i].name, hint);
            if (index >= rules_.properties) strangers_ = true;
            if (index == Names::none || (seen >> index & 1U)) continue;
            seen |= uint64_t{1} << index;
            hint = index - 1;
            if (!check_present(index, members_[i])) return false;
        }
        for (size_t i = 0; i < rules_.declared.size(); ++i) {
            if (!(seen >> i & 1U) && !check_absent(i)) return false;
        }
        return true;
    }

    // Every problem, in the order of the schema.
    bool check_declared() {
        Scratch::Slots slots(here_.scratch(), rules_.declared.size());
        find_declared(slots);
        bool valid = true;
        for (size_t i = 0; i < rules_.declared.size(); ++i) {
            const uint32_t at = slots[i];
            valid &= at == Scratch::Slots::none ? check_absent(i) : check_present(i, members_[at]);
            if (!valid && here_.done()) break;
        }
        return valid;
    }

    // Which member has a declared name.
    void find_declared(Scratch::Slots& slots) {
        uint32_t hint = 0;
        for (uint32_t i = 0; i < members_.size(); ++i) {
            const uint32_t index = rules_.names.find(members_[i].name, hint);
            if (index != Names::none) slots[index] = i, hint = index + 1;
            if (index >= rules_.properties) strangers_ = true;
        }
    }

    bool check_present(size_t index, const Member& member) {
        const auto& [schema, required] = rules_.declared[index];
        // What means nothing is as good as missing.
        if (ignores(member.name)) return !required || here_.may_lack(member.name);
        return !schema || here_.member(*schema, member);
    }

    bool check_absent(size_t index) {
        const auto& [schema, required] = rules_.declared[index];
        const std::string_view name = rules_.names[index];
        if (!required || (knows_one_way_ && here_.may_lack(name))) return true;
        if (here_.done()) return false;
        const std::string expected = schema ? types_of(*schema) : "";
        return here_.fail_member(name, *rules_.required, expected, "undefined");
    }

    bool ignores(std::string_view name) const { return knows_one_way_ && here_.ignores(name); }

    bool check_rest() {
        bool valid = true;
        for (const Member& member : members_) {
            valid &= check_rest_of(member);
            if (!valid && here_.done()) break;
        }
        return valid;
    }

    bool check_rest_of(const Member& member) {
        if (ignores(member.name)) return true;
        bool valid = true;
        bool known = rules_.names.find(member.name) < rules_.properties;
        for (const auto& [pattern, schema] : rules_.patterns) {
            if (!here_.finds(*pattern, member.name, *rules_.pattern_keyword)) continue;
            known = true;
            valid &= check_member(*schema, member);
        }
        if (known) return valid;
        if (rules_.additional) return valid & check_member(*rules_.additional, member);
        if (!rules_.closed || !latest_.has(member)) return valid;
        return here_.fail_member(member.name, *rules_.closed, "", member.name);
    }

    // A member that another one of its name replaces is not told.
    bool check_member(const Schema& schema, const Member& member) {
        if (here_.matches_member(schema, member) || !latest_.has(member)) return true;
        return !here_.done() && here_.member(schema, member);
    }

    const Members& rules_;
    std::span<const Member> members_;
    const Here& here_;
    const bool knows_one_way_;
    Latest latest_;
    bool strangers_ = false;  // whether there are members that `properties` does not declare
};

// Whether names are all that is asked for, few enough to look for each of them.
bool only_requires(const Members& rules) {
    constexpr size_t few = 4;
    return rules.properties == 0 && rules.declared.size() <= few && rules.patterns.empty() &&
           !rules.additional && !rules.closed;
}

bool has_all(const Members& rules, const Value& instance) {
    const auto members = instance.members();
    for (size_t i = 0; i < rules.declared.size(); ++i) {
        const auto is_it = [name = rules.names[i]](const Member& member) {
            return same_text(member.name, name);
        };
        if (std::ranges::none_of(members, is_it)) return false;
    }
    return true;
}

// The types of a property of this schema; "" where it declares none of that name.
std::string type_of_property(const Schema& schema, std::string_view name) {
    for (const Rule& rule : schema.of(Stage::members)) {
        const Members& members = *rule.operand.members;
        const uint32_t index = members.names.find(name);
        if (index < members.properties) return types_of(*members.declared[index].schema);
    }
    return "";
}

// What of the instance these keywords are about.
void note_members(const Members& rules, const Value& instance, const Here& here) {
    Evaluated& seen = *here.evaluated();
    if (rules.knows_all) return seen.add_all();
    const auto members = instance.members();
    for (size_t i = 0; i < members.size(); ++i) {
        const auto fits = [&](const auto& row) {
            return here.finds(*row.first, members[i].name, *rules.pattern_keyword);
        };
        if (rules.names.find(members[i].name) < rules.properties ||
            std::ranges::any_of(rules.patterns, fits)) {
            seen.add(i);
        }
    }
}

}  // namespace

bool check_members(const Rule& rule, const Value& instance, const Here& here) {
    const Members& rules = *rule.operand.members;
    here.declares(rules, instance);
    const bool quick = only_requires(rules) && !here.knows_one_way();
    bool valid = quick && has_all(rules, instance);
    if (!valid && !(quick && here.done())) valid = Walk(rules, instance, here).valid();
    if (here.evaluated()) note_members(rules, instance, here);
    return valid;
}

bool check_property_names(const Rule& rule, const Value& instance, const Here& here) {
    bool valid = true;
    Latest latest(instance.members());
    for (const Member& member : instance.members()) {
        const Member name{member.name, Value::of(member.name), {}};
        if (here.matches_member(*rule.operand.schema, name)) continue;
        valid = false;
        if (here.done()) break;
        if (latest.has(member)) here.fail_member(member.name, *rule.keyword, "", member.name);
    }
    return valid;
}

bool check_min_properties(const Rule& rule, const Value& instance, const Here& here) {
    const size_t count = count_names(instance.members(), rule.count);
    return count >= rule.count || here.fail_count(rule, count);
}

bool check_max_properties(const Rule& rule, const Value& instance, const Here& here) {
    if (instance.members().size() <= rule.count) return true;
    const size_t count = count_names(instance.members(), SIZE_MAX);
    return count <= rule.count || here.fail_count(rule, count);
}

bool check_dependent_required(const Rule& rule, const Value& instance, const Here& here) {
    bool valid = true;
    for (const auto& dependent : rule.operand.dependents->dependents) {
        if (!instance.find(dependent.name)) continue;
        for (std::string_view name : dependent.required) {
            if (instance.find(name) || here.may_lack(name)) continue;
            valid = here.fail_member(name, *rule.keyword, type_of_property(here.schema(), name),
                                     "undefined");
            if (here.done()) return false;
        }
    }
    return valid;
}

bool check_dependencies(const Rule& rule, const Value& instance, const Here& here) {
    if (!instance.is(Kind::object)) return true;
    const bool valid = check_dependent_required(rule, instance, here);
    return (valid || !here.done()) && check_dependent_schemas(rule, instance, here) && valid;
}

bool check_dependent_schemas(const Rule& rule, const Value& instance, const Here& here) {
    bool valid = true;
    if (!instance.is(Kind::object)) return valid;
    for (const auto& dependent : rule.operand.dependents->dependents) {
        if (!dependent.schema || !instance.find(dependent.name)) continue;
        valid &= here.apply(*dependent.schema, instance, Here::Role::branch);
        if (!valid && here.done()) break;
    }
    return valid;
}

}  // namespace standin::schema
