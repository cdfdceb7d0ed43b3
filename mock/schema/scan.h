// Looks for what gives schemas names: $id, $anchor and their kin.
#pragma once

#include <string>

#include "mock/schema/library.h"

namespace standin::schema {

struct Keyword;

// One walk over the schemas below a node, which makes resources and anchors of what it finds. In an
// OpenAPI document schemas stand where "schema" and "schemas" say so. Recurses as deep as the
// document is nested.
class Scan {
  public:
    Scan(Library& library, const Node& node)
        : library_(library), start_(node), pointer_(node.pointer) {}

    void run();

  private:
    // Which resource and language a schema inherits.
    struct Place {
        Resource* resource;
        const Language* language;
    };

    void schema(const Value& value, Place place);
    void keyword(const Keyword& row, const Member& member, Place place);
    void each_member(const Value& object, Place place);
    void each_item(const Value& array, Place place);
    void contract(const Value& value, Place place);
    Place identified(const Value& value, Place place);
    void name(const Node& node);
    template <class Step>
    void below(std::string_view token, Step step);

    Library& library_;
    const Node start_;
    std::string pointer_;
};

}  // namespace standin::schema
