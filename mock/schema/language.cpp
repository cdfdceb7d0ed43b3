#include "mock/schema/language.h"

#include <algorithm>

namespace standin::schema {

namespace {

struct Named {
    std::string_view uri;
    Dialect dialect;
};

constexpr Named dialects[] = {
    {"http://json-schema.org/draft-04/schema", Dialect::draft_4},
    {"http://json-schema.org/draft-06/schema", Dialect::draft_6},
    {"http://json-schema.org/draft-07/schema", Dialect::draft_7},
    {"https://json-schema.org/draft/2019-09/schema", Dialect::json_schema_2019_09},
    {"https://json-schema.org/draft/2020-12/schema", Dialect::json_schema_2020_12},
    {"https://spec.openapis.org/oas/3.1/dialect/base", Dialect::json_schema_2020_12},
};

// OpenAPI dates the revisions of its dialects: ".../oas/3.1/dialect/2024-11-10".
constexpr std::string_view openapi_dialects[] = {
    "https://spec.openapis.org/oas/3.1/dialect/",
    "https://spec.openapis.org/oas/3.2/dialect/",
};

struct Part {
    std::string_view name;  // the end of its URI
    Vocabularies parts;
};

constexpr std::string_view prefix_2019 = "https://json-schema.org/draft/2019-09/vocab/";
constexpr Part parts_2019[] = {
    {"core", bit(Vocabulary::core)},
    {"applicator", bit(Vocabulary::applicator) | bit(Vocabulary::unevaluated)},
    {"validation", bit(Vocabulary::validation)},
    {"meta-data", bit(Vocabulary::metadata)},
    {"format", bit(Vocabulary::format)},
    {"content", bit(Vocabulary::content)},
};

constexpr std::string_view prefix_2020 = "https://json-schema.org/draft/2020-12/vocab/";
constexpr Part parts_2020[] = {
    {"core", bit(Vocabulary::core)},
    {"applicator", bit(Vocabulary::applicator)},
    {"unevaluated", bit(Vocabulary::unevaluated)},
    {"validation", bit(Vocabulary::validation)},
    {"meta-data", bit(Vocabulary::metadata)},
    {"format-annotation", bit(Vocabulary::format)},
    {"format-assertion", bit(Vocabulary::format)},
    {"content", bit(Vocabulary::content)},
};

constexpr std::string_view prefix_openapi = "https://spec.openapis.org/oas/3.";

Vocabularies part_of(std::span<const Part> parts, std::string_view name) {
    const auto part = std::ranges::find(parts, name, &Part::name);
    return part == parts.end() ? Vocabularies{0} : part->parts;
}

// The vocabularies of a URI; 0 where it is not known.
Vocabularies find_vocabularies(std::string_view uri) {
    if (uri.starts_with(prefix_2020)) return part_of(parts_2020, uri.substr(prefix_2020.size()));
    if (uri.starts_with(prefix_2019)) return part_of(parts_2019, uri.substr(prefix_2019.size()));
    const bool openapi = uri.starts_with(prefix_openapi) &&
                         uri.substr(prefix_openapi.size()).find("/vocab/") != uri.npos;
    return openapi ? bit(Vocabulary::openapi) : Vocabularies{0};
}

}  // namespace

std::optional<Dialect> find_dialect(std::string_view uri) {
    if (uri.ends_with('#')) uri.remove_suffix(1);
    const auto* named = std::ranges::find(dialects, uri, &Named::uri);
    if (named != std::end(dialects)) return named->dialect;
    const bool openapi = std::ranges::any_of(
        openapi_dialects, [&](std::string_view prefix) { return uri.starts_with(prefix); });
    return openapi ? std::optional(Dialect::json_schema_2020_12) : std::nullopt;
}

std::optional<Dialect> nearest_dialect(std::string_view uri) {
    struct Row {
        std::string_view name;
        Dialect dialect;
    };
    static constexpr Row rows[] = {
        {"draft-03", Dialect::draft_4},           {"draft-04", Dialect::draft_4},
        {"draft-05", Dialect::draft_4},           {"draft-06", Dialect::draft_6},
        {"draft-07", Dialect::draft_7},           {"2019-09", Dialect::json_schema_2019_09},
        {"2020-12", Dialect::json_schema_2020_12}};
    const auto* row = std::ranges::find_if(
        rows, [&](const Row& each) { return uri.find(each.name) != uri.npos; });
    return row == std::end(rows) ? std::nullopt : std::optional(row->dialect);
}

std::string_view Language::id() const {
    if (dialect == Dialect::draft_4) return "id";
    return dialect > Dialect::draft_4 ? "$id" : "";
}

std::string_view restrict_to(Language& language, const Value& vocabularies) {
    language.vocabularies = bit(Vocabulary::core);
    for (const Member& member : vocabularies.members()) {
        const bool needed = member.value.is(Kind::boolean) && member.value.boolean();
        const Vocabularies found = find_vocabularies(member.name);
        if (found == 0 && needed) return member.name;
        language.vocabularies |= found;
        // What 2019-09 only announces, 2020-12 says with a vocabulary of its own.
        const bool asserts = member.name.ends_with("/vocab/format-assertion") ||
                             (member.name.ends_with("2019-09/vocab/format") && needed);
        if (found != 0 && asserts) language.asserts_formats = true;
    }
    return {};
}

}  // namespace standin::schema
