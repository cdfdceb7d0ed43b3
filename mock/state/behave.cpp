#include "mock/state/behave.h"

#include "mock/state/compose.h"
#include "mock/state/dependent.h"
#include "mock/state/list.h"
#include "mock/state/rule.h"

namespace standin::state {

using contract::Action;
using contract::Outcome;
using contract::Resource;

namespace {

Outcome refused(std::string error, Part part, std::string pointer) {
    Outcome outcome;
    Problem problem;
    problem.part = part;
    problem.pointer = std::move(pointer);
    problem.keyword = error;
    outcome.error = std::move(error);
    outcome.problems.push_back(std::move(problem));
    return outcome;
}

std::optional<Outcome> broken_rule(const Turn& turn, contract::RequestScope& scope,
                                   bool before_lookup) {
    for (const contract::Rule& rule : turn.operation.rules) {
        if (rule.before_lookup != before_lookup) continue;
        auto problem = breaks(rule, turn.input, scope);
        if (!problem) continue;
        Outcome outcome;
        if (problem->keyword == "rule") {
            outcome.refusal = rule.refuse;
        } else {
            outcome.error = "invalid";
        }
        outcome.problems.push_back(std::move(*problem));
        return outcome;
    }
    return std::nullopt;
}

// The member of the body that is the resource; null where the body itself is, or has none.
const Value* wrapped_in(const Turn& turn) {
    const std::string& name = turn.operation.body_member;
    const Value& body = turn.input.body;
    const Value* wrapped = name.empty() || !body.is(Kind::object) ? nullptr : body.find(name);
    const bool listed = wrapped && wrapped->is(Kind::array) && !wrapped->items().empty();
    if (listed) wrapped = &wrapped->items().front();
    return wrapped && wrapped->is(Kind::object) ? wrapped : nullptr;
}

// What was taken in lives as long as the input does: answers name it when the turn is over.
void enter_body(const Turn& turn) {
    if (turn.taken_in) turn.input.body = *turn.taken_in;
}

// One turn, step by step.
class Behaviour {
  public:
    explicit Behaviour(const Turn& turn)
        : turn_(turn),
          resource_(*turn.operation.resource),
          table_(turn.world.store.table(turn.contract, resource_.index)),
          scope_(turn, resource_),
          values_(scope_of(turn, resource_)) {}

    Deed run() {
        Deed deed{act()};
        if (deed.outcome.refused()) keep_views(deed.outcome);
        deed.shows = std::move(shown_);
        return deed;
    }

  private:
    Outcome act() {
        if (auto outcome = missing_parent()) return *outcome;
        enter_body(turn_);
        if (auto outcome = broken_rule(true)) return *outcome;
        const Action action = turn_.operation.action;
        if (action == Action::list) return list();
        const bool found = action != Action::create && find();
        const bool creates = action == Action::create ||
                             (!found && turn_.operation.missing == contract::Missing::create);
        if (!found && !creates && !begins()) return missing();
        if (auto outcome = broken_rule(false)) return *outcome;
        if (creates || !found) return create();
        switch (action) {
            case Action::replace:
            case Action::update:
                return change(action == Action::replace);
            case Action::remove:
                return remove();
            default:
                return shown(item_);
        }
    }

    std::optional<Outcome> missing_parent() {
        for (const contract::Parent& parent : resource_.parents) {
            Table& table = turn_.world.store.table(turn_.contract, parent.index);
            const Value* named = turn_.input.path.find(parent.parameter);
            if (!named) continue;  // an operation across all scopes
            const Collection* collection = table.find(scope_of(turn_, table.resource()));
            const ItemPointer found = collection ? collection->find(key_text(named)) : nullptr;
            if (!found) return refused("parent_not_found", Part::path, "/" + parent.parameter);
            parent_ = document_of(found);
            scope_.set_parent(&parent_->root());
        }
        return std::nullopt;
    }

    std::optional<Outcome> broken_rule(bool before_lookup) {
        return state::broken_rule(turn_, scope_, before_lookup);
    }

    Outcome list() {
        if (auto outcome = broken_rule(false)) return *outcome;
        return list_items(turn_, table_, values_);
    }

    bool find() {
        const Collection* collection = table_.find(values_);
        const Value* key = turn_.input.path.find(turn_.operation.key_parameter);
        item_ = collection ? collection->find(key_text(key)) : nullptr;
        if (!item_) return false;
        scope_.set_stored(&item_->value());
        return true;
    }

    // What there is once is as the contract shows it until it is changed.
    bool begins() const { return resource_.is_single && turn_.operation.action == Action::update; }

