#include "mock/contract/fixture.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "mock/contract/access.h"
#include "mock/core/pointer.h"
#include "mock/schema/check.h"

namespace standin::contract {

namespace {

class FixtureReader {
  public:
    explicit FixtureReader(const Contract& contract) : contract_(contract) {}

    void read(const Located& root, Fixture& fixture) {
        const Located environment = member(root, "environment", Kind::object);
        for (const Member* each = begin(environment); each != end(environment); ++each) {
            fixture.environment[std::string(each->name)] = text_member(environment, each->name);
        }
        const Located credentials = member(root, "credentials", Kind::object);
        for (const Member* each = begin(credentials); each != end(credentials); ++each) {
            known_scheme(*each, credentials);
            fixture.credentials[std::string(each->name)] =
                read_credentials(each->name, member(credentials, each->name, Kind::array));
        }
        const Located generated = member(root, "generated", Kind::object);
        for (const Member* each = begin(generated); each != end(generated); ++each) {
            fixture.generated[std::string(each->name)] = count_of(*each, generated);
        }
        const Located resources = member(root, "resources", Kind::object);
        for (const Member* each = begin(resources); each != end(resources); ++each) {
            read_resource(*each, resources, fixture);
        }
    }

  private:
    static const Member* begin(const Located& object) {
        return object ? object.value->members().data() : nullptr;
    }
    static const Member* end(const Located& object) {
        return object ? begin(object) + object.value->members().size() : nullptr;
    }

    void known_scheme(const Member& scheme, const Located& credentials) const {
        const auto known = std::any_of(contract_.schemes.begin(), contract_.schemes.end(),
                                       [&](const auto& each) { return each.name == scheme.name; });
        if (known) return;
        credentials.source->refuse(scheme.mark, credentials.find(scheme.name).pointer,
                                   "contract \"" + contract_.name + "\" has no security scheme \"" +
                                       std::string(scheme.name) + "\"");
    }

    // Each a text, or {value, scopes}.
    static std::vector<Credential> read_credentials(std::string_view scheme, const Located& list) {
        std::vector<Credential> read;
        for (size_t i = 0; i < list.value->items().size(); ++i) {
            const Located at = item(list, i);
            Credential& made = read.emplace_back();
            if (at.value->is(Kind::object)) {
                only(at, {"value", "scopes"});
                made.value = required_member(at, "value", Kind::string).value->text();
                if (!at.find("scopes")) continue;
                const auto scopes = texts_member(at, "scopes");
                made.scopes.emplace(scopes.begin(), scopes.end());
            } else {
                require_kind(at, Kind::string, "each of \"" + std::string(scheme) + '"');
                made.value = at.value->text();
            }
        }
        return read;
    }

    // How many values were generated for a resource of the contract ("library/books").
    uint64_t count_of(const Member& purpose, const Located& generated) const {
        const int64_t count = integer_member(generated, purpose.name, 0);
        const std::string pointer = generated.find(purpose.name).pointer;
        const auto known = std::any_of(
            contract_.resources.begin(), contract_.resources.end(), [&](const Resource& each) {
                return purpose.name.starts_with(contract_.name + '/' + each.name);
            });
        if (!known) {
            generated.source->refuse(purpose.mark, pointer,
                                     "contract \"" + contract_.name + "\" has no resource for \"" +
                                         std::string(purpose.name) + "\"");
        }
        if (count < 0) {
            generated.source->refuse(purpose.value.mark(), pointer,
                                     '"' + std::string(purpose.name) + "\" must not be negative");
        }
        return static_cast<uint64_t>(count);
    }

    void read_resource(const Member& named, const Located& resources, Fixture& fixture) {
        const Resource* resource = contract_.find_resource(named.name);
        const Located groups = member(resources, named.name, Kind::array);
        if (!resource) {
            groups.source->refuse(named.mark, groups.pointer,
                                  "contract \"" + contract_.name + "\" has no resource \"" +
                                      std::string(named.name) + "\"");
        }
        for (size_t i = 0; i < groups.value->items().size(); ++i) {
            read_group(*resource, item(groups, i), fixture);
        }
    }

    // {scope: {…}, items: […]}
    void read_group(const Resource& resource, const Located& group, Fixture& fixture) {
        if (!group.value->is(Kind::object)) {
            group.refuse("{scope, items} is expected");
        }
        only(group, {"scope", "items"});
        std::vector<std::string> scope;
        const Located given = member(group, "scope", Kind::object);
        for (const std::string& parameter : resource.scope) {
            if (!given.find(parameter)) {
                group.refuse("scope \"" + parameter + "\" is missing");
            }
            scope.push_back(text_member(given, parameter));
        }
        if (given) only(given, {resource.scope.begin(), resource.scope.end()});
        const Located items = required_member(group, "items", Kind::array);
        for (size_t i = 0; i < items.value->items().size(); ++i) {
            const Located at = item(items, i);
            check_item(contract_, resource, at);
            check_key(resource, scope, at);
            fixture.seeds.push_back({resource.index, scope, *at.value});
        }
    }

