// Mistakes in what schemas call themselves, in the words of each dialect, and in other documents.
#include <map>

#include "mock/core/contract_error.h"
#include "tests/schema/told.h"

namespace standin::schema {

namespace {

struct Row {
    const char* name;
    const char* schema;
    const char* text;  // of the whole error
    Dialect dialect = v2020;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

constexpr const char* not_json = "http://a/broken.json";

// Documents that are found when they are asked for.
std::optional<Source> find_document(const std::string& uri) {
    static const std::map<std::string, const char*> texts = {
        {"http://a/wrong.json", R"({"$defs":{"s":{"minLength":"x"}},
"properties":{"a":{"$ref":"#/$defs/s"},"b":{"$ref":"#/none"}}})"},
        {"http://a/meta.json", R"({"$schema":"https://json-schema.org/draft/2020-12/schema",
"$vocabulary":{"http://a/words":true}})"},
    };
    if (uri == not_json) throw ContractError({"broken.json", {3, 4}, "", "is not JSON"});
    const auto text = texts.find(uri);
    if (text == texts.end()) return std::nullopt;
    return Source{uri.substr(uri.rfind('/') + 1), read_marked(text->second)};
}

class Identity : public testing::TestWithParam<Row> {};

TEST_P(Identity, TellsTheMistake) {
    const Row& row = GetParam();
    Schemas schemas({"c.json", read_marked(row.schema)},
                    {.dialect = row.dialect, .resolve = find_document});
    try {
        schemas.compile("");
        FAIL() << "no error";
    } catch (const ContractError& error) {
        EXPECT_EQ(std::string(error.what()), row.text);
    }
}

const Row names[] = {
    {"dialect_kind", R"({"$schema":4})",
     "c.json:1:2: \"$schema\" must be a string, not 4 (/$schema)"},
    {"vocabulary_unknown", R"({"$schema":"http://a/meta.json"})",
     "c.json:1:2: \"$schema\" names a dialect with the vocabulary \"http://a/words\", which is not "
     "known (/$schema)"},
    {"vocabulary_kind", R"({"$vocabulary":{"http://a/b":1}})",
     "c.json:1:2: \"$vocabulary\" must be an object of booleans (/$vocabulary)"},
    {"id_kind", R"({"items":{"$id":1}})",
     "c.json:1:11: \"$id\" must be a string, not 1 (/items/$id)"},
    {"id_fragment", R"({"$id":"http://a/b#c"})",
     "c.json:1:2: \"$id\" must have no fragment: \"http://a/b#c\" (/$id)"},
    {"id_twice", R"({"allOf":[{"$id":"http://a/b"},{"$id":"http://a/b"}]})",
     "c.json:1:33: \"$id\" stands twice: \"http://a/b\" (/allOf/1/$id)"},
    {"id_kind_draft_4", R"({"id":1})", "c.json:1:2: \"id\" must be a string, not 1 (/id)", draft4},
    {"id_anchor_twice_draft_7", R"({"allOf":[{"$id":"#a"},{"$id":"#a"}]})",
     "c.json:1:25: \"$id\" stands twice: \"#a\" (/allOf/1/$id)", draft7},
    {"anchor_kind", R"({"$anchor":true})",
     "c.json:1:2: \"$anchor\" must be a string, not a boolean (/$anchor)"},
    {"anchor_word", R"({"$anchor":"a:b"})",
     "c.json:1:2: \"$anchor\" must be a name, not \"a:b\" (/$anchor)"},
    {"anchor_word_2019", R"({"$anchor":"a:b","not":{"$anchor":"1"}})",
     "c.json:1:25: \"$anchor\" must be a name, not \"1\" (/not/$anchor)", v2019},
    {"anchor_twice", R"({"allOf":[{"$anchor":"a"},{"$dynamicAnchor":"a"}]})",
     "c.json:1:28: \"$dynamicAnchor\" stands twice: \"a\" (/allOf/1/$dynamicAnchor)"},
    {"recursive_anchor", R"({"$recursiveAnchor":"a"})",
     "c.json:1:2: \"$recursiveAnchor\" must be true or false, not a string (/$recursiveAnchor)",
     v2019},
    {"recursive_ref", R"({"$recursiveRef":"#a"})",
     "c.json:1:2: \"$recursiveRef\" must be \"#\" (/$recursiveRef)", v2019},
    {"dynamic_ref", R"({"$dynamicRef":"#a"})",
     "c.json:1:2: \"$dynamicRef\" leads to \"#a\", which does not exist (/$dynamicRef)"},
    {"dynamic_ref_kind", R"({"$dynamicRef":[]})",
     "c.json:1:2: \"$dynamicRef\" must be a string, not an array (/$dynamicRef)"},
    {"definitions", R"({"$defs":[]})",
     "c.json:1:2: \"$defs\" must be an object, not an array (/$defs)"},
};

const Row words[] = {
    {"unevaluated", R"({"unevaluatedProperties":1})",
     "c.json:1:26: a schema must be an object or a boolean, not 1 (/unevaluatedProperties)"},
    {"content_schema", R"({"contentSchema":1})",
     "c.json:1:18: a schema must be an object or a boolean, not 1 (/contentSchema)"},
    {"content_encoding", R"({"contentEncoding":1})",
     "c.json:1:2: \"contentEncoding\" must be a string, not 1 (/contentEncoding)"},
    {"external_docs", R"({"externalDocs":"a"})",
     "c.json:1:2: \"externalDocs\" must be an object, not a string (/externalDocs)"},
    {"dependencies", R"({"dependencies":[]})",
     "c.json:1:2: \"dependencies\" must be an object, not an array (/dependencies)", draft7},
    {"dependencies_list", R"({"dependencies":{"a":[1]}})",
     "c.json:1:2: \"dependencies\" must be an object of schemas and arrays of strings "
     "(/dependencies)",
     draft7},
    {"additional_items", R"({"items":[{}],"additionalItems":1})",
     "c.json:1:33: a schema must be an object or a boolean, not 1 (/additionalItems)", draft7},
    {"items_draft_4", R"({"items":true})",
     "c.json:1:10: a schema must be an object, not a boolean (/items)", draft4},
    {"exclusive_minimum_draft_4", R"({"exclusiveMinimum":1})",
     "c.json:1:2: \"exclusiveMinimum\" must be true or false, not 1 (/exclusiveMinimum)", draft4},
    {"discriminator_swagger", R"({"discriminator":{}})",
     "c.json:1:2: \"discriminator\" must be a string, not an object (/discriminator)", swagger},
    {"escape", R"({"pattern":"a\\y"})",
     "c.json:1:2: \"pattern\" has no regular expression in \"a\\y\": \\y is no escape of ECMA-262 "
     "at offset 1 (/pattern)"},
    {"repeats_nothing", R"j({"pattern":"\\d(*UCP)"})j",
     "c.json:1:2: \"pattern\" has no regular expression in \"\\d(*UCP)\": quantifier does not "
     "follow a repeatable item at offset 3 (/pattern)"},
};

const Row documents[] = {
    {"mistakes_elsewhere", R"({"minItems":-1,"$ref":"http://a/wrong.json"})",
     "c.json:1:2: \"minItems\" must be a non-negative integer, not -1 (/minItems)\n"
     "wrong.json:1:16: \"minLength\" must be a non-negative integer, not a string "
     "(/$defs/s/minLength)\n"
     "wrong.json:2:45: \"$ref\" leads to \"#/none\", which does not exist (/properties/b/$ref)"},
    {"unreadable", R"({"$ref":"http://a/broken.json"})",
     "c.json:1:2: \"$ref\" leads to \"http://a/broken.json\", which is not known here (/$ref)\n"
     "broken.json:3:4: is not JSON"},
    {"place_in_metaschema", R"({"$ref":"http://json-schema.org/draft-07/schema#/none"})",
     "c.json:1:2: \"$ref\" leads to \"http://json-schema.org/draft-07/schema#/none\", which does "
     "not exist (/$ref)"},
    {"no_such_metaschema", R"({"$ref":"https://json-schema.org/draft/2020-12/meta/none"})",
     "c.json:1:2: \"$ref\" leads to \"https://json-schema.org/draft/2020-12/meta/none\", which is "
     "not known here (/$ref)"},
};

constexpr auto name_of = [](const auto& row) { return std::string(row.param.name); };
INSTANTIATE_TEST_SUITE_P(Name, Identity, testing::ValuesIn(names), name_of);
INSTANTIATE_TEST_SUITE_P(Word, Identity, testing::ValuesIn(words), name_of);
INSTANTIATE_TEST_SUITE_P(Document, Identity, testing::ValuesIn(documents), name_of);

// What a mistake leaves behind must not be found by the next run.
TEST(Schemas, ForgetDynamicSchemasOfAMistake) {
    Schemas schemas("c.json", read_marked(R"({"$dynamicAnchor":"a","$defs":{"b":{"$id":"b",
        "$dynamicAnchor":"a","minLength":1,"items":{"$dynamicRef":"#a"},"maxLength":-1}},
        "$ref":"b"})"),
                    v2020);
    EXPECT_THROW(schemas.compile(""), ContractError);
    EXPECT_THROW(schemas.compile(""), ContractError);
    EXPECT_THROW(schemas.compile("/$defs/b"), ContractError);
}

