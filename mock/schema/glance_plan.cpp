// How a glance goes about each schema: chosen when all of them are compiled.
#include <algorithm>

#include "mock/schema/choice.h"
#include "mock/schema/glimpse.h"
#include "mock/schema/here.h"
#include "mock/schema/operand.h"
#include "mock/schema/presence.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

struct Row {
    Check check;
    Glimpse glimpse;
};

// Those that see the instance alone; those that apply schemas; and how these do where the schemas
// are so light that looking for the ones that fit would cost more.
constexpr Row leaves[] = {
    {check_enum, glimpse::is_in_enum},
    {check_const, glimpse::is_constant},
    {check_format, glimpse::has_format},
    {check_min_length, glimpse::is_long_enough},
    {check_max_length, glimpse::is_short_enough},
    {check_pattern, glimpse::has_pattern},
    {check_min_items, glimpse::has_enough_items},
    {check_max_items, glimpse::has_items_to_limit},
};
constexpr Row others[] = {
    {check_items, glimpse::has_items},           {check_ref, glimpse::refers},
    {check_all_of, glimpse::matches_all_of},     {check_any_of, glimpse::chooses_any_of},
    {check_one_of, glimpse::chooses_one_of},     {check_not, glimpse::is_not},
    {check_condition, glimpse::obeys_condition},
};
constexpr Row light[] = {
    {check_ref, glimpse::refers},
    {check_all_of, glimpse::matches_all_of},
    {check_any_of, glimpse::matches_any_of},
    {check_one_of, glimpse::matches_one_of},
    {check_not, glimpse::is_not},
    {check_condition, glimpse::obeys_condition},
};

constexpr size_t few = 4;    // declared names, each of which is looked for
constexpr size_t many = 64;  // a bit for each
constexpr unsigned most_weight = 32;

// What a rule weighs: as much as all that it applies, or as nobody can tell.
class Weight {
  public:
    explicit Weight(unsigned own) : sum_(own) {}

    Weight& add(const Schema* schema) {
        if (schema) sum_ += schema->rules.empty() ? 1U : schema->weight;
        return *this;
    }
    template <class Schemas>
    Weight& add_all(const Schemas& schemas) {
        for (const Schema* schema : schemas) add(schema);
        return *this;
    }
    bool is_little() const { return sum_ <= most_weight; }
    uint8_t get() const { return is_little() ? static_cast<uint8_t>(sum_) : Schema::none; }

  private:
    unsigned sum_;
};

Weight weight_of(const Rule& rule) {
    Weight weight(1);
    if (rule.check == check_ref || rule.check == check_not) return weight.add(rule.operand.schema);
    if (rule.check == check_all_of) return weight.add_all(rule.operand.branches->schemas);
    if (rule.check == check_any_of || rule.check == check_one_of) {
        return weight.add_all(rule.operand.choice->schemas);
    }
    if (rule.check == check_condition) {
        const auto& [test, yes, no] = *rule.operand.condition;
        return weight.add(test).add(yes).add(no);
    }
    return Weight(Schema::none);
}

struct Weighed {
    Glimpse glimpse;
    uint8_t weight;
};

Weighed weigh_members(const Members& rules) {
    const bool open = !rules.closed && !rules.additional && rules.patterns.empty();
    if (open && rules.declared.size() <= few) {
        Weight weight(1);
        for (const Members::Declared& declared : rules.declared) weight.add(declared.schema);
        const bool names_alone = rules.properties == 0;
        if (weight.is_little()) {
            return {names_alone ? glimpse::has_few_names : glimpse::has_few_members, weight.get()};
        }
    }
    const bool fits = rules.declared.size() <= many && rules.patterns.empty();
    return {fits ? glimpse::has_members : glimpse::in_full, Schema::none};
}

Weighed weigh(const Rule& rule) {
    if (rule.check == check_members) return weigh_members(*rule.operand.members);
    const auto* leaf = std::ranges::find(leaves, rule.check, &Row::check);
    if (leaf != std::end(leaves)) return {leaf->glimpse, 1};
    const Weight weight = weight_of(rule);
    const std::span<const Row> rows = weight.is_little() ? std::span<const Row>(light) : others;
    const auto other = std::ranges::find(rows, rule.check, &Row::check);
    return {other == rows.end() ? glimpse::in_full : other->glimpse, weight.get()};
}

