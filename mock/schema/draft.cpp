#include "mock/schema/draft.h"

#include <algorithm>
#include <memory>

#include "mock/core/pointer.h"
#include "mock/schema/keyword.h"

namespace standin::schema {

std::string found(const Value& value) {
    if (value.is_number()) return std::string(value.text());
    if (value.is(Kind::null)) return "null";
    const std::string_view name = name_of(value.kind());
    return (value.is(Kind::array) || value.is(Kind::object) ? "an " : "a ") + std::string(name);
}

void Draft::read() {
    if (source_.is(Kind::boolean)) {
        schema_.kinds = source_.boolean() ? all_kinds : Kinds{0};
        return;
    }
    for (const Member& member : source_.members()) {
        const bool counts = source_.find(member.name) == &member.value;
        if (counts) read(member);
    }
    close();
}

void Draft::read(const Member& member) {
    if (is_unsupported(member.name, dialect())) {
        refuse(member, "is not supported");
        return;
    }
    const Keyword* row = find_keyword(member.name, dialect());
    if (!row) return;
    Rule rule{.check = row->check, .keyword = &member, .stage = row->stage};
    if (row->read(*this, member, rule) && rule.check) rules_.push_back(rule);
}

// Sorts the rules by stage and lays them into the arena, where they stay.
void Draft::close() {
    std::ranges::stable_sort(rules_, {}, &Rule::stage);
    for (size_t stage = 0; stage <= stage_count; ++stage) {
        const auto begins = [&](const Rule& rule) {
            return static_cast<size_t>(rule.stage) < stage;
        };
        schema_.first[stage] = static_cast<uint16_t>(std::ranges::count_if(rules_, begins));
    }
    if (rules_.empty()) return;
    auto* room =
        static_cast<Rule*>(store().arena.allocate(rules_.size() * sizeof(Rule), alignof(Rule)));
    std::uninitialized_copy(rules_.begin(), rules_.end(), room);
    schema_.rules = {room, rules_.size()};
}

const Member* Draft::keyword(std::string_view name) const {
    const Value* value = source_.find(name);
    if (!value) return nullptr;
    const auto at = std::ranges::find(source_.members(), value,
                                      [](const Member& member) { return &member.value; });
    return &*at;
}

Node Draft::node(const Member& keyword, const Value& value) const {
    Node node{std::string(schema_.pointer), &value, schema_.below_id};
    append_token(node.pointer, keyword.name);
    return node;
}

const Schema* Draft::child(const Member& keyword) {
    return compiler_.reach(node(keyword, keyword.value));
}

const Schema* Draft::child(const Member& keyword, std::string_view name, const Value& value) {
    Node within = node(keyword, value);
    append_token(within.pointer, name);
    return compiler_.reach(std::move(within));
}

const Schema* Draft::branch(const Member& keyword) {
    const Schema* schema = child(keyword);
    compiler_.link(schema_, *schema, keyword);
    return schema;
}

const Schema* Draft::branch(const Member& keyword, std::string_view name, const Value& value) {
    const Schema* schema = child(keyword, name, value);
    compiler_.link(schema_, *schema, keyword);
    return schema;
}

Node Draft::follow(const Member& ref) {
    return compiler_.follow({std::string(schema_.pointer), &source_, schema_.below_id}, ref);
}

const Schema* Draft::refer(const Member& ref) {
    Node node = follow(ref);
    if (!node.value) return nullptr;
    const Schema* schema = compiler_.reach(std::move(node));
    compiler_.link(schema_, *schema, ref);
    return schema;
}

bool Draft::has(Check check) const {
    return std::ranges::find(rules_, check, &Rule::check) != rules_.end();
}

const Pattern* Draft::pattern(const Member& keyword, std::string_view expression) {
    const Pattern& pattern = store().patterns.try_emplace(expression, expression).first->second;
    if (pattern.mistake().empty()) return &pattern;
    refuse(keyword, "has no regular expression in \"" + std::string(expression) +
                        "\": " + pattern.mistake());
    return nullptr;
}

bool Draft::refuse(const Member& keyword, std::string_view what) {
    std::string pointer(schema_.pointer);
    append_token(pointer, keyword.name);
    std::string message = '"' + std::string(keyword.name) + "\" ";
    message += what;
    compiler_.refuse(keyword.mark, std::move(pointer), std::move(message));
    return false;
}

bool Draft::refuse_value(const Member& keyword, std::string_view wanted) {
    return refuse_value(keyword, wanted, keyword.value);
}

bool Draft::refuse_value(const Member& keyword, std::string_view wanted, const Value& value) {
    return refuse(keyword, "must be " + std::string(wanted) + ", not " + found(value));
}

}  // namespace standin::schema