    // Keys are compared as paths name them: 1 and "1" are one.
    void check_key(const Resource& resource, const std::vector<std::string>& scope,
                   const Located& at) {
        const Value& key = resource.is_single ? *at.value : *resource.key_of(*at.value);
        const std::string text(resource.is_single ? "" : key.text());
        const auto [known, fresh] = keys_.try_emplace({resource.index, scope, text}, key.mark());
        if (fresh) return;
        std::string pointer = at.pointer;
        for (const std::string& name : resource.within) append_token(pointer, name);
        if (!resource.is_single) append_token(pointer, resource.key);
        at.source->refuse(key.mark(), pointer,
                          "key \"" + text + "\" of \"" + resource.name +
                              "\" is there already, in line " + std::to_string(known->second.line));
    }

    // Of a resource, in a scope, the key's text.
    using Place = std::tuple<size_t, std::vector<std::string>, std::string>;

    const Contract& contract_;
    std::map<Place, Mark> keys_;  // where each of them stands
};

// What a file holds: one document, or an array of them.
std::vector<Located> documents_of(const Source& source) {
    const Located root = root_of(source);
    if (!root.value->is(Kind::array)) return {root};
    std::vector<Located> documents;
    for (size_t i = 0; i < root.value->items().size(); ++i) {
        documents.push_back(item(root, i));
    }
    return documents;
}

Fixture read_document(const Located& root, const Contracts& contracts) {
    Fixture fixture;
    fixture.source = *root.source;
    if (!root.value->is(Kind::object)) {
        root.refuse("is not a fixture: an object is expected");
    }
    only(root, {"contract", "environment", "credentials", "generated", "resources"});
    const auto name = required_member(root, "contract", Kind::string).value->text();
    const auto contract = std::find_if(contracts.begin(), contracts.end(),
                                       [&](const auto& each) { return each->name == name; });
    if (contract == contracts.end()) return fixture;
    fixture.contract = contract->get();
    FixtureReader(*fixture.contract).read(root, fixture);
    return fixture;
}

// The contract that a document names is not served: where it says so.
Mistake not_served(const Located& root) {
    const Located name = root.find("contract");
    return {root.source->file, name.value->mark(), name.pointer,
            "no contract \"" + std::string(name.value->text()) + "\" is served"};
}

void add(std::vector<Mistake>& mistakes, const ContractError& error) {
    mistakes.insert(mistakes.end(), error.mistakes().begin(), error.mistakes().end());
}

// Reads every document of a source; `left_out` is given those of contracts that are not served.
template <class LeftOut>
std::vector<Fixture> read_documents(const Source& source, const Contracts& contracts,
                                    LeftOut left_out) {
    std::vector<Fixture> fixtures;
    std::vector<Mistake> mistakes;
    for (const Located& root : documents_of(source)) {
        try {
            Fixture fixture = read_document(root, contracts);
            if (!fixture.contract) left_out(not_served(root));
            if (fixture.contract) fixtures.push_back(std::move(fixture));
        } catch (const ContractError& error) {
            add(mistakes, error);
        }
    }
    if (!mistakes.empty()) throw ContractError(std::move(mistakes));
    return fixtures;
}

std::vector<std::string> files_of(const std::string& folder) {
    namespace fs = std::filesystem;
    if (!fs::is_directory(folder)) throw ContractError({folder, {}, {}, "is no folder"});
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        const bool read = extension == ".yaml" || extension == ".yml" || extension == ".json";
        if (entry.is_regular_file() && read) files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

// What a client will be shown must be what the contract promises.
void check_item(const Contract& contract, const Resource& resource, const Located& at) {
    const Value* key = resource.key_of(*at.value);
    if (!resource.is_single && (!key || !(key->is(Kind::string) || key->is_number()))) {
        at.refuse("its key \"" + resource.key_path() + "\" is missing");
    }
    if (!resource.schema) return;
    std::string text;
    JsonWriter writer(text, contract.style);
    show(writer, *at.value, resource.shape,
         {contract.style, contract.unknown_members, resource.hidden});
    JsonFault fault;
    const auto shown = read_json(text, fault);
    Problems problems;
    schema::check(*resource.schema, shown->root(), {Part::body, "", schema::Direction::response},
                  problems);
    if (problems.empty()) return;
    const Problem& first = problems.front();
    const Value* place = resolve(*at.value, first.pointer);
    at.source->refuse(place ? place->mark() : at.value->mark(), at.pointer + first.pointer,
                      "breaks the contract's schema of \"" + resource.name + "\": " +
                          first.keyword + (first.expected.empty() ? "" : " ") + first.expected);
}

Fixture read_fixture(Source source, const Contracts& contracts) {
    return read_document(root_of(source), contracts);
}

std::vector<Fixture> read_fixture_list(const Source& source, const Contracts& contracts) {
    return read_documents(source, contracts,
                          [](Mistake mistake) { throw ContractError(std::move(mistake)); });
}

Fixtures read_fixtures(const std::string& folder, const Contracts& contracts) {
    Fixtures fixtures;
    std::vector<Mistake> mistakes;
    const auto left_out = [&](Mistake mistake) {
        mistake.pointer.clear();
        fixtures.left_out.push_back(mistake.text());
    };
    for (const std::string& file : files_of(folder)) {
        try {
            for (Fixture& each : read_documents(read_source(file), contracts, left_out)) {
                fixtures.files.push_back(std::move(each));
            }
        } catch (const ContractError& error) {
            add(mistakes, error);
        }
    }
    if (!mistakes.empty()) throw ContractError(std::move(mistakes));
    return fixtures;
}

}  // namespace standin::contract
