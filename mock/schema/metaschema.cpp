#include "mock/schema/metaschema.h"

#include <algorithm>
#include <cassert>
#include <string>

#include "mock/core/json.h"

namespace standin::schema {

namespace {

struct Row {
    std::string_view prefix;  // of every URI in the file
    std::string_view uri;     // of the file as a whole
    std::string_view file;
};

constexpr Row rows[] = {
    {"http://json-schema.org/draft-04/schema", "http://json-schema.org/draft-04/schema",
     "draft-04.json"},
    {"http://json-schema.org/draft-06/schema", "http://json-schema.org/draft-06/schema",
     "draft-06.json"},
    {"http://json-schema.org/draft-07/schema", "http://json-schema.org/draft-07/schema",
     "draft-07.json"},
    {"https://json-schema.org/draft/2019-09/", "https://json-schema.org/draft/2019-09/schema",
     "2019-09.json"},
    {"https://json-schema.org/draft/2020-12/", "https://json-schema.org/draft/2020-12/schema",
     "2020-12.json"},
    {"https://spec.openapis.org/oas/3.1/", "https://spec.openapis.org/oas/3.1/dialect/base",
     "openapi-3.1.json"},
};

}  // namespace

std::optional<Metaschema> find_metaschema(std::string_view uri) {
    const auto* row =
        std::ranges::find_if(rows, [&](const Row& one) { return uri.starts_with(one.prefix); });
    if (row == std::end(rows)) return std::nullopt;
    JsonFault fault;
    const auto text = embedded_metaschema(row->file);
    assert(text);
    auto document = read_json(*text, fault, {.marks = true});
    assert(document);
    return Metaschema{row->uri, {std::string(row->file), std::move(document)}};
}

}  // namespace standin::schema
