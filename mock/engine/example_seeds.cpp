#include "mock/engine/example_seeds.h"

#include <algorithm>
#include <set>

#include "mock/core/builder.h"
#include "mock/core/json.h"

namespace standin::engine {

using contract::Action;
using contract::Contract;
using contract::Fixture;
using contract::Operation;
using contract::Resource;

namespace {

bool is_number(const std::string& key) {
    return !key.empty() && key.size() < 18 && (key[0] != '0' || key.size() == 1) &&
           key.find_first_not_of("0123456789") == std::string::npos;
}

// Copies a value with another key at the end of the path.
void copy(Builder& builder, const Value& value, std::span<const std::string> path,
          const std::string& key) {
    if (path.empty()) {
        return value.is_number() && is_number(key) ? builder.number(key) : builder.string(key);
    }
    if (!value.is(Kind::object)) return builder.value(value);
    builder.begin_object();
    for (const Member& member : value.members()) {
        builder.name(member.name);
        if (member.name == path[0]) {
            copy(builder, member.value, path.subspan(1), key);
        } else {
            builder.value(member.value);
        }
    }
    builder.end();
}

std::string text_of(const Value& value) {
    return value.is(Kind::string) ? std::string(value.text()) : to_json(value);
}

// Collects the seeds of one contract.
class Adoption {
  public:
    explicit Adoption(const Contract& contract) : contract_(contract) {
        fixture_.source = contract.source();
        fixture_.contract = &contract;
    }

    Fixture collect() {
        for (const Operation& operation : contract_.operations) {
            const bool shows = operation.action == Action::list || operation.action == Action::read;
            if (operation.resource && shows) collect(operation);
        }
        return std::move(fixture_);
    }

  private:
    void collect(const Operation& operation) {
        const contract::Documented* success = operation.documented(operation.status);
        const contract::Content* content = success ? success->main_content() : nullptr;
        if (!content) return;
        for (const contract::Example& example : content->examples) {
            const Value* shown = result_in(operation, *example.value.value);
            if (!shown) continue;
            if (operation.action == Action::list && shown->is(Kind::array)) {
                for (const Value& item : shown->items()) add(operation, item);
            } else if (operation.action == Action::read) {
                add(operation, *shown);
            }
        }
    }

    static const Value* result_in(const Operation& operation, const Value& example) {
        std::vector<std::string> path;
        if (operation.envelope && !operation.envelope->body.path_to_result(path)) return nullptr;
        const Value* at = &example;
        for (const std::string& name : path) at = at ? at->find(name) : nullptr;
        return at;
    }

    // The example of a path parameter, on which the scope depends; "" where it has none.
    static std::string example_of(const Operation& operation, std::string_view parameter) {
        for (const contract::Parameter& each : operation.parameters) {
            if (each.part != Part::path || each.name != parameter) continue;
            if (!each.examples.empty()) return text_of(*each.examples.front().value.value);
            const contract::Located example = each.schema_at.find("example");
            return example ? text_of(*example.value) : "";
        }
        return "";
    }

    void add(const Operation& operation, const Value& item) {
        const Resource& resource = *operation.resource;
        const Value* key = item.is(Kind::object) ? resource.key_of(item) : nullptr;
        if (!key || !(key->is(Kind::string) || key->is_number())) return;
        contract::Seed seed{resource.index, {}, item};
        for (const std::string& parameter : resource.scope) {
            seed.scope.push_back(example_of(operation, parameter));
            if (seed.scope.back().empty()) return;
        }
        std::vector<std::string> name = seed.scope;
        name.push_back(std::to_string(resource.index));
        name.push_back(text_of(*key));
        if (!known_.insert(std::move(name)).second || is_taken(resource, seed.scope, item)) return;
        fixture_.seeds.push_back(std::move(seed));
    }

    // Whether another seed has the same values where no two may.
    bool is_taken(const Resource& resource, const std::vector<std::string>& scope,
                  const Value& item) {
        for (const contract::Unique& unique : resource.unique) {
            std::vector<std::string> values = scope;
            for (const std::string& member : unique.members) {
                const Value* value = item.find(member);
                values.push_back(member + "=" + (value ? text_of(*value) : ""));
            }
            values.push_back("unique of " + std::to_string(resource.index));
            if (!known_.insert(std::move(values)).second) return true;
        }
        return false;
    }

    const Contract& contract_;
    Fixture fixture_;
    std::set<std::vector<std::string>> known_;
};

}  // namespace

std::string with_key(const std::string& json, const std::vector<std::string>& path,
                     const std::string& key) {
    JsonFault fault;
    const auto document = read_json(json, fault);
    if (!document) return json;
    Document changed;
    Builder builder(changed);
    copy(builder, document->root(), path, key);
    return to_json(changed.root());
}

std::vector<Fixture> seeds_of_examples(const contract::Contracts& contracts) {
    std::vector<Fixture> fixtures;
    for (const auto& contract : contracts) fixtures.push_back(Adoption(*contract).collect());
    return fixtures;
}

}  // namespace standin::engine
