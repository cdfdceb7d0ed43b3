#include "mock/schema/library.h"

#include <utility>

#include "mock/core/pointer.h"
#include "mock/schema/metaschema.h"
#include "mock/schema/scan.h"
#include "mock/schema/uri.h"

namespace standin::schema {

Library::Library(Source source, Options options)
    : first_(std::move(source)), options_(std::move(options)) {
    for (size_t i = 0; i < dialect_count; ++i) {
        languages_[i] = {static_cast<Dialect>(i), all_vocabularies, options_.asserts_formats};
    }
}

Node Library::at(const std::string* uri, std::string_view pointer) {
    if (!main_) main_ = &open(options_.uri, first_);
    const Resource* document = uri ? find(*uri) : main_;
    if (!document) return {};
    if (pointer.empty() || pointer[0] == '/') return walk(document->root, pointer);
    Node nowhere = document->root;
    nowhere.value = nullptr;
    return nowhere;
}

Resource& Library::open(const std::string& uri, Source source) {
    Resource& resource = resources_.emplace_back();
    resource.source = &sources_.emplace_back(std::move(source));
    resource.uri = uri;
    if (resources_.size() > 1) resource.told_as = uri + '#';
    const Value& root = resource.source->document->root();
    const auto dialect = static_cast<size_t>(options_.dialect);
    resource.root = {&root, "", &resource, &languages_[dialect]};
    by_root_[&root] = &resource;
    by_uri_.try_emplace(uri, &resource);
    speak(resource.root);
    const Value* id = member(root, resource.root.language->id());
    if (id && id->is(Kind::string)) {
        resource.uri = resolve_uri(uri, split_reference(id->text()).uri);
        by_uri_.try_emplace(resource.uri, &resource);
    }
    Scan(*this, resource.root).run();
    return resource;
}

Node Library::walk(Node node, std::string_view pointer) {
    for (const std::string& token : tokens_of(pointer)) {
        node.value = step(*node.value, token);
        if (!node.value) return node;
        append_token(node.pointer, token);
        enter(node);
    }
    return node;
}

const Value* Library::step(const Value& value, std::string_view token) {
    if (value.is(Kind::object)) return member(value, token);
    return value.is(Kind::array) ? resolve(value, "/" + std::string(token)) : nullptr;
}

// Value::find, in constant time for the large objects that contracts keep their schemas in.
const Value* Library::member(const Value& object, std::string_view name) {
    constexpr size_t few = 24;
    if (!object.is(Kind::object) || object.members().size() <= few) return object.find(name);
    Index& index = indexes_[object.members().data()];
    if (index.empty()) {
        for (const Member& one : object.members()) index[one.name] = &one.value;
    }
    const auto at = index.find(name);
    return at == index.end() ? nullptr : at->second;
}

Node Library::follow(const Node& from, std::string_view reference) {
    const auto [uri, fragment] = split_reference(reference);
    Resource* base = uri.empty() ? from.resource : find(resolve_uri(from.resource->uri, uri));
    if (!base) return {};
    const auto [at, fresh] = base->targets.try_emplace(fragment);
    if (!fresh) return at->second;
    const std::string decoded = decode_fragment(fragment);
    Node node = base->root;
    if (decoded.empty() || decoded[0] == '/') return at->second = walk(std::move(node), decoded);
    const auto anchor = base->anchors.find(decoded);
    if (anchor != base->anchors.end()) return at->second = anchor->second.node;
    node.value = nullptr;
    return at->second = std::move(node);
}

void Library::enter(Node& node) {
    if (identify(node)) Scan(*this, node).run();
}

// Whether a resource begins here that was not known before.
bool Library::identify(Node& node) {
    Resource& resource = *node.resource;
    if (node.value == resource.root.value) {
        node.language = resource.root.language;
        return false;
    }
    if (!node.value->is(Kind::object) || node.language->id().empty()) return false;
    speak(node);
    const Value* id = member(*node.value, node.language->id());
    if (!id || !id->is(Kind::string)) return false;
    if (node.language->hides_siblings() && member(*node.value, "$ref")) return false;
    const std::string_view uri = split_reference(id->text()).uri;
    return !uri.empty() && !found_again(node, resolve_uri(resource.uri, uri));
}

// Makes a resource of the node, unless it is one.
bool Library::found_again(Node& node, std::string uri) {
    const auto [at, fresh] = by_root_.try_emplace(node.value);
    if (fresh) {
        Resource& resource = resources_.emplace_back();
        resource.source = node.resource->source;
        resource.told_as = node.resource->told_as;
        resource.root = node;
        resource.root.resource = at->second = &resource;
        by_uri_.try_emplace(uri, &resource);
        resource.uri = std::move(uri);
    }
    node.resource = at->second;
    return !fresh;
}

// Takes over the language that the node names. One that is not known is refused when the schema is
// compiled.
void Library::speak(Node& node) {
    if (node.language->id().empty()) return;
    const Value* named = member(*node.value, "$schema");
    if (!named || !named->is(Kind::string)) return;
    if (const Language* spoken = language(named->text()).language) node.language = spoken;
}

Resource* Library::find(const std::string& uri) {
    const auto known = by_uri_.find(uri);
    if (known != by_uri_.end()) return known->second;
    if (missing_.contains(uri)) return nullptr;
    Resource* found = ask(uri);
    if (!found) missing_.insert(uri);
    return found;
}

// A document may hold what is looked for under an $id of its own, so all that were given are opened
// before anybody is asked.
Resource* Library::ask(const std::string& uri) {
    while (!given_.empty()) {
        const auto exact = given_.find(uri);
        auto given = given_.extract(exact == given_.end() ? given_.begin() : exact);
        open(given.key(), std::move(given.mapped()));
        if (const auto at = by_uri_.find(uri); at != by_uri_.end()) return at->second;
    }
    std::optional<Metaschema> metaschema = find_metaschema(uri);
    if (metaschema && !by_uri_.contains(std::string(metaschema->uri))) {
        open(std::string(metaschema->uri), std::move(metaschema->source));
        if (const auto at = by_uri_.find(uri); at != by_uri_.end()) return at->second;
    }
    if (!options_.resolve) return nullptr;
    try {
        std::optional<Source> source = options_.resolve(uri);
        if (!source) return nullptr;
        // One document may be known by several spellings of its URI.
        const auto known = by_root_.find(&source->document->root());
        if (known == by_root_.end()) return &open(uri, std::move(*source));
        return by_uri_[uri] = known->second;
    } catch (const ContractError& error) {
        mistakes_.insert(mistakes_.end(), error.mistakes().begin(), error.mistakes().end());
        return nullptr;
    }
}

Spoken Library::language(std::string_view uri) {
    if (const auto dialect = find_dialect(uri)) {
        return {&languages_[static_cast<size_t>(*dialect)], ""};
    }
    const auto [at, fresh] = spoken_.try_emplace(std::string(split_reference(uri).uri));
    // A metaschema may be written in its own language: meanwhile it is the usual one.
    if (fresh) {
        at->second.language = &languages_[static_cast<size_t>(options_.dialect)];
        at->second = read_language(at->first);
    }
    return at->second;
}

Spoken Library::nearest_language(const std::string& uri) {
    const auto dialect = nearest_dialect(uri);
    return {&languages_[static_cast<size_t>(dialect.value_or(options_.dialect))],
            "names no dialect that is known with \"" + uri + "\": it is read as " +
                (dialect ? "the nearest" : "if it were not there")};
}

Spoken Library::read_language(const std::string& uri) {
    const size_t known = mistakes_.size();
    const Resource* metaschema = find(uri);
    if (!metaschema) {
        mistakes_.resize(known);  // why it is not there
        return nearest_language(uri);
    }
    const Node& root = metaschema->root;
    const Value* vocabularies = member(*root.value, "$vocabulary");
    if (!vocabularies || !vocabularies->is(Kind::object)) return {root.language, ""};
    Language& language = narrowed_.emplace_back(*root.language);
    const std::string_view unknown = restrict_to(language, *vocabularies);
    if (unknown.empty()) return {&language, ""};
    return {nullptr, "names a dialect with the vocabulary \"" + std::string(unknown) +
                         "\", which is not known"};
}

}  // namespace standin::schema
