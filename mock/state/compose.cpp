#include "mock/state/compose.h"

#include "mock/core/pointer.h"

namespace standin::state {

using contract::Generator;
using contract::Outcome;
using contract::Property;
using contract::Resource;
using contract::Shape;

namespace {

// A redacted secret that comes back unchanged stands for the secret itself.
Value restored(const Value& sent, const Value& stored, const Shape* shape, Document& document) {
    if (!shape) return sent;
    if (sent.is(Kind::string) && stored.is(Kind::string) && shape->redaction) {
        return shape->redaction->apply(stored.text()) == sent.text() ? stored : sent;
    }
    if (!sent.is(Kind::object) || !stored.is(Kind::object)) return sent;
    std::vector<Member> members;
    for (const Member& member : sent.members()) {
        const Property* property = shape->find(member.name);
        const Value* before = stored.find(member.name);
        const Value value = before && property
                                ? restored(member.value, *before, property->shape, document)
                                : member.value;
        members.push_back({member.name, value, member.mark});
    }
    return document.object(members);
}

// Whether a time that belongs to the server moves with every change.
bool tells_of_change(const Property& property) {
    const bool named = property.name.find("updat") != property.name.npos ||
                       property.name.find("modif") != property.name.npos;
    return property.read_only && named && property.shape->format == "date-time";
}

}  // namespace

void Composer::create(const Resource& resource, const Value& body, const Value* key) {
    if (body.is(Kind::object)) draft_.start(body);
    if (resource.defaults) draft_.fill(*resource.defaults);
    assign(resource.create);
    if (key) draft_.set(resource.key, *key);
    assign_unsaid(resource);
}

void Composer::replace(const Resource& resource, const Value& stored) {
    const Value& body = turn_.input.body;
    if (body.is(Kind::object)) {
        draft_.start(restored(body, stored, resource.shape, scope_.scratch()));
    }
    if (resource.defaults) draft_.fill(*resource.defaults);
    const auto keep = [&](std::string_view name) {
        const Value* before = stored.find(name);
        before ? draft_.set(name, *before) : draft_.remove(name);
    };
    keep(resource.key);
    for (const std::string& name : resource.keep) keep(name);
    for (const std::string& name : resource.scope) {
        if (stored.find(name)) keep(name);
    }
    for (const Property& property : resource.shape ? resource.shape->properties
                                                   : std::vector<Property>()) {
        if (property.read_only) keep(property.name);
    }
    touch(resource);
    assign(resource.replace);
}

void Composer::update(const Resource& resource, const Value& stored) {
    draft_.start(stored);
    const Value& body = turn_.input.body;
    if (body.is(Kind::object)) {
        draft_.merge(body, turn_.operation.deep_merge);
        for (const Member& member : body.members()) {
            if (!member.value.is(Kind::null)) continue;
            const Value* cleared = resource.cleared ? resource.cleared->find(member.name) : nullptr;
            cleared ? draft_.set(member.name, *cleared) : draft_.remove(member.name);
        }
    }
    draft_.set(resource.key, *stored.find(resource.key));
    touch(resource);
    assign(resource.update);
}

void Composer::touch(const Resource& resource) {
    if (!resource.shape) return;
    for (const Property& property : resource.shape->properties) {
        if (tells_of_change(property)) {
            draft_.set(property.name, scope_.generate({Generator::Makes::now, {}, 0, false}));
        }
    }
}

// Member by member: where nothing is stored yet, "$stored" names what has been made so far.
void Composer::assign(const std::optional<contract::Template>& members) {
    if (!members) return;
    const Value* stored = scope_.stored();
    for (size_t i = 0; i < members->names().size(); ++i) {
        const Value so_far = draft_.value();
        if (!stored) scope_.set_stored(&so_far);
        const contract::Operand made = members->parts()[i].evaluate(scope_);
        if (made.is == contract::Operand::Is::value) draft_.set(members->names()[i], made.value);
    }
    scope_.set_stored(stored);
}

// What the server must set though the contract does not say how: the key, and what the schema
// gives to the server alone.
void Composer::assign_unsaid(const Resource& resource) {
    if (!draft_.find(resource.key)) {
        Generator generator;
        const Property* property = resource.shape ? resource.shape->find(resource.key) : nullptr;
        if (property && property->shape->is_integer) {
            generator.makes = Generator::Makes::sequence;
            generator.number = 1;
        }
        draft_.set(resource.key, scope_.generate(generator));
    }
    if (!resource.shape) return;
    for (const Property& property : resource.shape->properties) {
        if (!property.read_only || draft_.find(property.name)) continue;
        if (property.shape->format == "date-time") {
            draft_.set(property.name, scope_.generate({Generator::Makes::now, {}, 0, false}));
        } else if (property.shape->format == "uuid") {
            draft_.set(property.name, scope_.generate({}));
        }
    }
}

std::optional<Outcome> Composer::embed() {
    const auto& body = turn_.operation.body;
    if (turn_.input.has_body && body) {
        std::string pointer;
        turn_.input.body = embedded(turn_.input.body, body->types.front().shape, pointer);
    }
    return std::move(refusal_);
}

Value Composer::embedded(const Value& value, const Shape* shape, std::string& pointer) {
    if (!shape || refusal_) return value;
    if (value.is(Kind::object)) {
        if (!shape->embeds.empty()) return resource_for(value, *shape, pointer);
        return embedded_object(value, *shape, pointer);
    }
    if (!value.is(Kind::array) || !shape->items) return value;
    std::vector<Value> items;
    const size_t size = pointer.size();
    for (const Value& item : value.items()) {
        append_token(pointer, std::to_string(items.size()));
        items.push_back(embedded(item, shape->items, pointer));
        pointer.resize(size);
    }
    return scope_.scratch().array(items);
}

Value Composer::embedded_object(const Value& object, const Shape& shape, std::string& pointer) {
    std::vector<Member> members;
    const size_t size = pointer.size();
    for (const Member& member : object.members()) {
        const Property* property = shape.find(member.name);
        append_token(pointer, member.name);
        members.push_back({member.name,
                           embedded(member.value, property ? property->shape : nullptr, pointer),
                           member.mark});
        pointer.resize(size);
    }
    return scope_.scratch().object(members);
}

// The resource that an object stands for: looked up by its key, or made.
Value Composer::resource_for(const Value& object, const Shape& shape,
                             const std::string& pointer) {
    const Resource& resource = *turn_.contract.find_resource(shape.embeds);
    Table& table = turn_.world.store.table(turn_.contract, resource.index);
    ScopeValues scope;
    for (const std::string& parameter : resource.scope) {
        scope.push_back(key_text(turn_.input.path.find(parameter)));
    }
    if (const Value* key = object.find(resource.key)) {
        const Collection* collection = table.find(scope);
        const ItemPointer found = collection ? collection->find(key_text(key)) : nullptr;
        if (found) return found->value();
        Problem problem;
        problem.pointer = pointer;
        append_token(problem.pointer, resource.key);
        problem.keyword = "embedded_not_found";
        refusal_.emplace().error = problem.keyword;
        refusal_->problems.push_back(std::move(problem));
        return object;
    }
    scope_.make_for(resource);
    Composer inner(turn_, scope_);
    inner.create(resource, object, nullptr);
    scope_.make_for(*turn_.operation.resource);
    const auto ordinal = table.next_ordinal() + made_.size();
    made_.push_back({&table, scope, inner.draft().finish(turn_.contract, resource, ordinal)});
    return made_.back().item->value();
}

void Composer::commit() {
    for (Embedded& each : made_) each.table->add(each.scope, std::move(each.item));
    made_.clear();
}

}  // namespace standin::state
