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

// The branch that a name or a pointer in the discriminator leads to.
size_t branch_of(std::string_view target, std::span<const Value> branches) {
    const auto at = std::ranges::find_if(branches, [&](const Value& branch) {
        const std::string_view ref = ref_of(branch);
        return !ref.empty() && names_branch(target, ref);
    });
    return at == branches.end() ? Discriminator::none : static_cast<size_t>(at - branches.begin());
}

void add_value(Discriminator& discriminator, std::string_view value, size_t branch) {
    const bool fresh = discriminator.values.add(value) == discriminator.by_value.size();
    if (fresh) discriminator.by_value.push_back(branch);
}

// OpenAPI 3.0.4, section 4.7.25: a branch goes by its schema's name and by those of the mapping. A
// client is told the latter where there are any.
void read_values(Discriminator& discriminator, std::span<const Value> branches) {
    const Value* mapping = discriminator.keyword->value.find("mapping");
    if (mapping && mapping->is(Kind::object)) {
        for (const Member& member : mapping->members()) {
            const size_t branch = branch_of(member.value.text_or(""), branches);
            if (branch == Discriminator::none) continue;
            add_value(discriminator, member.name, branch);
            discriminator.told.push_back(member.name);
        }
    }
    const auto mapped = discriminator.by_value;
    for (size_t i = 0; i < branches.size(); ++i) {
        const std::string_view name = last_token(ref_of(branches[i]));
        if (name.empty()) continue;
        add_value(discriminator, name, i);
        if (std::ranges::find(mapped, i) == mapped.end()) discriminator.told.push_back(name);
    }
}

// OpenAPI 3.2, section 4.25: "defaultMapping" names the branch of what has no value that is known.
void read_discriminator(Discriminator& discriminator, std::span<const Value> branches) {
    const Value& value = discriminator.keyword->value;
    if (const Value* property = value.find("propertyName")) {
        discriminator.property = property->text_or("");
        read_values(discriminator, branches);
    }
    const Value* otherwise = value.find("defaultMapping");
    if (otherwise) discriminator.otherwise = branch_of(otherwise->text_or(""), branches);
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
    if (const Member* discriminator = draft.keyword("discriminator")) {
        choice.discriminator.keyword = discriminator;
        read_discriminator(choice.discriminator, keyword.value.items());
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

}  // namespace standin::schema
