// A contract: an OpenAPI document, loaded and compiled.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "mock/contract/documents.h"
#include "mock/contract/operation.h"

namespace standin::contract {

// How a document that says nothing of envelopes tells problems: by the schemas of what is refused.
struct ProblemForms {
    using Key = std::pair<const Value*, int>;  // a schema and a status; 0 = any other
    std::deque<Envelope> envelopes;            // in document order
    std::map<Key, const Envelope*> by_schema;  // never iterated
    std::map<int, const Value*> common;        // the schema most often documented for a status;
                                               // for 0: of all that are

    // Of the schema that the operation, which may be null, documents for the status, else of the
    // one that the document's operations do; null where there is none.
    const Envelope* find(const Operation* operation, int status) const;
};

struct BodyPolicy {
    bool any_media_type = false;
    bool unreadable_is_empty = false;  // what is not JSON is read as {}
};

// Immutable after load; shared by threads without locks. Deques, so that what points into them
// stays valid while the contract is put together.
struct Contract {
    std::string name;
    std::string title;
    std::unique_ptr<Documents> documents;
    schema::Dialect dialect = schema::Dialect::json_schema_2020_12;
    std::unique_ptr<schema::Schemas> schemas;
    std::unique_ptr<schema::Schemas> conditions;  // of the extension, JSON Schema 2020-12 always
    std::unique_ptr<Shapes> shapes;
    std::string server_url;      // of the first server, without a last "/"
    bool is_public_url = false;  // whether that is the mock's own, as clients reach it
    Servers servers;             // at least one
    std::string mount;  // prefix of all its paths, "/prefix"; "" = none, then it is served bare too

    std::deque<Resource> resources;
    std::deque<Operation> operations;  // in document order
    std::deque<SecurityScheme> schemes;
    std::deque<Envelope> envelopes;
    ProblemForms problem_forms;
    std::deque<Refusal> errors;        // of the root
    std::deque<Refusal> local_errors;  // of operations and rules
    Catalogue wording;                 // the contract's own rows, then the catalogue it names
    std::map<Part, std::string> part_names;
    std::vector<std::shared_ptr<const Document>> made;  // what inferred envelopes consist of
    BodyPolicy body;
    bool unknown_members = true;
    bool null_members = true;
    JsonStyle style;
    std::vector<Mistake> warnings;  // what is odd or not checked, but keeps nobody from starting

    const Source& source() const { return documents->first(); }
    const Envelope* find_envelope(std::string_view envelope) const;
    const Refusal* find_error(std::string_view error) const;  // of the root
    const Resource* find_resource(std::string_view resource) const;

    // The paths below which an operation is served, but for the bare one ("").
    std::vector<std::string> base_paths(const Operation& operation) const;
};

using Contracts = std::vector<std::shared_ptr<const Contract>>;

struct LoadOptions {
    std::string public_url = {};  // what "$server" names; "" = the URL of the first server
    std::string mount = {};       // Contract::mount
    bool strict = false;          // what every Operation::is_strict is
    Reach reach = {};             // how other files than the first are reached
};

// Loads a document and compiles everything in it. Throws ContractError, with every mistake that
// could be found.
std::shared_ptr<const Contract> load_contract(const std::string& file,
                                              const LoadOptions& options = {});

// The same of a document that was read already.
std::shared_ptr<const Contract> load_contract(Source source, const LoadOptions& options = {});

// The same of a text; `file` is what errors call it.
std::shared_ptr<const Contract> load_contract_text(const std::string& file, std::string_view text,
                                                   const LoadOptions& options = {});

}  // namespace standin::contract
