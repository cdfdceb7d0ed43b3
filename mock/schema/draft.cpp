#include "mock/schema/draft.h"

#include <algorithm>

#include "mock/core/pointer.h"
#include "mock/schema/keyword.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

std::string found(const Value& value) {
    if (value.is_number()) return std::string(value.text());
    if (value.is(Kind::null)) return "null";
    const std::string_view name = name_of(value.kind());
    return (value.is(Kind::array) || value.is(Kind::object) ? "an " : "a ") + std::string(name);
}

void Draft::read() {
    const Value& source = *node_.value;
    if (source.is(Kind::boolean)) {
        schema_.kinds = source.boolean() ? all_kinds : Kinds{0};
        return compiler_.furnish(schema_, {});
    }
    if (language().hides_siblings() && keyword("$ref")) {
        read(*keyword("$ref"));
    } else if (mode_ == Mode::others || !read_unevaluated()) {
        for (const Member& member : source.members()) {
            const bool counts = source.find(member.name) == &member.value;
            if (counts) read(member);
        }
    }
    std::ranges::stable_sort(rules_, {}, &Rule::stage);
    compiler_.furnish(schema_, rules_);
}

void Draft::read(const Member& member) {
    const Keyword* row = find_keyword(member.name, language());
    if (!row) return;
    Rule rule{.check = row->check, .keyword = &member, .stage = row->stage};
    if (row->read(*this, member, rule) && rule.check) rules_.push_back(rule);
}

// Where one of the unevaluated keywords is written, the schema is compiled a second time without
// them, and this one adds them to it. Returns whether that is so.
bool Draft::read_unevaluated() {
    const Member* items = keyword("unevaluatedItems");
    const Member* properties = keyword("unevaluatedProperties");
    if (!items && !properties) return false;
    const auto rest = [&](const Member* written) {
        if (!written) return Unevaluated::Rest{};
        const bool closed = written->value.is(Kind::boolean) && !written->value.boolean();
        return Unevaluated::Rest{written, closed ? nullptr : child(*written)};
    };
    const Member& any = items ? *items : *properties;
    const Schema* others = reach(node_, Mode::others);
    Rule rule{.check = check_unevaluated, .keyword = &any, .stage = Stage::combination};
    rule.operand.unevaluated =
        &store().unevaluated.emplace_back(Unevaluated{others, rest(items), rest(properties)});
    rules_.push_back(rule);
    schema_.ref = others;
    compiler_.wrap(schema_, *others);
    return true;
}

const Member* Draft::keyword(std::string_view name) const {
    const Value* value = node_.value->find(name);
    if (!value || !find_keyword(name, language())) return nullptr;
    const auto at = std::ranges::find(node_.value->members(), value,
                                      [](const Member& member) { return &member.value; });
    return &*at;
}

Node Draft::below(const Member& keyword, const Value& value) const {
    Node node{&value, node_.pointer, node_.resource, node_.language};
    append_token(node.pointer, keyword.name);
    return node;
}

const Schema* Draft::reach(Node node, Mode mode) {
    store().library.enter(node);
    return compiler_.reach(std::move(node), node_.resource, mode);
}

const Schema* Draft::linked(const Schema* schema, const Member& keyword) {
    compiler_.link(schema_, *schema, keyword);
    return schema;
}

const Schema* Draft::child(const Member& keyword) {
    return reach(below(keyword, keyword.value), Mode::plain);
}

const Schema* Draft::child(const Member& keyword, std::string_view name, const Value& value) {
    Node within = below(keyword, value);
    append_token(within.pointer, name);
    return reach(std::move(within), Mode::plain);
}

const Schema* Draft::branch(const Member& keyword) {
    return linked(reach(below(keyword, keyword.value), branch_mode()), keyword);
}

const Schema* Draft::branch(const Member& keyword, std::string_view name, const Value& value) {
    Node within = below(keyword, value);
    append_token(within.pointer, name);
    return linked(reach(std::move(within), branch_mode()), keyword);
}

const Schema* Draft::verdict(const Member& keyword) {
    return linked(child(keyword), keyword);
}

const Schema* Draft::refer(const Member& ref) {
    Node target = follow(ref);
    return target.value ? refer(ref, std::move(target)) : nullptr;
}

const Schema* Draft::refer(const Member& ref, Node target) {
    return linked(compiler_.reach(std::move(target), node_.resource, branch_mode()), ref);
}

bool Draft::has(Check check) const {
    return std::ranges::find(rules_, check, &Rule::check) != rules_.end();
}

const Pattern* Draft::pattern(const Member& keyword, std::string_view expression) {
    const Pattern& pattern =
        store().patterns.try_emplace(expression, expression, Pattern::Flavour::any).first->second;
    if (pattern.mistake().empty() && pattern.foreign().empty()) return &pattern;
    constexpr size_t most_bytes = 200;
    std::string shown(expression.substr(0, most_bytes));
    if (shown.size() < expression.size()) shown += "…";
    const std::string said = " regular expression in \"" + shown + "\": ";
    if (pattern.mistake().empty()) {
        warn(keyword, "has a" + said + pattern.foreign() + "; it is taken as PCRE2 has it");
        return &pattern;
    }
    refuse(keyword, "has no" + said + pattern.mistake());
    return nullptr;
}

void Draft::warn(const Member& keyword, std::string_view what) {
    std::string pointer = node_.pointer;
    append_token(pointer, keyword.name);
    std::string message = '"' + std::string(keyword.name) + "\" ";
    message += what;
    const Source& source = *node_.resource->source;
    store().warnings.push_back(
        {source.file_of(keyword.mark), keyword.mark, std::move(pointer), std::move(message)});
}

bool Draft::refuse(const Member& keyword, std::string_view what) {
    std::string pointer = node_.pointer;
    append_token(pointer, keyword.name);
    std::string message = '"' + std::string(keyword.name) + "\" ";
    message += what;
    compiler_.refuse(node_, keyword.mark, std::move(pointer), std::move(message));
    return false;
}

bool Draft::refuse_value(const Member& keyword, std::string_view wanted) {
    return refuse_value(keyword, wanted, keyword.value);
}

bool Draft::refuse_value(const Member& keyword, std::string_view wanted, const Value& value) {
    return refuse(keyword, "must be " + std::string(wanted) + ", not " + found(value));
}

}  // namespace standin::schema
