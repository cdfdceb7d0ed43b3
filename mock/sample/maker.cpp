#include "mock/sample/maker.h"

#include <algorithm>

#include "mock/core/chance.h"
#include "mock/core/json.h"
#include "mock/sample/make_array.h"
#include "mock/sample/make_object.h"

namespace standin::sample {

namespace {

constexpr std::string_view all_types[] = {"string", "integer", "boolean", "object",
                                          "array",  "number",  "null"};

bool stand_alone(schema::Dialect dialect) {
    return dialect <= schema::Dialect::draft_7;
}

// The types that a schema names, "null" among them where it is nullable; empty for any.
std::vector<std::string_view> types_in(const Value& schema) {
    std::vector<std::string_view> types;
    const Value* type = schema.find("type");
    if (!type) return types;
    if (type->is(Kind::string)) types.push_back(type->text());
    for (size_t i = 0; type->is(Kind::array) && i < type->items().size(); ++i) {
        types.push_back(type->items()[i].text_or(""));
    }
    const Value* nullable = schema.find("nullable");
    if (nullable && nullable->is(Kind::boolean) && nullable->boolean()) types.push_back("null");
    return types;
}

// How many of an object's members another value still has, or how many items an array.
size_t kept_of(const Value& wanted, const Value& made) {
    if (wanted.is(Kind::array)) return made.is(Kind::array) ? made.items().size() : 0;
    if (!wanted.is(Kind::object) || !made.is(Kind::object)) return 0;
    return static_cast<size_t>(std::ranges::count_if(wanted.members(), [&](const Member& member) {
        const Value* kept = made.find(member.name);
        return kept && equal(*kept, member.value);
    }));
}

bool has(const std::vector<std::string_view>& types, std::string_view type) {
    return std::ranges::find(types, type) != types.end();
}

// The narrower of what two schemas allow, in the order of the first.
std::vector<std::string_view> both(const std::vector<std::string_view>& left,
                                   const std::vector<std::string_view>& right) {
    std::vector<std::string_view> types;
    for (const std::string_view type : left) {
        if (has(right, type) || (type == "integer" && has(right, "number"))) types.push_back(type);
        if (type == "number" && !has(right, "number") && has(right, "integer")) {
            types.push_back("integer");
        }
    }
    return types;
}

// What a schema that names no type is about, by its keywords.
std::string_view meant_by(const Merged& merged) {
    struct Row {
        std::string_view keyword;
        std::string_view type;
    };
    static constexpr Row rows[] = {{"properties", "object"},
                                   {"additionalProperties", "object"},
                                   {"patternProperties", "object"},
                                   {"required", "object"},
                                   {"minProperties", "object"},
                                   {"propertyNames", "object"},
                                   {"dependentRequired", "object"},
                                   {"dependentSchemas", "object"},
                                   {"items", "array"},
                                   {"prefixItems", "array"},
                                   {"minItems", "array"},
                                   {"contains", "array"},
                                   {"uniqueItems", "array"},
                                   {"minLength", "string"},
                                   {"maxLength", "string"},
                                   {"pattern", "string"},
                                   {"format", "string"},
                                   {"minimum", "number"},
                                   {"maximum", "number"},
                                   {"multipleOf", "number"},
                                   {"exclusiveMinimum", "number"},
                                   {"exclusiveMaximum", "number"}};
    for (const Row& row : rows) {
        if (!all_of(merged, row.keyword).empty()) return row.type;
    }
    return "string";
}

}  // namespace

Maker::Maker(Judge& judge, const Wish& wish, Document& document)
    : judge_(judge),
      wish_(wish),
      document_(document),
      refs_stand_alone_(stand_alone(judge.contract().dialect)) {}

bool Maker::fits(const Schemas& schemas, const Value& value) {
    return std::ranges::all_of(schemas, [&](const Located& schema) {
        return judge_.is_valid(schema, value, wish_.direction);
    });
}

bool Maker::is_open(const Schemas& schemas) const {
    return std::ranges::any_of(schemas,
                               [&](const Located& schema) { return leads_to(schema, open_); });
}

Merging Maker::merging(size_t variant, size_t depth) const {
    Merging merging;
    merging.variant = variant;
    merging.refs_stand_alone = refs_stand_alone_;
    merging.open = std::span(open_).first(depth);
    return merging;
}

size_t Maker::pick(size_t count) {
    if (count < 2) return 0;
    if (!wish_.dynamic) return turn_++ % count;
    const Bits bits =
        chance(wish_.seed, {"sample", wish_.operation, std::to_string(wish_.ordinal)}, turn_++);
    return bits.low % count;
}

Pick Maker::picker() {
    if (!wish_.dynamic) turn_ = shift_;
    return [this](size_t count) { return pick(count); };
}

Made Maker::make(const Schemas& schemas, const Value* wanted) {
    if (++ticks_ >= hard_limit || open_.size() > 4 * most_depth) return {};
    if (wanted) {
        if (const Made kept = converted(schemas, *wanted); kept.fits) return kept;
    }
    Made best;
    size_t most = 0;
    size_t variants = 1;
    const size_t first = wish_.dynamic ? pick(most_variants) : 0;
    const size_t depth = open_.size();
    for (size_t i = 0; i < std::min(variants, most_variants) && !gave_up(); ++i) {
        const Merged known = merge(schemas, merging(0, depth));
        variants = known.variants;
        const size_t variant = (first + i) % variants;
        const Merged merged = variant == 0 ? known : merge(schemas, merging(variant, depth));
        const Made made = make_variant({schemas, merged, variant, depth, wanted});
        if (made.fits && !wanted) return made;
        const size_t kept = made.fits && wanted ? 1 + kept_of(*wanted, made.value) : 0;
        if (i == 0 || kept > most) best = made;
        most = std::max(most, kept);
    }
    if (best.fits) return best;
    const Made anything = make_anything(schemas);
    return anything.fits ? anything : best;
}

Made Maker::make_variant(const Task& task) {
    if (task.merged.impossible) return {};
    if (task.wanted) {
        if (const Made made = make_wanted(task); made.fits) return made;
    }
    if (const Made made = given(task); made.fits) return made;
    Made best;
    bool first = true;
    for (const std::string_view type : types_of(task.merged)) {
        const Made made = make_kind(task, type);
        if (made.fits) return made;
        if (first) best = made;
        first = false;
    }
    return best;
}

// An object or an array that keeps what fits of the one that is wanted. Where a list is asked for,
// an object is what it has in it.
Made Maker::make_wanted(const Task& task) {
    const auto types = types_of(task.merged);
    const bool object = !task.wanted->is(Kind::array) && has(types, "object");
    if (object) return make_kind(task, "object");
    const bool single = !task.wanted->is(Kind::array) && !task.wanted->is(Kind::object);
    return has(types, "array") && !single ? make_kind(task, "array") : Made{};
}

// What is wanted, or the same in another type: 1 and "1".
Made Maker::converted(const Schemas& schemas, const Value& wanted) {
    if (fits(schemas, wanted)) return {wanted, true};
    if (wanted.is_number()) return try_text(schemas, wanted.text());
    if (!wanted.is(Kind::string)) return {};
    JsonFault fault;
    const auto read = read_json(wanted.text(), fault);
    const bool plain = read && (read->root().is_number() || read->root().is(Kind::boolean));
    if (!plain || !fits(schemas, read->root())) return {};
    return {document_.copy(read->root()), true};
}

// A value that the schemas themselves name. Where others are there already, the next one.
Made Maker::given(const Task& task) {
    std::vector<Value> values;
    const auto add = [&](std::string_view keyword, bool list) {
        for (const Located& at : all_of(task.merged, keyword)) {
            if (!list) values.push_back(*at.value);
            if (!list || !at.value->is(Kind::array) || at.value->items().empty()) continue;
            const auto items = at.value->items();
            const size_t first = wish_.dynamic ? pick(items.size()) : shift_;
            for (size_t i = 0; i < std::min<size_t>(items.size(), 50); ++i) {
                values.push_back(items[(first + i) % items.size()]);
            }
        }
    };
    add("const", false);
    if (!wish_.dynamic && shift_ == 0) add("default", false);
    if (!wish_.dynamic && !wish_.ignores_examples) {
        if (shift_ == 0) add("example", false);
        add("examples", true);
    }
    add("enum", true);
    for (const Value& value : values) {
        if (fits(task.schemas, value)) return {value, true};
    }
    return {};
}

// In the order in which they are tried.
std::vector<std::string_view> Maker::types_of(const Merged& merged) const {
    std::vector<std::string_view> types;
    bool told = false;
    for (const Located& schema : merged.schemas) {
        const auto own = types_in(*schema.value);
        if (own.empty()) continue;
        types = told ? both(types, own) : own;
        told = true;
    }
    if (!told) {
        types.push_back(meant_by(merged));
        for (const std::string_view type : all_types) {
            if (type != types[0]) types.push_back(type);
        }
        return types;
    }
    const auto null = std::ranges::find(types, "null");
    if (is_lean() && null != types.end()) std::rotate(types.begin(), null, null + 1);
    return types;
}

Made Maker::make_kind(const Task& task, std::string_view type) {
    if (gave_up()) return {};
    if (type == "integer" || type == "number") return number(task);
    if (type == "string") return string(task);
    if (type == "object" || type == "array") {
        const size_t depth = open_.size();
        for (const Located& schema : task.merged.schemas) open_.push_back(schema.value);
        const Made made =
            type == "object" ? ObjectMaker(*this, task).make() : ArrayMaker(*this, task).make();
        open_.resize(depth);
        return made;
    }
    if (type == "null") return {Value::null(), fits(task.schemas, Value::null())};
    const bool yes = wish_.dynamic ? pick(2) == 0 : shift_ % 2 == 0;
    for (const bool flag : {yes, !yes}) {
        if (fits(task.schemas, Value::of(flag))) return {Value::of(flag), true};
    }
    return {Value::of(yes), false};
}

// What schemas may still take that say more of what a value is not than of what it is.
Made Maker::make_anything(const Schemas& schemas) {
    const Value word = Value::of(std::string_view("string"));
    const Value items[] = {word, Value::of(int64_t{1}, "1")};
    const Member members[] = {{"string", word, {}}};
    const Value values[] = {word,
                            Value::of(std::string_view()),
                            Value::of(int64_t{0}, "0"),
                            Value::of(int64_t{1}, "1"),
                            Value::of(0.5, "0.5"),
                            Value::of(true),
                            Value::of(false),
                            Value::null(),
                            document_.object({}),
                            document_.object(members),
                            document_.array({}),
                            document_.array(items)};
    for (const Value& value : values) {
        if (fits(schemas, value)) return {value, true};
    }
    return {};
}

}  // namespace standin::sample
