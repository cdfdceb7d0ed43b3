#include "mock/schema/demand.h"

#include <algorithm>

#include "mock/schema/operand.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

using Words = std::optional<std::vector<std::string_view>>;

// The schemas that see the same instance whenever a schema does, with that schema first.
struct Parts {
    static constexpr size_t limit = 64;

    explicit Parts(const Schema& schema) : schemas{&schema} {
        for (size_t at = 0; at < schemas.size() && complete; ++at) {
            for (const Rule& rule : schemas[at]->of(Stage::combination)) add(rule);
        }
    }

    void add(const Rule& rule) {
        const auto add = [&](const Schema* schema) {
            complete = schemas.size() < limit;
            if (complete) schemas.push_back(schema);
        };
        if (rule.check == check_ref) add(rule.operand.schema);
        if (rule.check == check_entrance) add(rule.operand.entrance->schema);
        if (rule.check == check_unevaluated) add(rule.operand.unevaluated->others);
        if (rule.check != check_all_of) return;
        for (const Schema* part : rule.operand.branches->schemas) add(part);
    }

    std::vector<const Schema*> schemas;
    bool complete = true;
};

// The values of an enum or a const; nothing for other rules.
std::optional<std::span<const Value>> values_of(const Rule& rule) {
    if (rule.check == check_enum) return rule.keyword->value.items();
    if (rule.check == check_const) return std::span(&rule.keyword->value, 1);
    return std::nullopt;
}

Kinds kinds_of(std::span<const Value> values) {
    Kinds kinds = 0;
    for (const Value& value : values) {
        // 1 and 1.0 are equal.
        kinds |= value.is_number() ? bit(Kind::integer) : bit(value.kind());
        if (value.is_number()) kinds |= bit(Kind::number);
    }
    return kinds;
}

Kinds kinds_of(const Schema& schema) {
    Kinds kinds = schema.kinds;
    for (const Rule& rule : schema.of(Stage::choice)) {
        if (const auto values = values_of(rule)) kinds &= kinds_of(*values);
    }
    return kinds;
}

Kinds kinds_of(const Parts& parts) {
    Kinds kinds = all_kinds;
    for (const Schema* part : parts.schemas) kinds &= kinds_of(*part);
    return kinds;
}

void restrict_to(Words& words, const Words& others) {
    if (!others) return;
    if (!words) {
        words = others;
    } else {
        std::erase_if(*words, [&](std::string_view word) {
            return std::ranges::find(*others, word) == others->end();
        });
    }
}

Words words_of(const Parts& parts) {
    constexpr size_t many = 256;  // too many to keep
    Words words;
    for (const Schema* part : parts.schemas) {
        for (const Rule& rule : part->of(Stage::choice)) {
            const auto values = values_of(rule);
            if (!values || values->size() > many) continue;
            std::vector<std::string_view> texts;
            for (const Value& value : *values) {
                if (value.is(Kind::string)) texts.push_back(value.text());
            }
            restrict_to(words, texts);
        }
    }
    return words;
}

void ask(Demand& demand, Demand::OfMember member) {
    const auto same = std::ranges::find(demand.members, member.name, &Demand::OfMember::name);
    if (same == demand.members.end()) return demand.members.push_back(std::move(member));
    same->required |= member.required;
    same->strings |= member.strings;
    restrict_to(same->words, member.words);
}

void ask(Demand& demand, const Members& members) {
    constexpr size_t many = 256;  // what is asked of one more member is left out
    for (size_t i = 0; i < members.declared.size() && demand.members.size() < many; ++i) {
        const auto& [schema, required] = members.declared[i];
        Demand::OfMember asked{members.names[i], required, {}, false};
        if (schema) {
            const Parts parts(*schema);
            const auto travels = [](OneWay says) { return says != OneWay::no; };
            if (!parts.complete || std::ranges::any_of(schema->one_way, travels)) continue;
            asked.words = words_of(parts);
            asked.strings = kinds_of(parts) == bit(Kind::string);
        }
        if (asked.required || asked.words) ask(demand, std::move(asked));
    }
}

}  // namespace

bool Demand::OfMember::is_broken_by(const Value& member) const {
    if (!member.is(Kind::string)) return strings;
    return words && std::ranges::find(*words, member.text()) == words->end();
}

const Demand::OfMember* Demand::of(std::string_view name) const {
    const auto at = std::ranges::find(members, name, &OfMember::name);
    return at == members.end() ? nullptr : &*at;
}

bool Demand::is_met_by_words_of(const Value& object) const {
    return std::ranges::none_of(members, [&](const OfMember& asked) {
        const Value* member = asked.words ? object.find(asked.name) : nullptr;
        return member && asked.is_broken_by(*member);
    });
}

Demand demand_of(const Schema& schema) {
    const Parts parts(schema);
    Demand demand{kinds_of(parts), {}};
    for (const Schema* part : parts.schemas) {
        for (const Rule& rule : part->of(Stage::members)) ask(demand, *rule.operand.members);
    }
    return demand;
}

}  // namespace standin::schema
