// Readers of keywords about an object's members.
#include <algorithm>
#include <unordered_map>

#include "mock/schema/draft.h"
#include "mock/schema/read.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

bool is_list_of_strings(const Value& value) {
    return value.is(Kind::array) && std::ranges::all_of(value.items(), [](const Value& item) {
               return item.is(Kind::string);
           });
}

// An object's members: of those that share a name, the last one.
std::vector<const Member*> distinct(const Value& object) {
    std::vector<const Member*> members;
    std::unordered_map<std::string_view, size_t> places;  // never iterated
    for (const Member& member : object.members()) {
        const auto [place, fresh] = places.try_emplace(member.name, members.size());
        if (fresh) members.push_back(nullptr);
        members[place->second] = &member;
    }
    return members;
}

void read_properties(Draft& draft, const Member* keyword, Members& members) {
    if (!keyword) return;
    if (!keyword->value.is(Kind::object)) {
        draft.refuse_value(*keyword, "an object");
        return;
    }
    std::vector<const Value*> values;  // of a name that stands twice, the last one counts
    for (const Member& member : keyword->value.members()) {
        const uint32_t index = members.names.add(member.name);
        values.resize(members.names.size());
        values[index] = &member.value;
    }
    for (size_t i = 0; i < values.size(); ++i) {
        const Schema* schema = draft.child(*keyword, members.names[i], *values[i]);
        members.declared.push_back({.schema = schema});
    }
    members.properties = values.size();
}

void read_required(Draft& draft, const Member* keyword, Members& members) {
    if (!keyword) return;
    // A parameter of Swagger 2.0 is its own schema, and the word speaks of the parameter.
    if (draft.dialect() == Dialect::swagger_2_0 && keyword->value.is(Kind::boolean)) return;
    if (!is_list_of_strings(keyword->value)) {
        draft.refuse(*keyword, "must be an array of strings");
        return;
    }
    members.required = keyword;
    for (const Value& name : keyword->value.items()) {
        const uint32_t index = members.names.add(name.text());
        if (index == members.declared.size()) members.declared.emplace_back();
        members.declared[index].required = true;
        if (index < 64) members.required_bits |= uint64_t{1} << index;
    }
}

void read_patterns(Draft& draft, const Member* keyword, Members& members) {
    if (!keyword) return;
    if (!keyword->value.is(Kind::object)) {
        draft.refuse_value(*keyword, "an object");
        return;
    }
    members.pattern_keyword = keyword;
    for (const Member* member : distinct(keyword->value)) {
        const Pattern* pattern = draft.pattern(*keyword, member->name);
        const Schema* schema = draft.child(*keyword, member->name, member->value);
        if (pattern) members.patterns.emplace_back(pattern, schema);
    }
}

void read_additional(Draft& draft, const Member* keyword, Members& members) {
    if (!keyword) return;
    members.knows_all = !keyword->value.is(Kind::boolean) || keyword->value.boolean();
    if (!keyword->value.is(Kind::boolean)) {
        members.additional = draft.child(*keyword);
    } else if (!keyword->value.boolean()) {
        members.closed = keyword;
    }
}

}  // namespace

// Whichever of the four is written first reads them all.
bool read_members(Draft& draft, const Member&, Rule& rule) {
    if (draft.has(rule.check)) return false;
    Members& members = draft.store().members.emplace_back();
    read_properties(draft, draft.keyword("properties"), members);
    read_required(draft, draft.keyword("required"), members);
    read_patterns(draft, draft.keyword("patternProperties"), members);
    read_additional(draft, draft.keyword("additionalProperties"), members);
    rule.operand.members = &members;
    return true;
}

bool read_names(Draft& draft, const Member& keyword, Rule& rule) {
    rule.operand.schema = draft.child(keyword);
    return true;
}

bool read_dependent_required(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is(Kind::object)) return draft.refuse_value(keyword, "an object");
    Dependents& all = draft.store().dependents.emplace_back();
    for (const Member* member : distinct(keyword.value)) {
        if (!is_list_of_strings(member->value)) {
            return draft.refuse(keyword, "must be an object of arrays of strings");
        }
        auto& dependent = all.dependents.emplace_back();
        dependent.name = member->name;
        for (const Value& name : member->value.items()) dependent.required.push_back(name.text());
    }
    rule.operand.dependents = &all;
    return true;
}

bool read_dependent_schemas(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is(Kind::object)) return draft.refuse_value(keyword, "an object");
    Dependents& all = draft.store().dependents.emplace_back();
    for (const Member* member : distinct(keyword.value)) {
        const Schema* schema = draft.branch(keyword, member->name, member->value);
        all.dependents.push_back({member->name, {}, schema});
    }
    rule.operand.dependents = &all;
    return true;
}

// What became two keywords in 2019-09.
bool read_dependencies(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is(Kind::object)) return draft.refuse_value(keyword, "an object");
    Dependents& all = draft.store().dependents.emplace_back();
    for (const Member* member : distinct(keyword.value)) {
        auto& dependent = all.dependents.emplace_back();
        dependent.name = member->name;
        if (!member->value.is(Kind::array)) {
            dependent.schema = draft.branch(keyword, member->name, member->value);
        } else if (is_list_of_strings(member->value)) {
            for (const Value& name : member->value.items()) {
                dependent.required.push_back(name.text());
            }
        } else {
            return draft.refuse(keyword, "must be an object of schemas and arrays of strings");
        }
    }
    rule.operand.dependents = &all;
    return true;
}

}  // namespace standin::schema
