#include "mock/state/compose.h"

#include "mock/core/pointer.h"

namespace standin::state {

using contract::Generator;
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

// A turn takes place at one time, which several members may tell.
Value MakingScope::generate(const Generator& generator) {
    const auto make = [&] {
        return turn_.world.maker.make(generator, purpose_, turn_.now, scratch());
    };
    if (generator.makes != Generator::Makes::now) return make();
    Value& now = now_[generator.seconds];
    if (now.is(Kind::null)) now = make();
    return now;
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
    fill_required(resource);
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

// What answers must have and neither the client nor the contract gives: as a sample has it.
void Composer::fill_required(const Resource& resource) {
    const bool told = resource.create || &resource != turn_.operation.resource;
    if (told || !turn_.sample || !resource.shape) return;
    const Value* sample = nullptr;
    for (const Property& property : resource.shape->properties) {
        if (!property.required || property.write_only || draft_.find(property.name)) continue;
        if (!sample) sample = turn_.sample();
        const Value* value = sample ? sample->find(property.name) : nullptr;
        if (value) draft_.set(property.name, *value);
    }
}

void Composer::give_key(const Resource& resource) {
    Generator generator;
    const Property* property = resource.shape ? resource.shape->find(resource.key) : nullptr;
    if (resource.has_integer_keys || (property && property->shape->is_integer)) {
        generator.makes = Generator::Makes::sequence;
        generator.number = 1;
    }
    draft_.set(resource.key, scope_.generate(generator));
    next_free_key(resource, [&] { return scope_.generate(generator); });
}

}  // namespace standin::state
