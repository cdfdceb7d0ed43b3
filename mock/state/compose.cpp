#include "mock/state/compose.h"

#include <algorithm>

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
        const Value* before = property ? stored.find(member.name) : nullptr;
        const Value value =
            before ? restored(member.value, *before, property->shape, document) : member.value;
        members.push_back({member.name, value, member.mark});
    }
    return document.object(members);
}

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

// Whether a time that belongs to the server moves with every change.
bool tells_of_change(const Property& property) {
    const bool named = property.name.find("updat") != property.name.npos ||
                       property.name.find("modif") != property.name.npos;
    return property.read_only && named && property.shape->format == "date-time";
}

}  // namespace

contract::Operand MakingScope::lookup(const contract::Expression& expression) const {
    if (!draft_ || expression.name != contract::Name::stored) {
        return RequestScope::lookup(expression);
    }
    // The draft goes on changing: of its members a copy is told.
    const Value so_far = draft_->value();
    if (expression.detail.empty()) return contract::Operand::of(drafts_.object(so_far.members()));
    const Value* found = resolve(so_far, expression.detail);
    return found ? contract::Operand::of(*found) : contract::Operand{};
}

ScopeValues scope_of(const Turn& turn, const Resource& resource) {
    ScopeValues scope;
    for (const std::string& parameter : resource.scope) {
        scope.emplace_back(key_text(turn.input.path.find(parameter)));
    }
    return scope;
}

bool is_taken(const Table& table, const ScopeValues& scope, std::string_view key) {
    const Collection* collection = table.find(scope);
    return collection && collection->find(key);
}

Composer::~Composer() {
    for (; !made_.empty(); made_.pop_back()) {
        const auto& [table, place] = made_.back();
        table->remove(place.scope, place.key);
    }
}

void Composer::create(const Resource& resource, const Value& body, const Value* key) {
    if (body.is(Kind::object)) draft_.start(body);
    if (resource.defaults) draft_.fill(*resource.defaults);
    assign(resource, resource.create);
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
        before ? draft_.set(name, *before) : draft_.remove({name});
    };
    for (const std::string& name : resource.keep) keep(name);
    for (const std::string& name : resource.scope) {
        if (stored.find(name)) keep(name);
    }
    for (const Property& property :
         resource.shape ? resource.shape->properties : std::vector<Property>()) {
        if (property.read_only) keep(property.name);
    }
    touch(resource);
    assign(resource, resource.replace);
    keep(resource.key);
}

void Composer::update(const Resource& resource, const Value& stored) {
    draft_.start(stored);
    const Value& body = turn_.input.body;
    if (body.is(Kind::object)) {
        const Value sent = restored(body, stored, resource.shape, scope_.scratch());
        draft_.merge(sent, turn_.operation.deep_merge);
        std::vector<std::string_view> removed;
        for (const Member& member : body.members()) {
            if (!member.value.is(Kind::null)) continue;
            const Value* cleared = resource.cleared ? resource.cleared->find(member.name) : nullptr;
            cleared ? draft_.set(member.name, *cleared) : removed.push_back(member.name);
        }
        draft_.remove(removed);
    }
    touch(resource);
    assign(resource, resource.update);
    draft_.set(resource.key, *stored.find(resource.key));
}

void Composer::touch(const Resource& resource) {
    if (!resource.shape) return;
    for (const Property& property : resource.shape->properties) {
        if (tells_of_change(property)) {
            draft_.set(property.name, scope_.generate({Generator::Makes::now, {}, 0, false}));
        }
    }
}

// A key that a fixture or a client has given away is passed over.
template <class Make>
void Composer::next_free_key(const Resource& resource, Make make) {
    const Table& table = turn_.world.store.table(turn_.contract, resource.index);
    const ScopeValues scope = scope_of(turn_, resource);
    while (is_taken(table, scope, key_text(draft_.find(resource.key)))) {
        draft_.set(resource.key, make());
    }
}

void Composer::assign(const Resource& resource, const std::optional<contract::Template>& members) {
    if (!members) return;
    if (!scope_.stored()) scope_.set_draft(&draft_);
    for (size_t i = 0; i < members->names().size(); ++i) {
        const contract::Template& part = members->parts()[i];
        const contract::Operand made = part.evaluate(scope_);
        if (made.is == contract::Operand::Is::value) draft_.set(members->names()[i], made.value);
        if (part.generates() && members->names()[i] == resource.key) {
            next_free_key(resource, [&] { return part.evaluate(scope_).value; });
        }
    }
    scope_.set_draft(nullptr);
}

// What the server must set though the contract does not say how: the key, and what the schema
// gives to the server alone.
void Composer::assign_unsaid(const Resource& resource) {
    const Value* key = draft_.find(resource.key);
    if (!key || !(key->is(Kind::string) || key->is_number())) give_key(resource);
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

void Composer::give_key(const Resource& resource) {
    Generator generator;
    const Property* property = resource.shape ? resource.shape->find(resource.key) : nullptr;
    if (property && property->shape->is_integer) {
        generator.makes = Generator::Makes::sequence;
        generator.number = 1;
    }
    draft_.set(resource.key, scope_.generate(generator));
    next_free_key(resource, [&] { return scope_.generate(generator); });
}

std::optional<Outcome> Composer::embed() {
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
    if (is_taken(table, scope, item->key)) {
        return refuse("duplicate", pointer_of(at) + '/' + resource.key, object);
    }
    table.add(scope, item);
    made_.push_back({&table, {scope, std::string(item->key)}});
    return part(item, at, object);
}

// A stored resource as a part of the body, which may outlive what is stored. Few bytes can name
// much that is stored many times over, so there is a limit to what they may come to.
Value Composer::part(const ItemPointer& item, const Step* at, const Value& object) {
    constexpr size_t most = 16 << 20;
    embedded_bytes_ += item->document.bytes() - item->shown.size();
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
