#include "mock/sample/merged.h"

#include <algorithm>

#include "mock/contract/documents.h"

namespace standin::sample {

using contract::Located;

namespace {

bool is_array(const Located& at) {
    return at && at.value->is(Kind::array);
}
bool is_object(const Located& at) {
    return at && at.value->is(Kind::object);
}

std::string last_token(std::string_view pointer) {
    return std::string(pointer.substr(pointer.rfind('/') + 1));
}

// "Dog" of a branch that is "#/components/schemas/Dog", unless the mapping calls it otherwise.
std::string word_of(const Located& discriminator, const Located& target) {
    const Located mapping = discriminator.find("mapping");
    const std::string token = last_token(target.pointer);
    if (!is_object(mapping)) return token;
    for (const Member& each : mapping.value->members()) {
        const std::string_view leads = each.value.text_or("");
        if (leads == token || leads.ends_with(target.pointer)) return std::string(each.name);
    }
    return token;
}

class Merger {
  public:
    explicit Merger(const Merging& merging) : merging_(merging), rest_(merging.variant) {}

    Merged merge(const Schemas& schemas) {
        for (const Located& schema : schemas) add(schema);
        for (const Located& schema : merged_.schemas) note_word(schema);
        return std::move(merged_);
    }

  private:
    void add(const Located& schema) {
        if (!schema || !seen_.insert(schema.value).second) return;
        if (schema.value->is(Kind::boolean)) {
            merged_.impossible |= !schema.value->boolean();
            return;
        }
        if (!schema.value->is(Kind::object)) return;
        const Located target = target_of(schema);
        if (target && merging_.refs_stand_alone) return add(target);
        merged_.schemas.push_back(schema);
        add(target);
        const Located all = schema.find("allOf");
        for (size_t i = 0; is_array(all) && i < all.value->items().size(); ++i) add(all.item(i));
        add_branch(schema, "oneOf");
        add_branch(schema, "anyOf");
        add_condition(schema);
        add_dependents(schema, "dependentSchemas");
        add_dependents(schema, "dependencies");
    }

    // The branch that this variant is for, of so many.
    size_t choose(size_t count) {
        const size_t chosen = rest_ % count;
        rest_ /= count;
        merged_.variants = std::min<size_t>(merged_.variants * count, 1000);
        return chosen;
    }

    void add_branch(const Located& schema, std::string_view keyword) {
        const Located list = schema.find(keyword);
        if (!is_array(list) || list.value->items().empty()) return;
        Schemas branches;
        for (size_t i = 0; i < list.value->items().size(); ++i) branches.push_back(list.item(i));
        std::stable_partition(branches.begin(), branches.end(), [&](const Located& branch) {
            return !leads_to(branch, merging_.open);
        });
        const Located chosen = branches[choose(branches.size())];
        const Located discriminator = schema.find("discriminator");
        if (const Located target = target_of(chosen); is_object(discriminator) && target) {
            const Located name = discriminator.find("propertyName");
            if (name) say(name.value->text_or(""), word_of(discriminator, target));
        }
        add(chosen);
    }

    void add_condition(const Located& schema) {
        const Located condition = schema.find("if");
        const Located then = schema.find("then");
        const Located otherwise = schema.find("else");
        if (!condition || (!then && !otherwise)) return;
        if (choose(2) == 0) {
            add(condition);
            add(then);
        } else {
            add(otherwise);
        }
    }

    void add_dependents(const Located& schema, std::string_view keyword) {
        const Located dependents = schema.find(keyword);
        if (!is_object(dependents)) return;
        for (const std::string_view member : merging_.members) {
            const Located dependent = dependents.find(member);
            if (dependent && !dependent.value->is(Kind::array)) add(dependent);
        }
    }

    // A schema that is made of one with a discriminator is called by its own name. Swagger 2.0
    // names the member alone.
    void note_word(const Located& schema) {
        const Located discriminator = schema.find("discriminator");
        if (!discriminator) return;
        const Value* name = discriminator.value->is(Kind::object)
                                ? discriminator.value->find("propertyName")
                                : discriminator.value;
        if (!name || !name->is(Kind::string) || schema.find("oneOf") || schema.find("anyOf"))
            return;
        for (const Located& each : merged_.schemas) {
            const size_t parent = each.pointer.rfind('/');
            const std::string folder =
                each.pointer.substr(0, std::min(parent, each.pointer.size()));
            const bool named = folder.ends_with("/schemas") || folder == "/definitions";
            if (!named || target_of(each)) continue;
            return say(name->text(), word_of(discriminator, each));
        }
    }

    void say(std::string_view member, std::string word) {
        const auto said = std::ranges::find(merged_.words, member,
                                            &std::pair<std::string_view, std::string>::first);
        if (said == merged_.words.end()) merged_.words.emplace_back(member, std::move(word));
    }

    const Merging& merging_;
    size_t rest_;
    Merged merged_;
    std::set<const Value*> seen_;
};

}  // namespace

Merged merge(const Schemas& schemas, const Merging& merging) {
    return Merger(merging).merge(schemas);
}

Located target_of(const Located& schema) {
    if (!schema || !schema.value->is(Kind::object)) return {};
    for (const std::string_view keyword : {"$ref", "$dynamicRef", "$recursiveRef"}) {
        const Located reference = schema.find(keyword);
        if (!reference || !reference.value->is(Kind::string)) continue;
        try {
            return schema.source->documents->target(reference);
        } catch (const ContractError&) {
            return {};  // who compiles the schema tells of it
        }
    }
    return {};
}

bool leads_to(Located schema, std::span<const Value* const> open) {
    for (size_t steps = 0; schema && steps < 16; ++steps) {
        if (std::ranges::find(open, schema.value) != open.end()) return true;
        schema = target_of(schema);
    }
    return false;
}

Schemas all_of(const Merged& merged, std::string_view keyword) {
    Schemas found;
    for (const Located& schema : merged.schemas) {
        if (Located value = schema.find(keyword)) found.push_back(std::move(value));
    }
    return found;
}

}  // namespace standin::sample
