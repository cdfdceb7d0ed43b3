#include "mock/contract/reference.h"

#include <set>

#include "mock/contract/documents.h"
#include "mock/core/pointer.h"
#include "mock/schema/uri.h"

namespace standin::contract {

namespace {

// Where a reference leads in a document that knows no others.
Located target_within(const Located& reference) {
    const auto [uri, fragment] = schema::split_reference(reference.value->text());
    const std::string name = '"' + std::string(reference.value->text()) + '"';
    if (!uri.empty()) reference.refuse(name + " leads out of this document");
    Located target = root_of(*reference.source);
    target.pointer = schema::decode_fragment(fragment);
    target.value = resolve(*target.value, target.pointer);
    if (!target) reference.refuse(name + " leads nowhere");
    return target;
}

}  // namespace

Located Located::find(std::string_view name) const {
    const Value* member = value ? value->find(name) : nullptr;
    if (!member) return {};
    Located found{member, pointer, source};
    append_token(found.pointer, name);
    return found;
}

Located Located::item(size_t index) const {
    return {&value->items()[index], pointer + '/' + std::to_string(index), source};
}

Mistake Located::mistake(std::string message) const {
    return {source->file, value->mark(), pointer, std::move(message)};
}

void Located::refuse(std::string message) const {
    source->refuse(value->mark(), pointer, std::move(message));
}

Located root_of(const Source& source) {
    return {&source.root(), "", &source};
}

Located follow(Located from) {
    std::set<const Value*> passed;
    while (from) {
        const Value* value = from.value->find("$ref");
        if (!value || !value->is(Kind::string)) return from;
        const Located reference = from.find("$ref");
        if (!passed.insert(from.value).second) {
            reference.refuse('"' + std::string(value->text()) + "\" leads round in a circle");
        }
        const Documents* documents = from.source->documents;
        from = documents ? documents->target(reference) : target_within(reference);
    }
    return from;
}

}  // namespace standin::contract
