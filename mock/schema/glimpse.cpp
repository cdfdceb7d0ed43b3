#include "mock/schema/glimpse.h"

#include "mock/schema/fit.h"
#include "mock/schema/format.h"
#include "mock/schema/here.h"
#include "mock/schema/operand.h"
#include "mock/schema/presence.h"

namespace standin::schema::glimpse {

bool in_full(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance) {
    const Step step;
    return rule.check(rule, instance, Here(glance.run(), schema, &step));
}

bool is_in_enum(Glance&, const Schema&, const Rule& rule, const Value& instance) {
    return fits_enum(rule, instance);
}

bool is_constant(Glance&, const Schema&, const Rule& rule, const Value& instance) {
    return fits_const(rule, instance);
}

bool has_format(Glance&, const Schema&, const Rule& rule, const Value& instance) {
    const Format& format = *rule.operand.format;
    return format.text ? format.text(instance.text()) : format.number(instance);
}

bool is_long_enough(Glance&, const Schema&, const Rule& rule, const Value& instance) {
    return fits_min_length(rule, instance);
}

bool is_short_enough(Glance&, const Schema&, const Rule& rule, const Value& instance) {
    return fits_max_length(rule, instance);
}

bool has_pattern(Glance& glance, const Schema&, const Rule& rule, const Value& instance) {
    return glance.finds(*rule.operand.pattern, instance.text());
}

bool has_enough_items(Glance&, const Schema&, const Rule& rule, const Value& instance) {
    return instance.items().size() >= rule.count;
}

bool has_items_to_limit(Glance&, const Schema&, const Rule& rule, const Value& instance) {
    return instance.items().size() <= rule.count;
}

bool has_items(Glance& glance, const Schema&, const Rule& rule, const Value& instance) {
    const auto items = instance.items();
    return glance.below(items.size(), [&] {
        for (size_t i = rule.count; i < items.size(); ++i) {
            if (!glance.holds(*rule.operand.schema, items[i])) return false;
        }
        return true;
    });
}

namespace {

// The last of that name; null where there is none.
const Member* find_member(std::span<const Member> members, std::string_view name) {
    for (size_t i = members.size(); i-- > 0;) {
        if (same_text(members[i].name, name)) return &members[i];
    }
    return nullptr;
}

}  // namespace

// So few names that each of them is looked for.
bool has_few_names(Glance&, const Schema&, const Rule& rule, const Value& instance) {
    const auto members = instance.members();
    const Members& rules = *rule.operand.members;
    for (size_t i = 0; i < rules.declared.size(); ++i) {
        if (!find_member(members, rules.names[i])) return false;
    }
    return true;
}

bool has_few_members(Glance& glance, const Schema&, const Rule& rule, const Value& instance) {
    const auto members = instance.members();
    const Members& rules = *rule.operand.members;
    for (size_t i = 0; i < rules.declared.size(); ++i) {
        const auto& [schema, required] = rules.declared[i];
        const Member* member = find_member(members, rules.names[i]);
        if (member ? schema && !glance.holds(*schema, member->value) : required) return false;
    }
    return true;
}

namespace {

enum class Seen : uint8_t { right, wrong, stranger };

// Of members that share a name the last one counts: it is met first. Most bodies have them in the
// order of the schema. A stranger is wrong, unless another member of its name replaces it.
Seen look_at(Glance& glance, const Members& rules, std::span<const Member> members, Sets allowed) {
    uint64_t seen = 0;
    auto next = static_cast<uint32_t>(rules.declared.size());
    for (const Member* member = members.data() + members.size(); member != members.data();) {
        --member;
        const bool expected = next > 0 && same_text(rules.names[next - 1], member->name);
        const uint32_t index = expected ? next - 1 : rules.names.find_before(next, member->name);
        const Schema* own = index == Names::none ? nullptr : rules.declared[index].schema;
        if (!own) {  // none that `properties` declares
            if (rules.closed) return Seen::wrong;
            const bool wrong = rules.additional && !glance.holds(*rules.additional, member->value);
            if (wrong) return Seen::stranger;
            if (index == Names::none) continue;
        }
        if (seen >> index & 1U) continue;
        seen |= uint64_t{1} << index;
        next = index;
        if (own && !glance.holds(*own, member->value)) return Seen::wrong;
    }
    const bool complete = (rules.required_bits & ~seen) == 0;
    return complete && allowed >> (seen & 31U) & 1U ? Seen::right : Seen::wrong;
}

}  // namespace

bool has_members(Glance& glance, const Schema& schema, const Rule& rule, const Value& instance) {
    const auto members = instance.members();
    return glance.below(members.size(), [&] {
        const Seen seen = look_at(glance, *rule.operand.members, members, rule.count);
        if (seen != Seen::stranger) return seen == Seen::right;
        const Step step;
        return Here(glance.run(), schema, &step).check(instance);
    });
}

bool is_seen_by_members(Glance&, const Schema&, const Rule&, const Value&) {
    return true;
}

}  // namespace standin::schema::glimpse
