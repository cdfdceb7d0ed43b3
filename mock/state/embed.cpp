// The part of composing that replaces what a body names by the resources themselves.
#include <algorithm>

#include "mock/core/pointer.h"
#include "mock/state/compose.h"

namespace standin::state {

using contract::Outcome;
using contract::Property;
using contract::Resource;
using contract::Shape;

namespace {

// Whether anything in a value stands for a resource.
bool holds_embedded(const Value& value, const Shape* shape) {
    if (!shape) return false;
    if (value.is(Kind::array)) {
        return shape->items && std::ranges::any_of(value.items(), [&](const Value& item) {
                   return holds_embedded(item, shape->items);
               });
    }
    if (!value.is(Kind::object)) return false;
    if (!shape->embeds.empty()) return true;
    return std::ranges::any_of(shape->properties, [&](const Property& property) {
        if (!property.shape->embeds.empty() || property.shape->holds_others()) {
            const Value* member = value.find(property.name);
            return member && holds_embedded(*member, property.shape);
        }
        return false;
    });
}

}  // namespace

std::optional<Outcome> Composer::embed() {
    if (turn_.contract.shapes->embedding().empty()) return std::nullopt;
    if (turn_.input.has_body && holds_embedded(turn_.input.body, turn_.body_shape)) {
        turn_.input.body = embedded(turn_.input.body, turn_.body_shape, nullptr);
    }
    return std::move(refusal_);
}

std::string Composer::pointer_of(const Step* step) {
    if (!step) return {};
    std::string pointer = pointer_of(step->up);
    append_token(pointer, step->name ? *step->name : std::to_string(step->index));
    return pointer;
}

Value Composer::embedded(const Value& value, const Shape* shape, const Step* at) {
    if (!shape) return value;
    if (value.is(Kind::object)) {
        return shape->embeds.empty() ? embedded_object(value, *shape, at)
                                     : resource_for(value, *shape, at);
    }
    if (!value.is(Kind::array) || !shape->items) return value;
    std::vector<Value> items;
    for (const Value& item : value.items()) {
        const Step step{at, items.size(), nullptr};
        items.push_back(embedded(item, shape->items, &step));
    }
    return turn_.input.document.array(items);
}

Value Composer::embedded_object(const Value& object, const Shape& shape, const Step* at) {
    std::vector<Member> members;
    for (const Member& member : object.members()) {
        const Property* property = shape.find(member.name);
        const Step step{at, 0, &member.name};
        members.push_back({member.name,
                           embedded(member.value, property ? property->shape : nullptr, &step),
                           member.mark});
    }
    return turn_.input.document.object(members);
}

// The resource that an object stands for: looked up by its key, or made.
Value Composer::resource_for(const Value& object, const Shape& shape, const Step* at) {
    const Resource& resource = *turn_.contract.find_resource(shape.embeds);
    const Value* key = object.find(resource.key);
    if (!key) return made_for(object, resource, at);
    const Table& table = turn_.world.store.table(turn_.contract, resource.index);
    const Collection* collection = table.find(scope_of(turn_, resource));
    const ItemPointer found = collection ? collection->find(key_text(key)) : nullptr;
    if (found) return part(found, at, object);
    const std::string_view name = resource.key;
    const Step named{at, 0, &name};
    return refuse("embedded_not_found", pointer_of(&named), object);
}

Value Composer::made_for(const Value& object, const Resource& resource, const Step* at) {
    Table& table = turn_.world.store.table(turn_.contract, resource.index);
    const ScopeValues scope = scope_of(turn_, resource);
    const Value* stored = scope_.stored();
    scope_.make_for(resource);
    scope_.set_stored(nullptr);
    Composer inner(turn_, scope_);
    inner.create(resource, object, nullptr);
    scope_.make_for(*turn_.operation.resource);
    scope_.set_stored(stored);
    const uint64_t ordinal = table.next_ordinal();
    const ItemPointer item = inner.draft().finish(turn_.contract, resource, ordinal);
    if (const auto* unique = table.conflict(scope, item->value(), ordinal)) {
        return refuse(unique->error, pointer_of(at) + '/' + unique->members.back(), object);
    }
    if (is_taken(table, scope, item->key())) {
        return refuse("duplicate", pointer_of(at) + '/' + resource.key, object);
    }
    table.add(scope, item);
    made_.push_back({&table, {scope, std::string(item->key())}});
    return part(item, at, object);
}

// A stored resource as a part of the body, which may outlive what is stored. Few bytes can name
// much that is stored many times over, so there is a limit to what they may come to.
Value Composer::part(const ItemPointer& item, const Step* at, const Value& object) {
    constexpr size_t most = 16 << 20;
    embedded_bytes_ += Document::size_of(item->value());
    if (embedded_bytes_ > most) return refuse("body_too_large", pointer_of(at), object);
    turn_.input.stored.push_back(document_of(item));
    return item->value();
}

Value Composer::refuse(std::string error, std::string pointer, const Value& object) {
    Problem problem;
    problem.pointer = std::move(pointer);
    problem.keyword = error;
    if (!refusal_) refusal_.emplace().error = std::move(error);
    refusal_->problems.push_back(std::move(problem));
    return object;
}

}  // namespace standin::state
