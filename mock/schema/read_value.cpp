// Readers of keywords whose value is a plain value.
#include <algorithm>

#include "mock/core/decimal.h"
#include "mock/schema/draft.h"
#include "mock/schema/format.h"
#include "mock/schema/read.h"

namespace standin::schema {

namespace {

struct Type {
    std::string_view name;
    Kinds kinds;
};

constexpr Type types[] = {
    {"array", bit(Kind::array)},     {"boolean", bit(Kind::boolean)},
    {"integer", bit(Kind::integer)}, {"number", bit(Kind::integer) | bit(Kind::number)},
    {"object", bit(Kind::object)},   {"string", bit(Kind::string)},
    {"null", bit(Kind::null)},
};

// OpenAPI 3.0 has no "null": it says nullable.
std::span<const Type> types_in(Dialect dialect) {
    const std::span<const Type> all(types);
    return dialect == Dialect::openapi_3_0 ? all.first(all.size() - 1) : all;
}

std::string list_of_types(Dialect dialect) {
    std::string list;
    for (const Type& type : types_in(dialect)) {
        if (!list.empty()) list += ", ";
        list += type.name;
    }
    return list;
}

// The kinds that a type's name stands for; 0, and a mistake kept, where it names none.
Kinds read_type_name(Draft& draft, const Member& keyword, const Value& name) {
    const Dialect dialect = draft.dialect();
    const std::string_view text = name.text_or("");
    if (dialect == Dialect::swagger_2_0 && text == "file") return all_kinds;
    const auto known = types_in(dialect);
    const auto type = std::ranges::find(known, text, &Type::name);
    const bool strict = dialect == Dialect::draft_4 && text == "integer";
    if (strict) return bit(Kind::integer) | written_as_integer;
    if (type != known.end()) return type->kinds;
    const std::string wanted = "one of " + list_of_types(dialect);
    if (!name.is(Kind::string)) return draft.refuse_value(keyword, wanted, name), Kinds{0};
    draft.refuse(keyword, "must be " + wanted + ", not \"" + std::string(text) + '"');
    return 0;
}

bool is_true(const Member* keyword) {
    return keyword && keyword->value.is(Kind::boolean) && keyword->value.boolean();
}

}  // namespace

bool read_type(Draft& draft, const Member& keyword, Rule&) {
    const Value& value = keyword.value;
    draft.schema().type = &keyword;
    Kinds kinds = 0;
    if (value.is(Kind::array) && draft.dialect() != Dialect::openapi_3_0) {
        if (value.items().empty()) return draft.refuse(keyword, "must name a type, not none");
        for (const Value& name : value.items()) kinds |= read_type_name(draft, keyword, name);
    } else {
        kinds = read_type_name(draft, keyword, value);
        const bool openapi = draft.dialect() == Dialect::openapi_3_0;
        if (openapi && is_true(draft.keyword("nullable"))) kinds |= bit(Kind::null);
    }
    draft.schema().kinds = kinds;
    return false;
}

bool read_enum(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is(Kind::array)) return draft.refuse_value(keyword, "an array");
    constexpr size_t few = 8;  // as fast to compare one by one
    if (keyword.value.items().size() <= few) return true;
    Enumeration& all = draft.store().enumerations.emplace_back();
    for (const Value& value : keyword.value.items()) {
        if (value.is(Kind::string)) {
            all.texts.add(value.text());
        } else {
            (value.is_number() ? all.numbers : all.others).push_back(value);
        }
    }
    const auto less = [](const Value& left, const Value& right) {
        return compare(left, right) < 0;
    };
    std::ranges::sort(all.numbers, less);
    rule.operand.enumeration = &all;
    return true;
}

bool read_nothing(Draft&, const Member&, Rule&) {
    return true;
}

bool read_text(Draft& draft, const Member& keyword, Rule&) {
    return !keyword.value.is(Kind::string) && draft.refuse_value(keyword, "a string");
}

bool read_object(Draft& draft, const Member& keyword, Rule&) {
    return !keyword.value.is(Kind::object) && draft.refuse_value(keyword, "an object");
}

bool read_flag(Draft& draft, const Member& keyword, Rule&) {
    if (!keyword.value.is(Kind::boolean)) draft.refuse_value(keyword, "true or false");
    return false;
}

bool read_access(Draft& draft, const Member& keyword, Rule& rule) {
    const Direction never = keyword.name == "readOnly" ? Direction::request : Direction::response;
    if (is_true(&keyword)) draft.schema().one_way[static_cast<size_t>(never)] = OneWay::surely;
    return read_flag(draft, keyword, rule);
}

bool read_unique(Draft& draft, const Member& keyword, Rule& rule) {
    return read_flag(draft, keyword, rule) || is_true(&keyword);
}

bool read_count(Draft& draft, const Member& keyword, Rule& rule) {
    const Value& value = keyword.value;
    if (!value.is_number() || !is_whole(value) || value.number() < 0) {
        return draft.refuse_value(keyword, "a non-negative integer");
    }
    // No text, array or object is longer than 32 bits can say.
    rule.count = value.number() < UINT32_MAX ? static_cast<uint32_t>(value.number()) : UINT32_MAX;
    return true;
}

// Up to draft 4, and in OpenAPI 3.0, exclusiveMinimum: true beside minimum makes one rule of the
// two.
bool read_limit(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is_number()) return draft.refuse_value(keyword, "a number");
    rule.operand.value = &keyword.value;
    const bool lower = keyword.name == "minimum";
    const Member* exclusive = draft.keyword(lower ? "exclusiveMinimum" : "exclusiveMaximum");
    if (draft.language().has_exclusive_flags() && is_true(exclusive)) {
        rule.keyword = exclusive;
        rule.check = find_keyword(exclusive->name, draft.language())->check;
    }
    return true;
}

bool read_exclusive_limit(Draft& draft, const Member& keyword, Rule& rule) {
    if (draft.language().has_exclusive_flags()) return read_flag(draft, keyword, rule);
    if (!keyword.value.is_number()) return draft.refuse_value(keyword, "a number");
    rule.operand.value = &keyword.value;
    return true;
}

bool read_multiple(Draft& draft, const Member& keyword, Rule& rule) {
    const Value& factor = keyword.value;
    if (!factor.is_number() || compare(factor, Value::number_of("0")) <= 0) {
        return draft.refuse_value(keyword, "a number above 0");
    }
    const Decimal decimal(factor.text());
    if (decimal.significant() - decimal.leading_zeros() > Divisor::most_digits) {
        return draft.refuse(keyword, "must have " + std::to_string(Divisor::most_digits) +
                                         " significant digits at most");
    }
    rule.operand.divisor = &draft.store().divisors.emplace_back(keyword.value);
    return true;
}

bool read_pattern(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is(Kind::string)) return draft.refuse_value(keyword, "a string");
    rule.operand.pattern = draft.pattern(keyword, keyword.value.text());
    return rule.operand.pattern != nullptr;
}

bool read_format(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is(Kind::string)) return draft.refuse_value(keyword, "a string");
    if (!draft.language().asserts_formats) return false;
    rule.operand.format = find_format(keyword.value.text());
    if (!rule.operand.format) return false;
    rule.stage = rule.operand.format->text ? Stage::string : Stage::number;
    return true;
}

}  // namespace standin::schema
