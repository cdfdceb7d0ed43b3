// The catalogues that ship: every problem has a sentence, and it is the one that the original says.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "mock/contract/embedded.h"
#include "mock/contract/source.h"
#include "mock/schema/keyword.h"
#include "mock/schema/metaschema.h"
#include "tests/engine/mock.h"

namespace standin::envelope {

namespace {

using schema::Dialect;

// Keywords that check, but tell their problems as those of other schemas.
const std::set<std::string> silent = {
    "$dynamicRef", "$recursiveRef", "$ref",       "allOf",
    "if",          "prefixItems",   "properties", "dependentSchemas"};

// What is told beside keywords that check by themselves, here and in check/.
const std::set<std::string> others = {
    "type", "maxContains", "unevaluatedItems", "false",        "unevaluatedProperties", "depth",
    "json", "body",        "mediaType",        "discriminator"};

void add_keywords(const Value& schema, Dialect dialect, std::set<std::string>& names) {
    const Value* properties = schema.find("properties");
    if (!properties) return;
    for (const Member& member : properties->members()) {
        const std::string name(member.name);
        const schema::Keyword* keyword = schema::find_keyword(name, {.dialect = dialect});
        if (keyword && keyword->check && !silent.contains(name)) names.insert(name);
    }
}

// Every keyword that a problem with a request may name.
std::set<std::string> told() {
    std::set<std::string> names = others;
    const auto add = [&](const char* uri, Dialect dialect) {
        const auto metaschema = schema::find_metaschema(uri);
        const Value& root = metaschema->source.document->root();
        add_keywords(root, dialect, names);
        const Value* vocabularies = root.find("$defs");
        if (!vocabularies) return;
        for (const Member& each : vocabularies->members()) add_keywords(each.value, dialect, names);
    };
    add("http://json-schema.org/draft-07/schema", Dialect::draft_7);
    add("https://json-schema.org/draft/2019-09/schema", Dialect::json_schema_2019_09);
    add("https://json-schema.org/draft/2020-12/schema", Dialect::json_schema_2020_12);
    return names;
}

struct CatalogueRow {
    const char* name;
    std::set<std::string> by_last_row;  // of what its original has no sentence for
};

void PrintTo(const CatalogueRow& row, std::ostream* out) {
    *out << row.name;
}

class Shipped : public testing::TestWithParam<CatalogueRow> {};

TEST_P(Shipped, WordsEveryKeyword) {
    const auto text = contract::embedded(std::string(GetParam().name) + ".yaml");
    ASSERT_TRUE(text);
    const contract::Source source = contract::read_source_text("c.yaml", *text);
    const contract::Catalogue catalogue = contract::read_catalogue(source, source.root(), "");
    ASSERT_FALSE(catalogue.empty());
    EXPECT_TRUE(catalogue.back().fits(Problem{})) << "the last row fits whatever is left";
    std::set<std::string> left;
    for (const std::string& keyword : told()) {
        Problem problem;
        problem.keyword = keyword;
        const auto row = std::ranges::find_if(
            catalogue, [&](const contract::Wording& each) { return each.fits(problem); });
        EXPECT_TRUE(row->message) << keyword;
        if (row->keyword.empty()) left.insert(keyword);
    }
    EXPECT_EQ(left, GetParam().by_last_row);
}

const CatalogueRow catalogues[] = {
    {"ajv", {}},
    {"zod", {"anyOf", "depth", "discriminator", "mediaType", "oneOf", "uniqueItems"}},
};
INSTANTIATE_TEST_SUITE_P(Catalogue, Shipped, testing::ValuesIn(catalogues),
                         [](const auto& row) { return row.param.name; });

struct SentenceRow {
    const char* name;
    const char* schema;
    std::string body;
    const char* ajv;  // as Ajv 8 says it; "" where it has nothing to compare
    const char* zod;  // as zod 4 says it; the same
};

void PrintTo(const SentenceRow& row, std::ostream* out) {
    *out << row.name;
}

// The sentences of all problems, joined by "; ".
std::string said(const SentenceRow& row, const char* wording) {
    engine::Mock mock(
        std::string("openapi: 3.1.0\npaths:\n  /things:\n    post:\n") +
        "      requestBody: {content: {application/json: {schema: " + row.schema +
        "}}}\n      responses: {\"200\": {description: ok}}\n"
        "x-standin:\n  name: a\n  wording: " +
        wording + "\n  envelopes:\n    problems: {body: $problems, problem: $problem.message}\n");
    const auto exchange = mock.exchange("POST /things", row.body);
    JsonFault fault;
    const auto answer = read_json(exchange->response.body, fault);
    std::string all;
    if (!answer || !answer->root().is(Kind::array)) return exchange->response.body;
    for (const Value& sentence : answer->root().items()) {
        if (!all.empty()) all += "; ";
        all += sentence.text();
    }
    return all;
}

class Sentence : public testing::TestWithParam<SentenceRow> {};

TEST_P(Sentence, IsTheOriginals) {
    const SentenceRow& row = GetParam();
    if (*row.ajv) {
        EXPECT_EQ(said(row, "ajv"), row.ajv);
    }
    if (*row.zod) {
        EXPECT_EQ(said(row, "zod"), row.zod);
    }
}

const SentenceRow sentences[] = {
    {"type", "{type: string}", "1", "must be string",
     "Invalid input: expected string, received number"},
    {"type_of_null", "{type: string}", "null", "must be string",
     "Invalid input: expected string, received null"},
    {"type_of_array", "{type: array}", "{}", "must be array",
     "Invalid input: expected array, received object"},
    {"type_of_object", "{type: object}", "[]", "must be object",
     "Invalid input: expected object, received array"},
    {"type_of_boolean", "{type: boolean}", "1", "must be boolean",
     "Invalid input: expected boolean, received number"},
    {"type_list", "{type: [string, \"null\"]}", "1", "must be string,null", ""},
    {"integer", "{type: integer}", "1.5", "must be integer",
     "Invalid input: expected int, received number"},
    {"integer_of_text", "{type: integer}", "\"x\"", "must be integer",
     "Invalid input: expected number, received string"},
    {"enum", "{enum: [a, b]}", "\"c\"", "must be equal to one of the allowed values",
     "Invalid option: expected one of \"a\"|\"b\""},
    {"enum_of_kinds", "{enum: [a, 1, null]}", "\"c\"", "must be equal to one of the allowed values",
     "Invalid option: expected one of \"a\"|1|null"},
    {"const", "{const: a}", "\"c\"", "must be equal to constant", "Invalid input: expected \"a\""},
    {"const_number", "{const: 1}", "2", "must be equal to constant", "Invalid input: expected 1"},
    {"required", "{properties: {a: {type: string}}, required: [a]}", "{}",
     "must have required property 'a'", "Invalid input: expected string, received undefined"},
    {"required_of_any_type", "{required: [a]}", "{}", "must have required property 'a'",
     "Invalid input: expected nonoptional, received undefined"},
    {"additional_properties", "{additionalProperties: false}", "{\"x\":1}",
     "must NOT have additional properties", "Unrecognized key: \"x\""},
    {"unevaluated_properties", "{unevaluatedProperties: false}", "{\"x\":1}",
     "must NOT have unevaluated properties", ""},
    {"min_length", "{minLength: 3}", "\"a\"", "must NOT have fewer than 3 characters",
     "Too small: expected string to have >=3 characters"},
    {"max_length", "{maxLength: 1}", "\"abc\"", "must NOT have more than 1 characters",
     "Too big: expected string to have <=1 characters"},
    {"min_items", "{minItems: 2}", "[1]", "must NOT have fewer than 2 items",
     "Too small: expected array to have >=2 items"},
    {"max_items", "{maxItems: 1}", "[1,2]", "must NOT have more than 1 items",
     "Too big: expected array to have <=1 items"},
    {"closed_items", "{prefixItems: [true], items: false}", "[1,2]",
     "must NOT have more than 1 items", "Too big: expected array to have <=1 items"},
    {"unevaluated_items", "{allOf: [{prefixItems: [true]}], unevaluatedItems: false}", "[1,2]",
     "must NOT have more than 1 items", ""},
    {"min_properties", "{minProperties: 1}", "{}", "must NOT have fewer than 1 properties",
     "Too small: expected object to have >=1 properties"},
    {"max_properties", "{maxProperties: 0}", "{\"a\":1}", "must NOT have more than 0 properties",
     "Too big: expected object to have <=0 properties"},
    {"minimum", "{minimum: 1}", "0", "must be >= 1", "Too small: expected number to be >=1"},
    {"maximum", "{maximum: 1}", "2", "must be <= 1", "Too big: expected number to be <=1"},
    {"exclusive_minimum", "{exclusiveMinimum: 1}", "1", "must be > 1",
     "Too small: expected number to be >1"},
    {"exclusive_maximum", "{exclusiveMaximum: 1}", "1", "must be < 1",
     "Too big: expected number to be <1"},
    {"multiple_of", "{multipleOf: 2}", "3", "must be multiple of 2",
     "Invalid number: must be a multiple of 2"},
    {"pattern", "{pattern: \"^a$\"}", "\"b\"", "must match pattern \"^a$\"",
     "Invalid string: must match pattern /^a$/"},
    {"unique_items", "{uniqueItems: true, items: {type: number}}", "[1,2,1]",
     "must NOT have duplicate items (items ## 2 and 0 are identical)", ""},
    {"contains", "{contains: {const: 1}}", "[2]", "must contain at least 1 valid item(s)",
     "Array must contain at least 1 matching element; found 0"},
    {"min_contains", "{contains: {const: 1}, minContains: 2}", "[1]",
     "must contain at least 2 valid item(s)",
     "Array must contain at least 2 matching elements; found 1"},
    {"max_contains", "{contains: {const: 1}, maxContains: 1}", "[1,1]", "",
     "Array must contain at most 1 matching element"},
    {"property_names", "{propertyNames: {maxLength: 1}}", "{\"ab\":1}",
     "property name must be valid", "Invalid key in record"},
    {"one_of", "{oneOf: [{type: string}, {type: \"null\"}]}", "1",
     "must match exactly one schema in oneOf", "Invalid input"},
    {"one_of_matched_twice", "{oneOf: [true, true]}", "1",
     "must match exactly one schema in oneOf, and matches 2",
     "Invalid input: more than one option matched"},
    {"any_of", "{anyOf: [{type: string}, {type: \"null\"}]}", "1", "must match a schema in anyOf",
     "Invalid input"},
    {"not", "{not: {}}", "1", "must NOT be valid",
     "Invalid input: expected never, received number"},
    {"never", "{properties: {a: false}}", "{\"a\":1}", "boolean schema is false",
     "Invalid input: expected never, received number"},
    {"format_email", "{format: email}", "\"#\"", "must match format \"email\"",
     "Invalid email address"},
    {"format_uuid", "{format: uuid}", "\"#\"", "must match format \"uuid\"", "Invalid UUID"},
    {"format_uri", "{format: uri}", "\"#\"", "must match format \"uri\"", "Invalid URL"},
    {"format_uri_reference", "{format: uri-reference}", "\"# #\"",
     "must match format \"uri-reference\"", "Invalid URL"},
    {"format_date_time", "{format: date-time}", "\"#\"", "must match format \"date-time\"",
     "Invalid ISO datetime"},
    {"format_date", "{format: date}", "\"#\"", "must match format \"date\"", "Invalid ISO date"},
    {"format_time", "{format: time}", "\"#\"", "must match format \"time\"", "Invalid ISO time"},
    {"format_duration", "{format: duration}", "\"#\"", "must match format \"duration\"",
     "Invalid ISO duration"},
    {"format_ipv4", "{format: ipv4}", "\"#\"", "must match format \"ipv4\"",
     "Invalid IPv4 address"},
    {"format_ipv6", "{format: ipv6}", "\"#\"", "must match format \"ipv6\"",
     "Invalid IPv6 address"},
    {"format_hostname", "{format: hostname}", "\"#\"", "must match format \"hostname\"",
     "Invalid hostname"},
    {"format_byte", "{format: byte}", "\"#\"", "must match format \"byte\"",
     "Invalid base64-encoded string"},
    {"format_base64url", "{format: base64url}", "\"#\"", "must match format \"base64url\"",
     "Invalid base64url-encoded string"},
};
INSTANTIATE_TEST_SUITE_P(Catalogue, Sentence, testing::ValuesIn(sentences),
                         [](const auto& row) { return row.param.name; });

// Neither of the two ever gives up.
TEST(Sentence, OfAPatternThatGaveUp) {
    const SentenceRow row = {"", "{pattern: \"(a+)+$\"}", '"' + std::string(1000, 'a') + "!\"", "",
                             ""};
    EXPECT_EQ(said(row, "ajv"), "could not be matched within the step limit");
    EXPECT_EQ(said(row, "zod"), "Invalid string: could not be matched within the step limit");
    const SentenceRow name = {"", "{patternProperties: {\"(a+)+$\": true}}",
                              "{\"" + std::string(1000, 'a') + "!\":1}", "", ""};
    EXPECT_EQ(said(name, "ajv"), "could not be matched within the step limit");
    EXPECT_EQ(said(name, "zod"),
              "Invalid key in record: could not be matched within the step limit");
}

}  // namespace

}  // namespace standin::envelope
