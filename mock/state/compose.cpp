#include "mock/state/compose.h"

#include "mock/core/pointer.h"

namespace standin::state {

using contract::Generator;
using contract::Property;
using contract::Resource;
using contract::Shape;

namespace {

constexpr uint64_t most_tries = 20;  // to make a key that is free and looks as it should

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
    if (key) draft_.set_key(resource, *key);
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
        const bool owed = property.required && !resource.is_told && !draft_.find(property.name);
        if (property.read_only || owed) keep(property.name);
    }
    touch(resource);
    assign(resource, resource.replace);
    if (const Value* key = resource.key_of(stored)) draft_.set_key(resource, *key);
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
    if (const Value* key = resource.key_of(stored)) draft_.set_key(resource, *key);
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
    while (is_taken(table, scope, key_text(draft_.find_key(resource)))) {
        draft_.set_key(resource, make());
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
    const Value* key = draft_.find_key(resource);
    const bool given = key && (key->is(Kind::string) || key->is_number());
    if (!given && !resource.is_single) give_key(resource);
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
    if (resource.has_integer_keys || (property && property->shape->is_integer)) {
        generator.makes = Generator::Makes::sequence;
        generator.number = 1;
    }
    uint64_t tries = 0;
    const auto make = [&] {
        const Value made = scope_.generate(generator);
        const bool plain = resource.key_schemas.empty() || !turn_.sampler || ++tries > most_tries;
        if (plain) return made;
        const uint64_t n = turn_.world.store.table(turn_.contract, resource.index).next_ordinal();
        return turn_.sampler->key_like(turn_.contract, resource, made, n + tries, scope_.scratch());
    };
    draft_.set_key(resource, make());
    next_free_key(resource, make);
}

}  // namespace standin::state
