// JSON Schema as contracts use it: compiled once, checked many times.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mock/core/contract_error.h"
#include "mock/core/document.h"
#include "mock/schema/dialect.h"

namespace standin::schema {

// Which way the instance travels: readOnly members belong to responses, writeOnly ones to requests.
enum class Direction : uint8_t { request, response };

// A document in which schemas stand.
struct Source {
    std::string file;  // what mistakes call it
    std::shared_ptr<const Document> document;

    const std::string& file_of(Mark mark) const { return document->file_of(mark, file); }
};

// Finds the document of a URI, which has no fragment and is absolute as far as its base was;
// nothing where there is none. May throw ContractError.
using Resolver = std::function<std::optional<Source>(const std::string& uri)>;

struct Options {
    Dialect dialect = Dialect::json_schema_2020_12;  // of schemas that do not name one
    bool asserts_formats = true;  // else "format" is checked only where a vocabulary asks for it
    std::string uri = {};         // of the document: the base of its relative references
    Resolver resolve = {};        // for documents that are not known otherwise
};

// One compiled schema: opaque, immutable, owned by the Schemas that compiled it.
class Schema;

// All schemas of one document and of those that it refers to. compile() belongs to the one thread
// that loads the contract; what it returned may then be checked against by any number of threads
// without locks, and lives as long as this object. The metaschemas of all dialects are known.
class Schemas {
  public:
    Schemas(Source source, Options options);
    Schemas(std::string file, std::shared_ptr<const Document> document, Dialect dialect);
    ~Schemas();
    Schemas(const Schemas&) = delete;
    Schemas& operator=(const Schemas&) = delete;

    // A further document, by the URI that references to it have (resolved, without a fragment).
    void add(std::string uri, Source source);

    // The schema at this JSON Pointer of the document, with everything it reaches by references,
    // each node compiled once however often it is reached. Throws ContractError with every mistake
    // found on the way, in the order of the file; what was compiled before stays valid.
    const Schema& compile(std::string_view pointer);

    // The same in the document of a URI: the first one's, an added one's, or one that the resolver
    // finds.
    const Schema& compile(const std::string& uri, std::string_view pointer);

    // What was odd in what was compiled since this was last asked, but could be acted on.
    std::vector<Mistake> take_warnings();

  private:
    std::unique_ptr<struct Store> store_;
};

}  // namespace standin::schema
