// JSON Schema as contracts use it: compiled once, checked many times.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "mock/core/document.h"

namespace standin::schema {

// OpenAPI 3.0's Schema Object (a dialect of its own), or JSON Schema 2020-12 as OpenAPI 3.1 has it.
enum class Dialect : uint8_t { openapi_3_0, json_schema_2020_12 };

// Which way the instance travels: readOnly members belong to responses, writeOnly ones to requests.
enum class Direction : uint8_t { request, response };

// One compiled schema: opaque, immutable, owned by the Schemas that compiled it.
class Schema;

// All schemas of one document. compile() belongs to the one thread that loads the contract; what
// it returned may then be checked against by any number of threads without locks, and lives as
// long as this object.
class Schemas {
  public:
    // `file` names the document in mistakes.
    Schemas(std::string file, std::shared_ptr<const Document> document, Dialect dialect);
    ~Schemas();
    Schemas(const Schemas&) = delete;
    Schemas& operator=(const Schemas&) = delete;

    // The schema at this JSON Pointer, with everything it reaches by local references ("#/…"),
    // each node compiled once however often it is reached. Throws ContractError with every mistake
    // found on the way, in the order of the file; what was compiled before stays valid.
    const Schema& compile(std::string_view pointer);

  private:
    std::unique_ptr<struct Store> store_;
};

}  // namespace standin::schema
