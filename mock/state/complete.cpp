// What a resource must have and nobody gives: as a sample has it.
#include "mock/core/json.h"
#include "mock/schema/check.h"
#include "mock/state/compose.h"

namespace standin::state {

using contract::Property;
using contract::Resource;

Value Composer::sampled(const Resource& resource) const {
    const Value* sample =
        turn_.sampler ? turn_.sampler->sample_of(turn_.contract, resource) : nullptr;
    return sample ? *sample : Value::of(std::span<const Member>());
}

// What answers must have and neither the client nor the contract gives: as a sample has it.
void Composer::fill_required(const Resource& resource) {
    const bool told = resource.create || &resource != turn_.operation.resource;
    if (told || !turn_.sampler || !resource.shape) return;
    const Value* sample = nullptr;
    for (const Property& property : resource.shape->properties) {
        if (!property.required || property.write_only || draft_.find(property.name)) continue;
        if (!sample) sample = turn_.sampler->sample_of(turn_.contract, resource);
        const Value* value = sample ? sample->find(property.name) : nullptr;
        if (value) draft_.set(property.name, *value);
    }
}

// A resource that was put together by inference is what answers promise: what is missing or will
// not do is as a sample has it. Members that are never shown are nobody's concern.
void Composer::complete(const Resource& resource) {
    const bool told = resource.is_told || &resource != turn_.operation.resource;
    if (told || !turn_.sampler || !resource.schema) return;
    const Value made = draft_.value();
    if (schema::is_valid(*resource.schema, made, schema::Direction::response)) return;
    std::string text;
    JsonWriter writer(text, turn_.contract.style);
    contract::show(writer, made, resource.shape,
                   {turn_.contract.style, turn_.contract.unknown_members, resource.hidden});
    JsonFault fault;
    const auto shown = read_json(text, fault);
    if (!shown || !shown->root().is(Kind::object)) return;
    Document& document = scope_.scratch();
    const Value before = document.copy(shown->root());
    const Value after = turn_.sampler->completed(turn_.contract, resource, before, document);
    if (!after.is(Kind::object)) return;
    std::vector<std::string_view> dropped;
    for (const Member& member : before.members()) {
        if (!after.find(member.name)) dropped.push_back(member.name);
    }
    const Value* key = resource.key_of(before);
    draft_.remove(dropped);
    for (const Member& member : after.members()) draft_.set(member.name, member.value);
    if (key) draft_.set_key(resource, *key);  // by which it is found, whatever it looks like
}

}  // namespace standin::state
