// What an operation takes: its parameters, and the bodies that it reads.
#pragma once

#include <string>
#include <vector>

#include "mock/contract/example.h"
#include "mock/contract/shape.h"
#include "mock/core/problem.h"
#include "mock/schema/schema.h"

namespace standin::contract {

// How a value is written as text (OpenAPI 3.1, section 4.8.12.3; tabs are Swagger 2.0's).
enum class Style : uint8_t {
    simple,  // items joined by commas
    form,
    label,
    matrix,
    space_delimited,
    pipe_delimited,
    tab_delimited,
    deep_object,
    content  // as its media type says
};

struct Parameter {
    std::string name;
    Part part = Part::query;
    bool required = false;
    Kind kind = Kind::string;       // what its text is read as
    Kind item_kind = Kind::string;  // of an array's items
    Style style = Style::form;
    bool explode = true;                     // an array's items are repeated, not joined
    std::string media_type;                  // of style content; else ""
    const schema::Schema* schema = nullptr;  // null where it has none, as a file in a form has
    const Value* default_value = nullptr;
    Located schema_at;  // for problems that the schema itself cannot tell
    std::vector<Example> examples;

    // Whether its text is read and checked: single values and arrays that a separator joins. Any
    // other is taken as it is.
    bool is_read() const {
        const bool written = style == Style::label || style == Style::matrix ||
                             style == Style::deep_object || style == Style::content;
        return schema && kind != Kind::object && !written;
    }
};

struct BodyType {
    std::string range;  // media range: "application/json"
    Located schema_at;  // not followed
    const schema::Schema* schema = nullptr;
    const Shape* shape = nullptr;
    std::vector<Example> examples;
    const schema::Schema* item_schema = nullptr;  // of each item of a sequence (OpenAPI 3.2)
    std::vector<Parameter> fields;                // of a form, where Swagger 2.0 describes it
};

struct RequestBody {
    bool required = false;
    std::vector<BodyType> types;
};

// What a text of a schema is read as: its first type that is not null, a string where it names
// none.
Kind kind_of(const Located& schema);

}  // namespace standin::contract
