// Readers of keywords whose value holds schemas.
#include <algorithm>

#include "mock/schema/draft.h"
#include "mock/schema/read.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

// What a discriminator's values lead to: the schema's name, and the pointer or name of its mapping.
std::string_view last_token(std::string_view pointer) {
    return pointer.substr(pointer.rfind('/') + 1);
}

std::string_view ref_of(const Value& branch) {
    const Value* ref = branch.find("$ref");
    return ref ? ref->text_or("") : "";
}

bool names_branch(std::string_view target, std::string_view ref) {
    return target == ref || (target.find('/') == target.npos && target == last_token(ref));
}

// OpenAPI 3.0.4, section 4.7.25: a branch goes by its schema's name and by those of the mapping.
void read_values(Branches& branches, const Value& list, const Value* mapping) {
    const auto items = list.items();
    const auto add = [&](std::string_view value, size_t branch) {
        if (branches.values.add(value) == branches.by_value.size()) {
            branches.by_value.push_back(branch);
        }
    };
    const std::span<const Member> mapped =
        mapping && mapping->is(Kind::object) ? mapping->members() : std::span<const Member>();
    for (const Member& member : mapped) {
        for (size_t i = 0; i < items.size(); ++i) {
            const std::string_view ref = ref_of(items[i]);
            if (!ref.empty() && names_branch(member.value.text_or(""), ref)) add(member.name, i);
        }
    }
    for (size_t i = 0; i < items.size(); ++i) {
        const std::string_view ref = ref_of(items[i]);
        if (!ref.empty()) add(last_token(ref), i);
    }
}

}  // namespace

bool read_not(Draft& draft, const Member& keyword, Rule& rule) {
    rule.operand.schema = draft.verdict(keyword);
    return true;
}

bool read_branches(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is(Kind::array) || keyword.value.items().empty()) {
        return draft.refuse(keyword, "must be an array of at least one schema");
    }
    Branches& branches = draft.store().branches.emplace_back();
    for (const Value& value : keyword.value.items()) {
        const std::string index = std::to_string(branches.schemas.size());
        branches.schemas.push_back(draft.branch(keyword, index, value));
    }
    rule.operand.branches = &branches;
    const Member* discriminator = draft.keyword("discriminator");
    if (keyword.name == "allOf" || !discriminator) return true;
    if (const Value* property = discriminator->value.find("propertyName")) {
        branches.discriminator = property->text_or("");
        read_values(branches, keyword.value, discriminator->value.find("mapping"));
    }
    return true;
}

// In Swagger 2.0 it is the property's name alone, and tells no branches apart.
bool read_discriminator(Draft& draft, const Member& keyword, Rule& rule) {
    if (draft.dialect() == Dialect::swagger_2_0) return read_text(draft, keyword, rule);
    const Value* property = keyword.value.find("propertyName");
    if (!property || !property->is(Kind::string)) {
        return draft.refuse(keyword, "must be an object with a string \"propertyName\"");
    }
    const Value* mapping = keyword.value.find("mapping");
    const bool right = !mapping || (mapping->is(Kind::object) &&
                                    std::ranges::all_of(mapping->members(), [](const Member& to) {
                                        return to.value.is(Kind::string);
                                    }));
    return right || draft.refuse(keyword, "must have a \"mapping\" of names to strings");
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
