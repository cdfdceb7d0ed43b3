// Words of schemas that mean nothing, or not what was meant.
#include <algorithm>

#include "mock/contract/examine.h"
#include "mock/contract/examiner.h"
#include "mock/contract/near.h"
#include "mock/core/pointer.h"
#include "mock/schema/format.h"
#include "mock/schema/keyword.h"

namespace standin::contract {

namespace {

// Words that say something to people and tools, not about instances.
constexpr std::string_view annotations[] = {"title",      "description", "default",      "examples",
                                            "deprecated", "$comment",    "allowReserved"};

// Formats of OpenAPI's registry that no text or number breaks.
constexpr std::string_view free_formats[] = {
    "binary",   "password",  "html",       "commonmark", "media-range", "sf-string",
    "sf-token", "sf-binary", "sf-boolean", "sf-integer", "sf-decimal",  "http-date"};

schema::Language language_of(Versions version) {
    if (version == v20) return {.dialect = schema::Dialect::swagger_2_0};
    if (version == v30) return {.dialect = schema::Dialect::openapi_3_0};
    return {};
}

bool is_annotation(std::string_view name, Versions version) {
    if (name == "examples" && (version & (v20 | v30))) return false;
    if (name == "deprecated" && version == v20) return false;
    return std::ranges::find(annotations, name) != std::end(annotations);
}

}  // namespace

void Examiner::schema(const Located& at) {
    if (at.value->is(Kind::boolean)) return;
    if (!is_of_kind(at, Kind::object)) return;
    if (contract_) {
        try {
            compile(*contract_->schemas, at);
        } catch (const ContractError& wrong) {
            for (Finding& finding : findings_of(wrong)) findings_.push_back(std::move(finding));
        }
    }
    if (hidden_by_reference(at)) return;
    for (const Member& member : at.value->members()) keyword(at, member);
    format(at);
    required_members(at);
    examples({Thing::schema, at, ""});
}

// Before OpenAPI 3.1, a schema with a $ref is nothing but that reference.
bool Examiner::hidden_by_reference(const Located& at) {
    const Located reference = at.find("$ref");
    const bool hides =
        language_of(version_).hides_siblings() && reference && reference.value->is(Kind::string);
    for (const Member& member : at.value->members()) {
        if (!hides || member.name == "$ref" || member.name.starts_with("x-")) continue;
        if (is_annotation(member.name, version_)) continue;
        warn({Thing::schema, at, ""}, member,
             '"' + std::string(member.name) + "\" beside $ref means nothing before OpenAPI 3.1",
             "write allOf: [{$ref: …}] and put it beside that");
    }
    return hides;
}

void Examiner::keyword(const Located& at, const Member& member) {
    if (member.name.starts_with("x-") || is_annotation(member.name, version_)) return;
    const schema::Language language = language_of(version_);
    const Visit visit{Thing::schema, at, ""};
    const schema::Keyword* known = schema::find_keyword(member.name, language);
    if (!known && member.name == "nullable") {
        return warn(visit, member, "\"nullable\" means nothing since OpenAPI 3.1",
                    "write type: [string, \"null\"] or anyOf with {type: \"null\"}");
    }
    if (!known) {
        std::vector<std::string_view> words = schema::keyword_names(language);
        words.insert(words.end(), std::begin(annotations), std::end(annotations));
        const std::string_view near = nearest_word(member.name, words);
        const bool free = version_ & (v31 | v32);  // there, other words are others' annotations
        if (free && near.empty()) return;
        return warn(visit, member,
                    '"' + std::string(member.name) + "\" is no word of schemas in OpenAPI " +
                        std::string(name_of_version(version_)),
                    did_you_mean(near));
    }
    const Located below = at.find(member.name);
    const bool map = known->holds == schema::Holds::named_schemas;
    if (known->holds == schema::Holds::nothing) return;
    if (map && below.value->is(Kind::object)) {
        for (const Member& each : below.value->members()) {
            const Located child = below.find(each.name);
            if (!child.value->is(Kind::array)) queue(Thing::schema, child);
        }
    } else if (below.value->is(Kind::array)) {
        for (size_t i = 0; i < below.value->items().size(); ++i) {
            queue(Thing::schema, below.item(i));
        }
    } else if (below.value->is(Kind::object)) {
        queue(Thing::schema, below);
    }
}

// Each unknown format is told once.
void Examiner::format(const Located& at) {
    const Located format = at.find("format");
    if (!format || !format.value->is(Kind::string)) return;
    const std::string_view name = format.value->text();
    const bool free = std::ranges::find(free_formats, name) != std::end(free_formats);
    if (free || schema::find_format(name) || !formats_.emplace(name).second) return;
    std::vector<std::string_view> known = schema::format_names();
    known.insert(known.end(), std::begin(free_formats), std::end(free_formats));
    warn(format, "the format \"" + std::string(name) + "\" is not known, so not checked",
         did_you_mean(nearest_word(name, known)));
}

// A required member that nobody declares is allowed, but hardly meant where one is called alike.
void Examiner::required_members(const Located& at) {
    const Located required = at.find("required");
    const Located properties = at.find("properties");
    if (!required || !properties || !required.value->is(Kind::array)) return;
    if (!properties.value->is(Kind::object)) return;
    std::vector<std::string_view> known;
    for (const Member& each : properties.value->members()) known.push_back(each.name);
    for (size_t i = 0; i < required.value->items().size(); ++i) {
        const Located name = required.item(i);
        const std::string_view text = name.value->text_or("");
        if (text.empty() || std::ranges::find(known, text) != known.end()) continue;
        const std::string_view near = nearest_word(text, known);
        if (near.empty()) continue;
        warn(name, "\"" + std::string(text) + "\" is required but not among the properties",
             did_you_mean(near));
    }
}

}  // namespace standin::contract
