// Readers of keywords whose value holds schemas.
#include <algorithm>

#include "mock/schema/draft.h"
#include "mock/schema/read.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

bool read_not(Draft& draft, const Member& keyword, Rule& rule) {
    rule.operand.schema = draft.verdict(keyword);
    return true;
}

bool read_condition(Draft& draft, const Member& keyword, Rule& rule) {
    const Schema* own = draft.branch(keyword);
    if (keyword.name != "if") return false;
    const Member* yes = draft.keyword("then");
    const Member* no = draft.keyword("else");
    rule.operand.condition = &draft.store().conditions.emplace_back(
        Condition{own, yes ? draft.branch(*yes) : nullptr, no ? draft.branch(*no) : nullptr});
    return true;
}

bool read_prefix_items(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is(Kind::array)) return draft.refuse_value(keyword, "an array of schemas");
    Branches& branches = draft.store().branches.emplace_back();
    for (const Value& value : keyword.value.items()) {
        const std::string index = std::to_string(branches.schemas.size());
        branches.schemas.push_back(draft.child(keyword, index, value));
    }
    rule.operand.branches = &branches;
    return true;
}

// What 2020-12 calls prefixItems was a list in "items" before.
bool read_items(Draft& draft, const Member& keyword, Rule& rule) {
    if (keyword.value.is(Kind::array) && draft.language().has_lists_of_items()) {
        rule.check = check_prefix_items;
        return read_prefix_items(draft, keyword, rule);
    }
    rule.operand.schema = draft.child(keyword);
    const Member* prefix = draft.keyword("prefixItems");
    if (prefix && prefix->value.is(Kind::array)) {
        rule.count = static_cast<uint32_t>(prefix->value.items().size());
        const bool closed = keyword.value.is(Kind::boolean) && !keyword.value.boolean();
        if (closed) rule.check = check_closed_items;
    }
    return true;
}

bool read_additional_items(Draft& draft, const Member& keyword, Rule& rule) {
    const Member* items = draft.keyword("items");
    const bool counts = items && items->value.is(Kind::array);
    if (counts) rule.count = static_cast<uint32_t>(items->value.items().size());
    if (keyword.value.is(Kind::boolean) && !keyword.value.boolean()) {
        rule.check = check_closed_items;
    } else if (keyword.value.is(Kind::boolean) && !draft.language().has_boolean_schemas()) {
        return false;
    } else {
        rule.operand.schema = draft.child(keyword);
    }
    return counts;
}

bool read_contains(Draft& draft, const Member& keyword, Rule& rule) {
    Contains& contains = draft.store().contains.emplace_back();
    contains.schema = draft.child(keyword);
    contains.evaluates = draft.dialect() == Dialect::json_schema_2020_12;
    contains.minimum_keyword = draft.keyword("minContains");
    contains.maximum_keyword = draft.keyword("maxContains");
    const auto count_of = [](const Member& member) {
        constexpr double most = 1e15;  // no array has so many items
        const double count = member.value.is_number() ? member.value.number() : 0;
        return static_cast<size_t>(std::clamp(count, 0.0, most));
    };
    if (contains.minimum_keyword) contains.minimum = count_of(*contains.minimum_keyword);
    if (contains.maximum_keyword) contains.maximum = count_of(*contains.maximum_keyword);
    rule.operand.contains = &contains;
    return true;
}

// An annotation: what it says of a text's content is not checked, but must be a schema.
bool read_content_schema(Draft& draft, const Member& keyword, Rule&) {
    draft.child(keyword);
    return false;
}

}  // namespace standin::schema
