// What a schema says of the form of its values: which members it declares and in which order, who
// owns them, which are secret.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "mock/contract/kinds.h"
#include "mock/contract/reference.h"
#include "mock/core/json_writer.h"

namespace standin::contract {

// How a stored secret is shown; lengths are in bytes.
struct Redaction {
    std::string of;  // the member that holds the secret; "" = the shown member itself
    size_t first = 0;
    size_t last = 0;
    size_t up_to = 0;  // values of at most this many bytes …
    std::string mask;
    std::string short_form;  // … are shown as this,
    std::string each;        // or as this for each byte
    std::string apply(std::string_view secret) const;
};

// How a string names a variable of the server's environment, and the members that tell of it.
struct VariableReference {
    std::string prefix;
    std::string value;
    std::string name;
    std::string flag;
};

struct Shape;

struct Property {
    std::string_view name;
    const Shape* shape = nullptr;
    const Value* default_value = nullptr;
    bool read_only = false;
    bool write_only = false;
    bool required = false;
};

// Immutable once compiled; what it views lives in the contract's document.
struct Shape {
    std::vector<Property> properties;   // in the order of the schema
    const Shape* items = nullptr;       // of an array
    const Shape* additional = nullptr;  // of members that are not among the properties
    bool sorted = false;                // members are shown by name
    bool omit_empty = false;            // shown only where it holds something
    bool secret = false;                // never logged: writeOnly, or format password
    bool is_integer = false;
    Kinds kinds;              // what text is read as
    std::string_view format;  // "" where the schema names none
    std::optional<Redaction> redaction;
    std::optional<VariableReference> reference;
    std::string embeds;  // the resource that an object stands for
    Located embeds_at;

    const Property* find(std::string_view name) const;
    // Whether its values are objects or arrays.
    bool holds_others() const { return items || additional || !properties.empty(); }
};

// The shapes of a contract, each schema's once.
class Shapes {
  public:
    // The shape of the schema there; recursion over $ref is fine. Throws ContractError.
    const Shape& of(const Located& schema);

    // Those that embed a resource, in the order in which they were compiled.
    const std::vector<const Shape*>& embedding() const { return embedding_; }

  private:
    // `surely`: the schema always applies, and is no branch that need not be the one that is met.
    void fill(Shape& shape, const Located& schema, bool surely);
    void fill_once(Shape& shape, const Located& schema, bool surely);
    static void require(Shape& shape, const Located& schema);
    void add_properties(Shape& shape, const Located& schema, bool surely);
    bool says(const Located& schema, std::string_view flag) const;
    void read_extension(Shape& shape, const Located& schema);

    std::map<const Value*, std::unique_ptr<Shape>> shapes_;
    std::vector<const Shape*> embedding_;
    std::set<const Value*> filling_;  // the branches of one schema on the way down
};

struct ShowOptions {
    JsonStyle style;
    bool unknown_members = true;           // show members that the shape does not declare
    std::vector<std::string_view> hidden;  // members of the outermost object, never shown
};

// Writes a stored value as the API shows it: members in the shape's order, without those that are
// write-only, secrets redacted. A null shape shows everything as it is.
void show(JsonWriter& writer, const Value& value, const Shape* shape, const ShowOptions& options);

// Writes a value as it may be logged: every secret is "[REDACTED]", and so is every text that the
// shape does not speak of.
void write_without_secrets(JsonWriter& writer, const Value& value, const Shape* shape);

}  // namespace standin::contract