bool has_lone_rule(Glance& glance, const Schema& schema, const Value& instance) {
    const Rule& rule = schema.rules.front();
    return rule.glimpse(glance, schema, rule, instance);
}

bool has_all_rules(Glance& glance, const Schema& schema, const Value& instance) {
    for (const Rule& rule : schema.rules) {
        if (!rule.glimpse(glance, schema, rule, instance)) return false;
    }
    return true;
}

bool has_rules_of_kind(Glance& glance, const Schema& schema, const Value& instance) {
    const unsigned stages = stages_of(instance.kind());
    for (const Rule& rule : schema.rules) {
        const bool counts = stages & bit(rule.stage);
        if (counts && !rule.glimpse(glance, schema, rule, instance)) return false;
    }
    return true;
}

bool is_judged_in_full(Glance& glance, const Schema& schema, const Value& instance) {
    const Step step;
    return Here(glance.run(), schema, &step).check(instance);
}

bool judges_one_way(Glance& glance, const Schema& schema, const Value& instance) {
    const auto direction = static_cast<size_t>(glance.run().place.direction);
    return schema.one_way_members[direction] ? is_judged_in_full(glance, schema, instance)
                                             : has_rules_of_kind(glance, schema, instance);
}

// Whether each rule has its turn for whatever instance the schema's types allow.
bool all_have_turns(const Schema& schema) {
    Kinds kinds = schema.kinds;
    if (kinds & bit(Kind::integer)) kinds |= bit(Kind::number);
    for (size_t kind = 0; kind < kind_count; ++kind) {
        const unsigned stages = stages_of(static_cast<Kind>(kind));
        const bool asked = (kinds & ~schema.plain) >> kind & 1U;
        const auto has_turn = [&](const Rule& rule) { return (stages & bit(rule.stage)) != 0; };
        if (asked && !std::ranges::all_of(schema.rules, has_turn)) return false;
    }
    return true;
}

// Whether the first rule speaks for all.
bool first_is_all(const Schema& schema) {
    return std::ranges::all_of(schema.rules.subspan(1), [](const Rule& rule) {
        return rule.glimpse == glimpse::is_seen_by_members;
    });
}

Verdict verdict_of(const Schema& schema) {
    if (schema.collects) return is_judged_in_full;
    if (schema.one_way_members[0] || schema.one_way_members[1]) return judges_one_way;
    if (!all_have_turns(schema)) return has_rules_of_kind;
    return !schema.rules.empty() && first_is_all(schema) ? has_lone_rule : has_all_rules;
}

// The walk over an object's members tells which of them there are: rules that ask for nothing else
// need no look of their own.
void leave_to_members(const Schema& schema, Rule& members) {
    Sets allowed = ~Sets{0};
    for (Rule& rule : schema.rules) {
        const bool known = weight_of(rule).get() != Schema::none;
        if (&rule == &members || schema.kinds != bit(Kind::object) || !known) continue;
        const auto sets = sets_allowed_by(rule, members.operand.members->names);
        if (!sets) continue;
        allowed &= *sets;
        rule.glimpse = glimpse::is_seen_by_members;
    }
    members.count = allowed;
}

}  // namespace

void prepare_glances(Schema& schema) {
    unsigned weight = 1;
    for (Rule& rule : schema.rules) {
        const Weighed weighed = weigh(rule);
        rule.glimpse = weighed.glimpse;
        weight += weighed.weight;
    }
    for (Rule& rule : schema.rules) {
        if (rule.glimpse == glimpse::has_members) leave_to_members(schema, rule);
    }
    schema.verdict = verdict_of(schema);
    const bool known = schema.verdict != is_judged_in_full && schema.verdict != judges_one_way;
    schema.weight = known && weight <= most_weight ? static_cast<uint8_t>(weight) : Schema::none;
}

}  // namespace standin::schema
