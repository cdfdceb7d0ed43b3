#include "mock/contract/access.h"

#include "mock/core/pointer.h"

namespace standin::contract {

Located member(const Source& source, const Located& parent, std::string_view name, Kind kind) {
    const Located found = follow(source, parent.find(name));
    if (!found || found.value->is(kind)) return found;
    source.refuse(found.value->mark(), found.pointer,
                  "\"" + std::string(name) + "\" must be of type " + std::string(name_of(kind)) +
                      ", not " + std::string(name_of(found.value->kind())));
}

Located required_member(const Source& source, const Located& parent, std::string_view name,
                        Kind kind) {
    Located found = member(source, parent, name, kind);
    if (found) return found;
    source.refuse(parent.value->mark(), parent.pointer,
                  "\"" + std::string(name) + "\" is missing");
}

Located item(const Source& source, const Located& array, size_t i) {
    Located located{&array.value->items()[i], array.pointer};
    append_token(located.pointer, std::to_string(i));
    return follow(source, std::move(located));
}

std::string text_member(const Source& source, const Located& parent, std::string_view name,
                        std::string_view fallback) {
    const Located found = member(source, parent, name, Kind::string);
    return std::string(found ? found.value->text() : fallback);
}

bool flag_member(const Source& source, const Located& parent, std::string_view name,
                 bool fallback) {
    const Located found = member(source, parent, name, Kind::boolean);
    return found ? found.value->boolean() : fallback;
}

std::vector<std::string> texts_member(const Source& source, const Located& parent,
                                      std::string_view name) {
    std::vector<std::string> texts;
    const Located array = member(source, parent, name, Kind::array);
    if (!array) return texts;
    for (const Value& text : array.value->items()) texts.emplace_back(text.text_or(""));
    return texts;
}

}  // namespace standin::contract
