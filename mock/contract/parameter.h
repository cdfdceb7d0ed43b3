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
    content,  // as its media type says
    cookie    // as form, not percent-encoded (OpenAPI 3.2, section 4.12.3)
};

struct Parameter {
    std::string name;
    Part part = Part::query;
    bool required = false;
    Kind kind = Kind::string;       // what its text is read as
    Kind item_kind = Kind::string;  // of an array's items
    Style style = Style::form;
    bool explode = true;                     // an array's items are repeated, not joined
    bool allow_empty = false;                // "" may stand for any value (allowEmptyValue)
    std::string media_type;                  // of style content, and of a form's part; else ""
    const schema::Schema* schema = nullptr;  // null where it has none of its own
    const Shape* shape = nullptr;            // what its text is read as; null where nobody says
    const Value* default_value = nullptr;
    Located schema_at;                    // for problems that the schema itself cannot tell
    std::vector<Parameter> headers = {};  // of a form's part
    std::vector<Example> examples = {};

    // Whether a schema of its own checks it.
    bool is_read() const { return schema != nullptr; }
};

struct BodyType {
    std::string range;  // media range: "application/json"
    Located schema_at;  // not followed
    const schema::Schema* schema = nullptr;
    const Shape* shape = nullptr;
    std::vector<Example> examples;
    const schema::Schema* item_schema = nullptr;  // of each item of a sequence (OpenAPI 3.2)
    const Shape* item_shape = nullptr;
    std::vector<Parameter> fields;  // of a form; only in Swagger 2.0 with schemas of their own
};

// The media types of forms.
inline constexpr std::string_view plain_form = "application/x-www-form-urlencoded";
inline constexpr std::string_view form_with_files = "multipart/form-data";

inline bool is_form(std::string_view range) {
    return range == plain_form || range == form_with_files;
}

struct RequestBody {
    bool required = false;
    std::vector<BodyType> types;
};

}  // namespace standin::contract
