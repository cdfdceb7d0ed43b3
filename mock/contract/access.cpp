#include "mock/contract/access.h"

#include "mock/core/pointer.h"

namespace standin::contract {

void require_kind(const Located& at, Kind kind, std::string_view what) {
    if (at.value->is(kind)) return;
    at.refuse(std::string(what) + " must be of type " + std::string(name_of(kind)) + ", not " +
              std::string(name_of(at.value->kind())));
}

Located member(const Located& parent, std::string_view name, Kind kind) {
    Located found = follow(parent.find(name));
    if (found) require_kind(found, kind, '"' + std::string(name) + '"');
    return found;
}

Located required_member(const Located& parent, std::string_view name, Kind kind) {
    Located found = member(parent, name, kind);
    if (found) return found;
    parent.refuse("\"" + std::string(name) + "\" is missing");
}

void only(const Located& object, const std::set<std::string_view>& known) {
    for (const Member& member : object.value->members()) {
        if (known.contains(member.name)) continue;
        object.source->refuse(member.mark, object.find(member.name).pointer,
                              "\"" + std::string(member.name) + "\" is not known here");
    }
}

Located item(const Located& array, size_t i) {
    return follow(array.item(i));
}

std::string text_member(const Located& parent, std::string_view name, std::string_view fallback) {
    const Located found = member(parent, name, Kind::string);
    return std::string(found ? found.value->text() : fallback);
}

int64_t integer_member(const Located& parent, std::string_view name, int64_t fallback) {
    const Located found = member(parent, name, Kind::integer);
    return found ? found.value->integer() : fallback;
}

bool flag_member(const Located& parent, std::string_view name, bool fallback) {
    const Located found = member(parent, name, Kind::boolean);
    return found ? found.value->boolean() : fallback;
}

std::vector<std::string> texts_member(const Located& parent, std::string_view name) {
    std::vector<std::string> texts;
    const Located array = member(parent, name, Kind::array);
    if (!array) return texts;
    for (size_t i = 0; i < array.value->items().size(); ++i) {
        const Located text = item(array, i);
        require_kind(text, Kind::string, "each of \"" + std::string(name) + "\"");
        texts.emplace_back(text.value->text());
    }
    return texts;
}

}  // namespace standin::contract