TEST(Schemas, FindAGivenDocumentByItsOwnNames) {
    Schemas schemas("c.json", read_marked(R"({"$ref":"http://b/inner.json#n"})"), v2020);
    schemas.add("http://a/b.json", {"b.json", read_marked(R"({"$id":"http://b/outer.json",
        "$defs":{"i":{"$id":"inner.json","items":{"$anchor":"n","type":"null"}}}})")});
    EXPECT_TRUE(is_valid(schemas.compile(""), Value::null()));
    EXPECT_FALSE(is_valid(schemas.compile(""), Value::of(true)));
}

TEST(Schemas, ResolveRelativeReferencesAtTheDocumentsUri) {
    Schemas schemas({"c.json", read_marked(R"({"$ref":"../b.json#/s"})")},
                    {.dialect = oas30, .uri = "dir/sub/c.json"});
    schemas.add("dir/b.json", {"b.json", read_marked(R"({"s":{"$ref":"c.json#/t"}})")});
    schemas.add("dir/c.json", {"c.json", read_marked(R"({"t":{"type":"boolean"}})")});
    EXPECT_TRUE(is_valid(schemas.compile(""), Value::of(true)));
    EXPECT_FALSE(is_valid(schemas.compile(""), Value::null()));
}

// In an OpenAPI document schemas stand deep below the root, and examples only look like them.
TEST(Schemas, FindNamesInsideOfAContract) {
    Schemas schemas("c.json", read_marked(R"({"openapi":"3.1.0",
        "paths":{"/a":{"get":{"example":{"schema":{"$id":"http://a/s","not":{}}},
        "parameters":[{"schema":{"$id":"http://a/s","type":"null"}}]}}},
        "components":{"schemas":{"x":{"$ref":"http://a/s"},"y":{"$ref":"#n"},
        "z":{"$anchor":"n","const":1}}}})"),
                    v2020);
    EXPECT_TRUE(is_valid(schemas.compile("/components/schemas/x"), Value::null()));
    EXPECT_FALSE(is_valid(schemas.compile("/components/schemas/y"), Value::null()));
}

}  // namespace

}  // namespace standin::schema