    Outcome missing() {
        if (resource_.is_single) {
            Outcome outcome;
            outcome.shows = Outcome::Shows::example;
            return outcome;
        }
        if (turn_.operation.missing == contract::Missing::ignore) return {};
        return refused("not_found", Part::path, "/" + turn_.operation.key_parameter);
    }

    Outcome create() {
        Composer composer(turn_, scope_);
        if (auto outcome = composer.embed()) return *outcome;
        if (begins()) {
            composer.update(resource_, composer.sampled(resource_));
        } else {
            composer.create(resource_, turn_.input.body, key_of_path());
        }
        return store(composer, table_.next_ordinal(), true);
    }

    // The key that a replace of something that is not there gives it; null for a create.
    const Value* key_of_path() const {
        return turn_.operation.action == Action::create || resource_.is_single
                   ? nullptr
                   : turn_.input.path.find(turn_.operation.key_parameter);
    }

    Outcome change(bool replace) {
        Composer composer(turn_, scope_);
        if (auto outcome = composer.embed()) return *outcome;
        if (replace) {
            composer.replace(resource_, item_->value());
        } else {
            composer.update(resource_, item_->value());
        }
        return store(composer, item_->ordinal(), false);
    }

    Outcome store(Composer& composer, uint64_t ordinal, bool fresh) {
        composer.complete(resource_);
        const Value value = composer.draft().value();
        if (const auto* unique = table_.conflict(values_, value, ordinal)) {
            return refused(unique->error, Part::body, "/" + unique->members.back());
        }
        const ItemPointer item = composer.draft().finish(turn_.contract, resource_, ordinal);
        if (fresh && is_taken(table_, values_, item->key())) {
            return refused("duplicate", Part::body, "/" + resource_.key);
        }
        composer.commit();
        if (fresh) {
            table_.add(values_, item);
        } else {
            table_.replace(values_, item);
        }
        return shown(item);
    }

    Outcome remove() {
        Store& stores = turn_.world.store;
        const Place place{values_, std::string(item_->key())};
        if (const auto* reference = held_by(stores, turn_.contract, resource_, place)) {
            return refused(reference->error, Part::path, "/" + turn_.operation.key_parameter);
        }
        table_.remove(values_, item_->key());
        remove_dependents(stores, turn_.contract, resource_, place);
        return shown(item_);
    }

    Outcome shown(const ItemPointer& item) {
        Outcome outcome;
        outcome.shows = Outcome::Shows::resource;
        outcome.stored = document_of(item);
        outcome.parent = parent_;
        shown_ = item;
        return outcome;
    }

    void keep_views(Outcome& outcome) const {
        outcome.parent = parent_;
        if (item_) outcome.stored = document_of(item_);
    }

    const Turn& turn_;
    const Resource& resource_;
    Table& table_;
    MakingScope scope_;
    ScopeValues values_;
    ItemPointer item_;
    ItemPointer shown_;
    std::shared_ptr<const Document> parent_;
};

Outcome without_resource(const Turn& turn) {
    enter_body(turn);
    contract::RequestScope scope(turn.request, turn.input, &turn.contract);
    for (const bool before_lookup : {true, false}) {
        if (auto outcome = broken_rule(turn, scope, before_lookup)) return *outcome;
    }
    Outcome outcome;
    outcome.shows = Outcome::Shows::example;
    return outcome;
}

}  // namespace

void take_in_body(Turn& turn) {
    if (!turn.input.has_body || !turn.operation.body) return;
    const bool update = turn.operation.action == Action::update;
    const auto environment = turn.world.environments.find(&turn.contract);
    IntakeRules rules;
    rules.unknown_members = turn.contract.unknown_members;
    rules.null_members = turn.contract.null_members || update;
    rules.defaults = !update;
    if (environment != turn.world.environments.end()) rules.environment = &environment->second;
    if (turn.operation.resource) rules.shown = turn.operation.resource->shape;
    const Value* body = &turn.input.body;
    const contract::Shape* shape = turn.body_shape;
    if (const Value* wrapped = wrapped_in(turn)) {
        body = wrapped;
        const contract::Property* property =
            shape ? shape->find(turn.operation.body_member) : nullptr;
        shape = property ? property->shape : nullptr;
        if (shape && shape->items) shape = shape->items;
    }
    turn.taken_in = take_in(*body, shape, rules, turn.input.document);
}

Deed behave(const Turn& turn) {
    return turn.operation.resource ? Behaviour(turn).run() : Deed{without_resource(turn)};
}

std::string text_of(const Turn& turn, const Item& item) {
    std::string text;
    show_item(text, turn, *turn.operation.resource, item);
    return text;
}

}  // namespace standin::state
