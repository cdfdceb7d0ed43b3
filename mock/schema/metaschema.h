// The metaschemas of the dialects, compiled into the library.
#pragma once

#include <optional>
#include <string_view>

#include "mock/schema/schema.h"

namespace standin::schema {

// A document that holds the metaschema of a dialect and of its vocabularies.
struct Metaschema {
    std::string_view uri;  // of the document
    Source source;
};

// The document in which to look for this URI, read; nothing for any URI that the specifications do
// not give.
std::optional<Metaschema> find_metaschema(std::string_view uri);

// The text of a file in contracts/metaschemas; nothing where there is none of that name.
std::optional<std::string_view> embedded_metaschema(std::string_view file);

}  // namespace standin::schema
