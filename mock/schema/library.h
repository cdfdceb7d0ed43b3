// The documents that schemas stand in, and what leads from one place in them to another.
#pragma once

#include <array>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "mock/core/contract_error.h"
#include "mock/schema/resource.h"

namespace standin::schema {

// What a "$schema" stands for; null, and a reason, where that cannot be told. One that is not known
// stands for the nearest, and the reason says so.
struct Spoken {
    const Language* language = nullptr;
    std::string mistake;
};

// Keeps every document it was given or found. Resources and languages have stable addresses.
// Documents are opened when they are first asked for: only then their $id and anchors are looked
// for, in places that are schemas. Belongs to one thread.
class Library {
  public:
    Library(Source source, Options options);

    void add(std::string uri, Source source) { given_[std::move(uri)] = std::move(source); }

    const Source& first() const { return first_; }

    // The node at a pointer of the document of a URI (null: of the first). Its value is null where
    // there is none, its resource too where there is no such document.
    Node at(const std::string* uri, std::string_view pointer);

    // Where a reference leads that is written in a node. The value is null where there is no such
    // place, the resource too where there is no such document.
    Node follow(const Node& from, std::string_view reference);

    // Gives a node that was reached through its parent the resource and the language that it names
    // itself.
    void enter(Node& node);

    // The resource of a URI without fragment, opened where need be; null where it is not known.
    Resource* find(const std::string& uri);

    Spoken language(std::string_view uri);

    // What went wrong where documents were looked for, taken out.
    std::vector<Mistake> take_mistakes() { return std::exchange(mistakes_, {}); }

  private:
    friend class Scan;
    using Index = std::unordered_map<std::string_view, const Value*>;

    Resource& open(const std::string& uri, Source source);
    bool open_given(const std::string& uri);
    bool identify(Node& node);
    bool found_again(Node& node, std::string uri);
    void speak(Node& node);
    Resource* ask(const std::string& uri);
    Spoken read_language(const std::string& uri);
    Spoken nearest_language(const std::string& uri);
    Node walk(Node node, std::string_view pointer);
    const Value* step(const Value& value, std::string_view token);
    const Value* member(const Value& object, std::string_view name);

    const Source first_;
    const Options options_;
    std::array<Language, dialect_count> languages_;  // by dialect
    std::map<std::string, Spoken, std::less<>> spoken_;
    std::deque<Language> narrowed_;

    Resource* main_ = nullptr;  // of the first document
    std::map<std::string, Source> given_;
    std::deque<Source> sources_;
    std::deque<Resource> resources_;
    std::unordered_map<std::string, Resource*> by_uri_;
    std::unordered_map<const Value*, Resource*> by_root_;
    std::set<std::string> missing_;
    std::unordered_map<const Member*, Index> indexes_;  // of large objects
    std::vector<Mistake> mistakes_;
};

}  // namespace standin::schema
