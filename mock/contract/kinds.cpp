#include "mock/contract/kinds.h"

#include <algorithm>

#include "mock/contract/access.h"

namespace standin::contract {

namespace {

constexpr int most_schemas = 64;  // that are looked at: branches of branches multiply

void add_named(Kinds& kinds, std::string_view name) {
    for (Kind kind :
         {Kind::boolean, Kind::integer, Kind::number, Kind::string, Kind::array, Kind::object}) {
        if (name_of(kind) == name) kinds.add(kind);
    }
}

class Search {
  public:
    Kinds kinds;

    void look(const Located& schema) {
        if (++looked_ > most_schemas) return;
        const Value* type = schema.value->find("type");
        if (type && type->is(Kind::array)) {
            for (const Value& each : type->items()) add_named(kinds, each.text_or(""));
        } else if (type) {
            add_named(kinds, type->text_or(""));
        }
        if (type && type->text_or("") != "null") return;
        look_into_branches(schema);
        if (!type && kinds.any()) look_at_values(schema);
    }

  private:
    void look_into_branches(const Located& schema) {
        for (std::string_view branches : {"allOf", "anyOf", "oneOf"}) {
            const Located list = member(schema, branches, Kind::array);
            for (size_t i = 0; list && i < list.value->items().size(); ++i) look(item(list, i));
        }
    }

    void look_at_values(const Located& schema) {
        if (const Value* only = schema.value->find("const")) add(*only);
        const Value* several = schema.value->find("enum");
        if (!several || !several->is(Kind::array)) return;
        for (const Value& each : several->items()) add(each);
    }

    void add(const Value& value) {
        if (!value.is(Kind::null)) kinds.add(value.kind());
    }

    int looked_ = 0;
};

}  // namespace

void Kinds::add(Kind kind) {
    if (any()) first = kind;
    set = static_cast<uint8_t>(set | 1U << static_cast<unsigned>(kind));
}

Kinds kinds_of(const Located& schema) {
    Search search;
    search.look(schema);
    return search.kinds;
}

}  // namespace standin::contract
