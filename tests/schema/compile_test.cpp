// Mistakes in schemas: each told with its place, all of a schema at once.

#include "mock/core/contract_error.h"
#include "tests/schema/told.h"

namespace standin::schema {

namespace {

struct Row {
    const char* name;
    const char* schema;
    const char* text;  // of the whole error
    Dialect dialect = v2020;
    const char* pointer = "";
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

std::string error_of(Schemas& schemas, std::string_view pointer) {
    try {
        schemas.compile(pointer);
    } catch (const ContractError& error) {
        return error.what();
    }
    return "no error";
}

class Compile : public testing::TestWithParam<Row> {};

TEST_P(Compile, TellsTheMistake) {
    const Row& row = GetParam();
    Schemas schemas("c.json", read_marked(row.schema), row.dialect);
    EXPECT_EQ(error_of(schemas, row.pointer), row.text);
    EXPECT_EQ(error_of(schemas, row.pointer), row.text) << "when asked again";
}

const Row rows[] = {
    {"no_schema", "{}", "c.json: there is no schema here (/a)", v2020, "/a"},
    {"schema_kind", R"({"a":[]})",
     "c.json:1:6: a schema must be an object or a boolean, not an array (/a)", v2020, "/a"},
    {"schema_kind_3_0", R"({"not":true})",
     "c.json:1:8: a schema must be an object, not a boolean (/not)", oas30},
    {"type_unknown", R"({"type":"text"})",
     "c.json:1:2: \"type\" must be one of array, boolean, integer, number, object, string, null, "
     "not \"text\" (/type)"},
    {"type_null_3_0", R"({"type":"null"})",
     "c.json:1:2: \"type\" must be one of array, boolean, integer, number, object, string, not "
     "\"null\" (/type)",
     oas30},
    {"type_list_3_0", R"({"type":["string"]})",
     "c.json:1:2: \"type\" must be one of array, boolean, integer, number, object, string, not an "
     "array (/type)",
     oas30},
    {"type_list_empty", R"({"type":[]})",
     "c.json:1:2: \"type\" must name a type, not none (/type)"},
    {"nullable", R"({"nullable":"yes"})",
     "c.json:1:2: \"nullable\" must be true or false, not a string (/nullable)", oas30},
    {"enum_kind", R"({"enum":"a"})", "c.json:1:2: \"enum\" must be an array, not a string (/enum)"},
    {"minimum", R"({"minimum":"1"})",
     "c.json:1:2: \"minimum\" must be a number, not a string (/minimum)"},
    {"exclusive_minimum", R"({"exclusiveMinimum":true})",
     "c.json:1:2: \"exclusiveMinimum\" must be a number, not a boolean (/exclusiveMinimum)"},
    {"exclusive_minimum_3_0", R"({"exclusiveMinimum":1})",
     "c.json:1:2: \"exclusiveMinimum\" must be true or false, not 1 (/exclusiveMinimum)", oas30},
    {"multiple_of", R"({"multipleOf":0})",
     "c.json:1:2: \"multipleOf\" must be a number above 0, not 0 (/multipleOf)"},
    {"length_negative", R"({"minLength":-1})",
     "c.json:1:2: \"minLength\" must be a non-negative integer, not -1 (/minLength)"},
    {"length_fraction", R"({"maxItems":1.5})",
     "c.json:1:2: \"maxItems\" must be a non-negative integer, not 1.5 (/maxItems)"},
    {"min_contains", R"({"contains":{},"minContains":{}})",
     "c.json:1:16: \"minContains\" must be a non-negative integer, not an object (/minContains)"},
    {"multiple_too_small_for_a_double", R"({"multipleOf":-1e-400})",
     "c.json:1:2: \"multipleOf\" must be a number above 0, not -1e-400 (/multipleOf)"},
    {"pattern_kind", R"({"pattern":1})",
     "c.json:1:2: \"pattern\" must be a string, not 1 (/pattern)"},
    {"pattern_wrong", R"({"pattern":"(a"})",
     "c.json:1:2: \"pattern\" has no regular expression in \"(a\": missing closing parenthesis at "
     "offset 2 (/pattern)"},
    {"pattern_properties_wrong", R"({"patternProperties":{"[":{}}})",
     "c.json:1:2: \"patternProperties\" has no regular expression in \"[\": missing terminating ] "
     "for character class at offset 1 (/patternProperties)"},
    {"format", R"({"format":null})", "c.json:1:2: \"format\" must be a string, not null (/format)"},
    {"items_list", R"({"items":[]})",
     "c.json:1:10: a schema must be an object or a boolean, not an array (/items)"},
    {"prefix_items", R"({"prefixItems":{}})",
     "c.json:1:2: \"prefixItems\" must be an array of schemas, not an object (/prefixItems)"},
    {"unique_items", R"({"uniqueItems":1})",
     "c.json:1:2: \"uniqueItems\" must be true or false, not 1 (/uniqueItems)"},
    {"properties", R"({"properties":[]})",
     "c.json:1:2: \"properties\" must be an object, not an array (/properties)"},
    {"property", R"({"properties":{"a/b":1}})",
     "c.json:1:22: a schema must be an object or a boolean, not 1 (/properties/a~1b)"},
    {"required_flag", R"({"required":true})",
     "c.json:1:2: \"required\" must be an array of strings (/required)"},
    {"required_numbers", R"({"required":["a",1]})",
     "c.json:1:2: \"required\" must be an array of strings (/required)"},
    {"pattern_properties", R"({"patternProperties":[]})",
     "c.json:1:2: \"patternProperties\" must be an object, not an array (/patternProperties)"},
    {"additional_properties", R"({"additionalProperties":"no"})",
     "c.json:1:25: a schema must be an object or a boolean, not a string (/additionalProperties)"},
    {"dependent_required", R"({"dependentRequired":{"a":"b"}})",
     "c.json:1:2: \"dependentRequired\" must be an object of arrays of strings "
     "(/dependentRequired)"},
    {"dependent_schemas", R"({"dependentSchemas":[]})",
     "c.json:1:2: \"dependentSchemas\" must be an object, not an array (/dependentSchemas)"},
    {"all_of_empty", R"({"allOf":[]})",
     "c.json:1:2: \"allOf\" must be an array of at least one schema (/allOf)"},
    {"discriminator", R"({"discriminator":"kind"})",
     "c.json:1:2: \"discriminator\" must be an object with a string \"propertyName\" "
     "(/discriminator)"},
    {"discriminator_mapping", R"({"discriminator":{"propertyName":"a","mapping":{"b":1}}})",
     "c.json:1:2: \"discriminator\" must have a \"mapping\" of names to strings (/discriminator)"},
    {"read_only", R"({"readOnly":"true"})",
     "c.json:1:2: \"readOnly\" must be true or false, not a string (/readOnly)"},
    {"ref_kind", R"({"$ref":1})", "c.json:1:2: \"$ref\" must be a string, not 1 (/$ref)"},
    {"ref_dangling", R"({"items":{"$ref":"#/a"}})",
     "c.json:1:11: \"$ref\" leads to \"#/a\", which does not exist (/items/$ref)"},
    {"ref_with_siblings_dangling", R"({"$ref":"#/a","minLength":1})",
     "c.json:1:2: \"$ref\" leads to \"#/a\", which does not exist (/$ref)"},
    {"ref_elsewhere", R"({"$ref":"b.json"})",
     "c.json:1:2: \"$ref\" leads to \"b.json\", which is not known here (/$ref)"},
    {"ref_anchor", R"({"$ref":"#b"})",
     "c.json:1:2: \"$ref\" leads to \"#b\", which does not exist (/$ref)"},
    {"ref_below_id", R"({"items":{"$id":"i","not":{"$ref":"#/items"}}})",
     "c.json:1:28: \"$ref\" leads to \"#/items\", which does not exist (/items/not/$ref)"},
    {"ref_to_itself", R"({"a":{"$ref":"#/b"},"b":{"$ref":"#/a"}})",
     "c.json:1:7: \"$ref\" leads back to itself (/a/$ref)", v2020, "/a"},
    {"ref_to_no_schema", R"({"$ref":"#/a","a":"b"})",
     "c.json:1:19: a schema must be an object or a boolean, not a string (/a)"},
    {"endless_all_of", R"({"allOf":[{"$ref":"#"}]})",
     "c.json:1:2: \"allOf\" leads back to its own schema (/allOf)"},
    {"endless_by_detour", R"({"anyOf":[{"not":{"$ref":"#"}},{}]})",
     "c.json:1:12: \"not\" leads back to its own schema (/anyOf/0/not)"},
    {"endless_dynamic", R"({"$dynamicAnchor":"a","not":{"$dynamicRef":"#a"}})",
     "c.json:1:30: \"$dynamicRef\" leads back to its own schema (/not/$dynamicRef)"},
    {"endless_unevaluated", R"({"anyOf":[{"$ref":"#"}],"unevaluatedItems":false})",
     "c.json:1:2: \"anyOf\" leads back to its own schema (/anyOf)"},
    {"once_though_read_twice", R"({"allOf":[{"minLength":-1}],"not":{"$ref":"#/allOf/0"},
"unevaluatedItems":false})",
     "c.json:1:12: \"minLength\" must be a non-negative integer, not -1 (/allOf/0/minLength)"},
    {"all_in_the_order_of_the_file",
     R"({"properties":{"a":{"minLength":-1},"b":{"pattern":"("}},
"maxLength":"x"})",
     "c.json:1:21: \"minLength\" must be a non-negative integer, not -1 (/properties/a/minLength)\n"
     "c.json:1:42: \"pattern\" has no regular expression in \"(\": missing closing parenthesis at "
     "offset 1 (/properties/b/pattern)\n"
     "c.json:2:1: \"maxLength\" must be a non-negative integer, not a string (/maxLength)"},
};

INSTANTIATE_TEST_SUITE_P(Mistake, Compile, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Schemas, CompilesEachNodeOnce) {
    Schemas schemas("c.json", read_marked(R"({"a":{"$ref":"#/b"},"b":{"items":{"$ref":"#/b"}}})"),
                    v2020);
    const Schema& schema = schemas.compile("/b");
    EXPECT_EQ(&schemas.compile("/b"), &schema);
    EXPECT_EQ(&schemas.compile("/a"), &schema);
}

TEST(Schemas, KeepsWhatWasCompiledBeforeAMistake) {
    Schemas schemas("c.json",
                    read_marked(R"({"a":{"type":"null"},"b":{"not":{"$ref":"#/a"},"enum":1}})"),
                    v2020);
    const Schema& schema = schemas.compile("/a");
    EXPECT_EQ(error_of(schemas, "/b"), "c.json:1:48: \"enum\" must be an array, not 1 (/b/enum)");
    EXPECT_EQ(&schemas.compile("/a"), &schema);
    EXPECT_TRUE(is_valid(schema, Value::null()));
    EXPECT_FALSE(is_valid(schema, Value::of(true)));
}

TEST(Schemas, IgnoresAnnotationsAndUnknownWords) {
    Schemas schemas(
        "c.json",
        read_marked(R"({"title":1,"x-type":{"type":3},"default":[],"example":0,"$anchor":"a",
                             "$id":"http://a/b","definitions":{"a":1},"xml":{},"colour":"red"})"),
        v2020);
    EXPECT_TRUE(is_valid(schemas.compile(""), Value::of(true)));
}

TEST(Schemas, ReadsPercentEncodedAndEscapedReferences) {
    Schemas schemas("c.json", read_marked(R"({"$ref":"#/x/a%25b~1c","x":{"a%b/c":false}})"), v2020);
    EXPECT_FALSE(is_valid(schemas.compile(""), Value::null()));
}

// A chain of references is followed without recursion.
TEST(Schemas, FollowsLongChains) {
    std::string text = R"({"s0":{"type":"null"})";
    for (int i = 1; i <= 3'000; ++i) {
        text += ",\"s" + std::to_string(i) + R"(":{"items":{"$ref":"#/s)" + std::to_string(i - 1) +
                R"("}})";
    }
    Schemas schemas("c.json", read_marked(text + "}"), v2020);
    EXPECT_TRUE(is_valid(schemas.compile("/s3000"), Value::null()));
}

TEST(Multiple, HasAThousandDigitsAtMost) {
    const auto refused = [](const std::string& factor) {
        try {
            Schemas("c.json", read_marked(R"({"multipleOf":)" + factor + "}"), v2020).compile("");
        } catch (const ContractError& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    const std::string longest = "0.000" + std::string(1000, '3');
    EXPECT_EQ(refused(longest + "000"), "");
    EXPECT_EQ(refused(longest + "3"),
              "c.json:1:2: \"multipleOf\" must have 1000 significant digits at most (/multipleOf)");
}

}  // namespace

}  // namespace standin::schema
