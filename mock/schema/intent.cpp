#include "mock/schema/intent.h"

#include <algorithm>

#include "mock/core/json.h"
#include "mock/schema/closest.h"

namespace standin::schema {

namespace {

using Indices = std::vector<size_t>;

std::string listed(const std::vector<std::string_view>& words) {
    std::string list;
    for (std::string_view word : words) {
        if (!list.empty()) list += '|';
        write_json(list, Value::of(word));
    }
    return list;
}

Wrong missing(std::string_view tag) {
    return {"required", tag, "string", "undefined"};
}

Intent by_discriminator(const Choice& choice, const Value& instance) {
    const Discriminator& discriminator = choice.discriminator;
    const Value* value = instance.find(discriminator.property);
    Intent intent;
    intent.keyword = discriminator.keyword;
    const uint32_t index = discriminator.values.find(value ? value->text_or("") : "");
    if (value && value->is(Kind::string) && index != Names::none) {
        intent.branch = choice.schemas[discriminator.by_value[index]];
    } else if (discriminator.otherwise != Discriminator::none) {
        intent.branch = choice.schemas[discriminator.otherwise];
    } else if (value) {
        intent.tag = Wrong{"discriminator", discriminator.property, listed(discriminator.told),
                           std::string(json_type_of(*value))};
    } else {
        intent.tag = missing(discriminator.property);
    }
    return intent;
}

// Members whose words tell branches apart.
class Tags {
  public:
    Tags(const Choice& choice, const Indices& branches) : choice_(choice), branches_(branches) {}

    // What is wrong with one of them whichever branch is meant.
    std::optional<Wrong> wrong_in(const Value& instance) const {
        for (const auto& [name, required, words, strings] : demand(branches_[0]).members) {
            if (!words || !is_tag(name)) continue;
            const Value* member = instance.find(name);
            if (!member && all_of(name, [](auto& asked) { return asked.required; })) {
                return missing(name);
            }
            if (member && all_of(name, [&](auto& asked) { return asked.is_broken_by(*member); })) {
                return Wrong{"enum", name, listed(words_of(name)),
                             std::string(json_type_of(*member))};
            }
        }
        return std::nullopt;
    }

  private:
    const Demand& demand(size_t branch) const { return choice_.demands[branch]; }

    template <class Holds>
    bool all_of(std::string_view name, Holds holds) const {
        return std::ranges::all_of(branches_, [&](size_t branch) {
            const Demand::OfMember* asked = demand(branch).of(name);
            return asked && holds(*asked);
        });
    }

    bool is_tag(std::string_view name) const {
        const auto& first = demand(branches_[0]).of(name)->words;
        return all_of(name, [](auto& asked) { return asked.words.has_value(); }) &&
               !all_of(name, [&](auto& asked) { return asked.words == first; });
    }

    std::vector<std::string_view> words_of(std::string_view name) const {
        std::vector<std::string_view> words;
        for (size_t branch : branches_) {
            for (std::string_view word : *demand(branch).of(name)->words) {
                if (std::ranges::find(words, word) == words.end()) words.push_back(word);
            }
        }
        return words;
    }

    const Choice& choice_;
    const Indices& branches_;
};

Indices branches_of_type(const Choice& choice, const Value& instance) {
    Indices branches;
    for (size_t i = 0; i < choice.schemas.size(); ++i) {
        if (allows(choice.demands[i].kinds, instance)) branches.push_back(i);
    }
    return branches;
}

// Leaves the branches that have the words of the instance, if there are any.
void leave_named(Indices& branches, const Choice& choice, const Value& instance) {
    Indices named;
    std::ranges::copy_if(branches, std::back_inserter(named), [&](size_t branch) {
        return choice.demands[branch].is_met_by_words_of(instance);
    });
    if (!named.empty()) branches = std::move(named);
}

// What a branch is called: its title, the last token of its reference, or its index.
std::string name_of(const Rule& rule, size_t branch) {
    const Value& value = rule.keyword->value.items()[branch];
    for (const std::string_view word : {"title", "$ref"}) {
        const Value* text = value.find(word);
        if (!text || !text->is(Kind::string)) continue;
        return std::string(text->text().substr(word == "$ref" ? text->text().rfind('/') + 1 : 0));
    }
    return std::to_string(branch);
}

}  // namespace

Intent intent_of(const Rule& rule, const Value& instance, const Here& here) {
    const Choice& choice = *rule.operand.choice;
    Indices branches = branches_of_type(choice, instance);
    if (branches.empty()) return {};
    if (instance.is(Kind::object)) {
        const Discriminator& named = choice.discriminator;
        const bool told = named.values.size() > 0 && !here.may_lack(named.property);
        if (told) return by_discriminator(choice, instance);
        const Tags tags(choice, branches);
        if (auto wrong = tags.wrong_in(instance)) return {wrong, rule.keyword, nullptr, {}};
        leave_named(branches, choice, instance);
        if (auto wrong = tags.wrong_in(instance)) return {wrong, rule.keyword, nullptr, {}};
    }
    if (branches.size() == 1) return {{}, nullptr, choice.schemas[branches[0]], {}};
    if (!instance.is(Kind::object) && !instance.is(Kind::array)) return {};
    const auto closest = closest_of(choice, branches, instance, here);
    if (!closest) return {};
    return {{}, nullptr, choice.schemas[*closest], name_of(rule, *closest)};
}

}  // namespace standin::schema
