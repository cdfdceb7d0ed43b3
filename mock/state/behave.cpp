#include "mock/state/behave.h"

#include <cassert>

#include "mock/core/json_writer.h"
#include "mock/state/compose.h"
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

std::string path_value(const Turn& turn, const std::string& parameter) {
    return key_text(turn.input.path.find(parameter));
}

// One turn, step by step.
class Behaviour {
  public:
    explicit Behaviour(const Turn& turn)
        : turn_(turn),
          resource_(*turn.operation.resource),
          table_(turn.world.store.table(turn.contract, resource_.index)),
          scope_(turn, resource_) {
        for (const std::string& parameter : resource_.scope) {
            values_.push_back(path_value(turn, parameter));
        }
    }

    Outcome run() {
        if (auto outcome = missing_parent()) return *outcome;
        take_in_body();
        if (auto outcome = broken_rule(true)) return *outcome;
        const Action action = turn_.operation.action;
        if (action == Action::list) return list_items(turn_, table_, values_);
        const bool found = action != Action::create && find();
        const bool creates = action == Action::create ||
                             (!found && turn_.operation.missing == contract::Missing::create);
        if (!found && !creates) return missing();
        if (auto outcome = broken_rule(false)) return *outcome;
        if (creates) return create();
        switch (action) {
            case Action::replace:
            case Action::update:
                return change(action == Action::replace);
            case Action::remove:
                return remove();
            default:
                return shown(*item_);
        }
    }

  private:
    std::optional<Outcome> missing_parent() {
        for (const contract::Parent& parent : resource_.parents) {
            Table& table = turn_.world.store.table(turn_.contract, parent.index);
            ScopeValues scope;
            for (const std::string& parameter : table.resource().scope) {
                scope.push_back(path_value(turn_, parameter));
            }
            const Value* named = turn_.input.path.find(parent.parameter);
            if (!named) continue;  // an operation across all scopes
            const Collection* collection = table.find(scope);
            const ItemPointer found = collection ? collection->find(key_text(named)) : nullptr;
            if (!found) return refused("parent_not_found", Part::path, "/" + parent.parameter);
            parent_ = found->document;
            scope_.set_parent(&parent_->root());
        }
        return std::nullopt;
    }

    void take_in_body() {
        const auto& body = turn_.operation.body;
        if (!turn_.input.has_body || !body) return;
        IntakeRules rules;
        rules.unknown_members = turn_.contract.unknown_members;
        const bool update = turn_.operation.action == Action::update;
        rules.null_members = turn_.contract.null_members || update;
        rules.defaults = !update;
        rules.environment = &turn_.world.environments[&turn_.contract];
        turn_.input.body =
            take_in(turn_.input.body, body->types.front().shape, rules, scope_.scratch());
    }

    std::optional<Outcome> broken_rule(bool before_lookup) {
        for (const contract::Rule& rule : turn_.operation.rules) {
            if (rule.before_lookup != before_lookup) continue;
            auto problem = breaks(rule, turn_.input, scope_);
            if (!problem) continue;
            Outcome outcome;
            outcome.refusal = rule.refuse;
            outcome.problems.push_back(std::move(*problem));
            keep_views(outcome);
            return outcome;
        }
        return std::nullopt;
    }

    bool find() {
        const Collection* collection = table_.find(values_);
        item_ = collection ? collection->find(path_value(turn_, turn_.operation.key_parameter))
                           : nullptr;
        if (!item_) return false;
        scope_.set_stored(&item_->value());
        return true;
    }

    Outcome missing() {
        if (turn_.operation.missing == contract::Missing::ignore) return {};
        Outcome outcome = refused("not_found", Part::path, "/" + turn_.operation.key_parameter);
        keep_views(outcome);
        return outcome;
    }

    Outcome create() {
        Composer composer(turn_, scope_);
        if (auto outcome = composer.embed()) return *outcome;
        composer.create(resource_, turn_.input.body, key_of_path());
        return store(composer, table_.next_ordinal(), true);
    }

    // The key that a replace of something that is not there gives it; null for a create.
    const Value* key_of_path() const {
        return turn_.operation.action == Action::create
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
        return store(composer, item_->ordinal, false);
    }

    Outcome store(Composer& composer, uint64_t ordinal, bool fresh) {
        const Value value = composer.draft().value();
        if (const auto* unique = table_.conflict(values_, value, ordinal)) {
            Outcome outcome =
                refused(unique->error, Part::body, "/" + unique->members.back());
            keep_views(outcome);
            return outcome;
        }
        const ItemPointer item = composer.draft().finish(turn_.contract, resource_, ordinal);
        const Collection* collection = table_.find(values_);
        if (fresh && collection && collection->find(item->key)) {
            return refused("duplicate", Part::body, "/" + resource_.key);
        }
        composer.commit();
        if (fresh) {
            table_.add(values_, item);
        } else {
            table_.replace(values_, item);
        }
        return shown(*item);
    }

    Outcome remove() {
        for (const contract::ReferencedBy& reference : resource_.referenced_by) {
            const Table& table = turn_.world.store.table(turn_.contract, reference.index);
            if (is_referenced(table, reference.member)) {
                Outcome outcome =
                    refused(reference.error, Part::path, "/" + turn_.operation.key_parameter);
                keep_views(outcome);
                return outcome;
            }
        }
        table_.remove(values_, item_->key);
        for (const Resource& child : turn_.contract.resources) remove_children(child);
        return shown(*item_);
    }

    bool is_referenced(const Table& table, const std::string& member) const {
        for (const auto& [scope, collection] : table.collections()) {
            for (const ItemPointer& item : collection.items()) {
                if (key_text(item->value().find(member)) == item_->key) return true;
            }
        }
        return false;
    }

    void remove_children(const Resource& child) {
        for (const contract::Parent& parent : child.parents) {
            if (parent.index != resource_.index) continue;
            for (size_t i = 0; i < child.scope.size(); ++i) {
                if (child.scope[i] != parent.parameter) continue;
                turn_.world.store.table(turn_.contract, child.index)
                    .remove_scopes(i, item_->key);
            }
        }
    }

    Outcome shown(const Item& item) {
        Outcome outcome;
        outcome.shows = Outcome::Shows::resource;
        outcome.result = show_item(turn_, resource_, item);
        outcome.stored = item.document;
        outcome.parent = parent_;
        return outcome;
    }

    void keep_views(Outcome& outcome) const {
        outcome.parent = parent_;
        if (item_) outcome.stored = item_->document;
    }

    const Turn& turn_;
    const Resource& resource_;
    Table& table_;
    MakingScope scope_;
    ScopeValues values_;
    ItemPointer item_;
    std::shared_ptr<const Document> parent_;
};

}  // namespace

Outcome behave(const Turn& turn) {
    assert(turn.operation.resource);
    return Behaviour(turn).run();
}

}  // namespace standin::state
