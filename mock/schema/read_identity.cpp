// Readers of the keywords that name schemas, and of those that refer to them.
#include <algorithm>

#include "mock/schema/draft.h"
#include "mock/schema/read.h"
#include "mock/schema/uri.h"
#include "mock/schema/verdict.h"

namespace standin::schema {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// An XML name without ":" in 2020-12, with it in 2019-09 (core, section 8.2.2 and 8.2.3).
bool is_anchor(std::string_view text, bool colons) {
    return !text.empty() && is_letter(text[0]) && std::ranges::all_of(text, [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               (colons && c == ':');
    });
}

bool refuse_twice(Draft& draft, const Member& keyword) {
    return draft.refuse(keyword, "stands twice: \"" + std::string(keyword.value.text()) + '"');
}

}  // namespace

bool read_dialect(Draft& draft, const Member& keyword, Rule&) {
    if (!keyword.value.is(Kind::string)) return draft.refuse_value(keyword, "a string");
    const Spoken spoken = draft.store().library.language(keyword.value.text());
    if (!spoken.language) return draft.refuse(keyword, spoken.mistake);
    if (!spoken.mistake.empty()) draft.warn(keyword, spoken.mistake);
    return false;
}

bool read_vocabulary(Draft& draft, const Member& keyword, Rule&) {
    const bool right = keyword.value.is(Kind::object) &&
                       std::ranges::all_of(keyword.value.members(), [](const Member& one) {
                           return one.value.is(Kind::boolean);
                       });
    return !right && draft.refuse(keyword, "must be an object of booleans");
}

bool read_id(Draft& draft, const Member& keyword, Rule&) {
    if (!keyword.value.is(Kind::string)) return draft.refuse_value(keyword, "a string");
    const std::string_view text = keyword.value.text();
    const auto [uri, fragment] = split_reference(text);
    const Node& node = draft.node();
    if (!fragment.empty() && !draft.language().hides_siblings()) {
        return draft.refuse(keyword, "must have no fragment: \"" + std::string(text) + '"');
    }
    if (uri.empty()) {
        const auto anchor = node.resource->anchors.find(fragment);
        const bool other =
            anchor != node.resource->anchors.end() && anchor->second.node.value != node.value;
        return other && refuse_twice(draft, keyword);
    }
    const Resource* first = draft.store().library.find(node.resource->uri);
    return first && first != node.resource && refuse_twice(draft, keyword);
}

bool read_anchor(Draft& draft, const Member& keyword, Rule&) {
    if (!keyword.value.is(Kind::string)) return draft.refuse_value(keyword, "a string");
    const std::string_view text = keyword.value.text();
    if (!is_anchor(text, draft.dialect() == Dialect::json_schema_2019_09)) {
        return draft.refuse(keyword, "must be a name, not \"" + std::string(text) + '"');
    }
    const auto& anchors = draft.node().resource->anchors;
    const auto anchor = anchors.find(text);
    const bool other = anchor != anchors.end() && anchor->second.node.value != draft.node().value;
    return other && refuse_twice(draft, keyword);
}

bool read_definitions(Draft& draft, const Member& keyword, Rule&) {
    return !keyword.value.is(Kind::object) && draft.refuse_value(keyword, "an object");
}

bool read_ref(Draft& draft, const Member& keyword, Rule& rule) {
    rule.operand.schema = draft.schema().ref = draft.refer(keyword);
    return rule.operand.schema != nullptr;
}

// 2020-12 core, section 8.2.3.2: dynamic only where the fragment was made by $dynamicAnchor.
bool read_dynamic_ref(Draft& draft, const Member& keyword, Rule& rule) {
    Node target = draft.follow(keyword);
    if (!target.value) return false;
    const std::string name = decode_fragment(split_reference(keyword.value.text()).fragment);
    const auto& anchors = target.resource->anchors;
    const auto anchor = anchors.find(name);
    const bool dynamic = anchor != anchors.end() && anchor->second.dynamic && !name.empty();
    const Schema* usual = draft.refer(keyword, std::move(target));
    rule.operand.schema = usual;
    if (!dynamic) return true;
    rule.check = check_dynamic_ref;
    rule.operand.dynamic = &draft.store().dynamics.emplace_back(Dynamic{anchor->first, usual});
    return true;
}

// 2019-09 core, section 8.2.4.2.1: dynamic only where the resource itself has a $recursiveAnchor.
bool read_recursive_ref(Draft& draft, const Member& keyword, Rule& rule) {
    if (!keyword.value.is(Kind::string) || keyword.value.text() != "#") {
        return draft.refuse(keyword, "must be \"#\"");
    }
    const Schema* usual = draft.refer(keyword);
    rule.operand.schema = usual;
    if (!draft.node().resource->anchors.contains("")) return true;
    rule.check = check_dynamic_ref;
    rule.operand.dynamic = &draft.store().dynamics.emplace_back(Dynamic{"", usual});
    return true;
}

}  // namespace standin::schema
