// Readers of keywords that list schemas for the same instance, and of what tells them apart.
#include <algorithm>

#include "mock/schema/choice.h"
#include "mock/schema/draft.h"
#include "mock/schema/operand.h"
#include "mock/schema/read.h"

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
void read_values(Discriminator& discriminator, const Value& list, const Value* mapping) {
    const auto items = list.items();
    const auto add = [&](std::string_view value, size_t branch) {
        if (discriminator.values.add(value) == discriminator.by_value.size()) {
            discriminator.by_value.push_back(branch);
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

bool read_list(Draft& draft, const Member& keyword, std::vector<const Schema*>& schemas) {
    if (!keyword.value.is(Kind::array) || keyword.value.items().empty()) {
        return draft.refuse(keyword, "must be an array of at least one schema");
    }
    for (const Value& value : keyword.value.items()) {
        schemas.push_back(draft.branch(keyword, std::to_string(schemas.size()), value));
    }
    return true;
}

}  // namespace

bool read_branches(Draft& draft, const Member& keyword, Rule& rule) {
    Branches& branches = draft.store().branches.emplace_back();
    rule.operand.branches = &branches;
    return read_list(draft, keyword, branches.schemas);
}

bool read_choice(Draft& draft, const Member& keyword, Rule& rule) {
    Choice& choice = draft.store().choices.emplace_back();
    rule.operand.choice = &choice;
    if (!read_list(draft, keyword, choice.schemas)) return false;
    const Member* discriminator = draft.keyword("discriminator");
    const Value* property = discriminator ? discriminator->value.find("propertyName") : nullptr;
    if (!property) return true;
    choice.discriminator.keyword = discriminator;
    choice.discriminator.property = property->text_or("");
    read_values(choice.discriminator, keyword.value, discriminator->value.find("mapping"));
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

}  // namespace standin::schema
