// What is checked in objects. Of members with the same name, the last one counts.
#include <algorithm>

#include "mock/schema/latest.h"
#include "mock/schema/operand.h"
#include "mock/schema/pattern.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

// Whether a member travels only the other way: readOnly in a request, writeOnly in a response.
bool travels_back(const Members::Declared& declared, Direction direction) {
    bool back = false;
    for (const Schema* schema = declared.schema; schema && !back; schema = schema->ref) {
        back = direction == Direction::request ? schema->read_only : schema->write_only;
    }
    return back;
}

// The walk over one object for properties, required, patternProperties and additionalProperties.
class Walk {
  public:
    Walk(const Members& rules, const Value& instance, const Here& here)
        : rules_(rules),
          members_(instance.members()),
          here_(here),
          slots_(here.scratch(), rules.declared.size()),
          latest_(members_) {}

    bool valid() {
        find_declared();
        bool valid = check_declared();
        const bool more = strangers_ && (rules_.closed || rules_.additional);
        if ((more || !rules_.patterns.empty()) && (valid || !here_.done())) valid &= check_rest();
        return valid;
    }

  private:
    void find_declared() {
        uint32_t hint = 0;
        for (uint32_t i = 0; i < members_.size(); ++i) {
            const uint32_t index = rules_.names.find(members_[i].name, hint);
            if (index != Names::none) slots_[index] = i, hint = index + 1;
            if (index >= rules_.properties) strangers_ = true;
        }
    }

    bool check_declared() {
        bool valid = true;
        for (size_t i = 0; i < rules_.declared.size(); ++i) {
            valid &= check_one(i);
            if (!valid && here_.done()) break;
        }
        return valid;
    }

    bool check_one(size_t index) {
        const Members::Declared& declared = rules_.declared[index];
        if (slots_[index] != Scratch::Slots::none) {
            // What a client sends for a readOnly member means nothing, so it cannot be wrong.
            const bool idle = here_.direction() == Direction::request &&
                              travels_back(declared, Direction::request);
            return !declared.schema || idle ||
                   here_.member(*declared.schema, members_[slots_[index]]);
        }
        if (!declared.required || travels_back(declared, here_.direction())) return true;
        if (here_.done()) return false;
        const std::string expected = declared.schema ? types_of(*declared.schema) : "";
        return here_.fail_member(rules_.names[index], *rules_.required, expected, "undefined");
    }

    bool check_rest() {
        bool valid = true;
        for (const Member& member : members_) {
            valid &= check_rest_of(member);
            if (!valid && here_.done()) break;
        }
        return valid;
    }

    bool check_rest_of(const Member& member) {
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
    Scratch::Slots slots_;  // which member has a declared name
    Latest latest_;
    bool strangers_ = false;  // whether there are members that `properties` does not declare
};

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
    const bool valid = Walk(rules, instance, here).valid();
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
            if (instance.find(name)) continue;
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
        valid &= here.apply(*dependent.schema, instance);
        if (!valid && here.done()) break;
    }
    return valid;
}

}  // namespace standin::schema
