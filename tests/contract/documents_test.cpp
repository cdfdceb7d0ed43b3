// Contracts that consist of several files: the whole text of each refusal, and which files are
// read.
#include "mock/contract/documents.h"

#include <filesystem>

#include "mock/schema/check.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

const std::string folder = std::string(STANDIN_SOURCE_DIR) + "/tests/contract/documents/";

// A text with the folder of the documents left out.
std::string without_folder(std::string text) {
    for (size_t at = text.find(folder); at != text.npos; at = text.find(folder)) {
        text.erase(at, folder.size());
    }
    return text;
}

std::string contract_with(const std::string& response, const std::string& schema) {
    return "openapi: 3.1.0\npaths:\n  /a:\n    post:\n      requestBody: {content: "
           "{application/json: {schema: " +
           schema + "}}}\n      responses: {'200': " + response + "}\n";
}

std::shared_ptr<const Contract> loaded(const std::string& response, const std::string& schema) {
    return load_contract_text(folder + "a.yaml", contract_with(response, schema));
}

// Each row is the $ref of a response.
class ReferenceToFile : public testing::TestWithParam<TextRow> {};

TEST_P(ReferenceToFile, IsFollowedOrRefused) {
    EXPECT_EQ(
        without_folder(mistakes_of([] { loaded("{$ref: '" + GetParam().text + "'}", "{}"); })),
        GetParam().expected);
}

const std::string place = " (/paths/~1a/post/responses/200/$ref)";
const TextRow response_rows[] = {
    {"fine", "parts.yaml#/Fine", ""},
    {"from_here", "./parts.yaml#/Fine", ""},
    {"by_a_detour", "more/../parts.yaml#/Fine", ""},
    {"by_its_path", folder + "parts.yaml#/Fine", ""},
    {"by_its_url", "file://" + folder + "parts.yaml#/Fine", ""},
    {"percent_encoded", "p%61rts.yaml#/F%69ne", ""},
    {"there_and_back", "parts.yaml#/Chain", ""},
    {"circle", "parts.yaml#/Circle",
     "parts.yaml:3:16: \"./more/parts.json#/Circle\" leads round in a circle (/Circle/$ref)"},
    {"dangling", "parts.yaml#/none", "a.yaml:6:33: \"parts.yaml#/none\" leads nowhere" + place},
    {"dangling_later", "parts.yaml#/Dangling",
     "parts.yaml:4:18: \"more/parts.json#/None\" leads nowhere (/Dangling/$ref)"},
    {"missing", "none.yaml",
     "a.yaml:6:33: \"none.yaml\" leads to none.yaml, which cannot be read: No such file or "
     "directory" +
         place},
    {"missing_later", "parts.yaml#/Missing",
     "parts.yaml:5:17: \"more/none.yaml\" leads to more/none.yaml, which cannot be read: No such "
     "file or directory (/Missing/$ref)"},
    {"broken", "parts.yaml#/Broken",
     "broken.yaml:2:2: is not YAML: did not find expected ',' or ']' while parsing a flow "
     "sequence"},
    {"empty", "parts.yaml#/Empty",
     "parts.yaml:7:15: \"empty.yaml#/a\" leads to empty.yaml, which is empty (/Empty/$ref)"},
    {"folder", "parts.yaml#/Folder",
     "parts.yaml:8:16: \"more\" leads to more, which is a folder, not a file (/Folder/$ref)"},
    {"wrong_kind", "parts.yaml#/Word",
     "parts.yaml:12:7: a response must be of type object, not string (/Word)"},
    {"what_nobody_follows", "parts.yaml#/Unseen", ""},
    {"remote", "http://example.com/a.yaml#/b",
     "a.yaml:6:33: \"http://example.com/a.yaml#/b\" leads to another host: "
     "--allow-remote-refs lets it be fetched" +
         place},
    {"remote_without_scheme", "//example.com/a.yaml",
     "a.yaml:6:33: \"//example.com/a.yaml\" leads to another host, and only http: and https: can "
     "be fetched" +
         place},
};
INSTANTIATE_TEST_SUITE_P(Documents, ReferenceToFile, testing::ValuesIn(response_rows), name_of_row);

// Each row is the schema of a body.
class SchemaInFile : public testing::TestWithParam<TextRow> {};

TEST_P(SchemaInFile, IsCompiledOrRefused) {
    EXPECT_EQ(without_folder(mistakes_of([] { loaded("{}", GetParam().text); })),
              GetParam().expected);
}

const TextRow schema_rows[] = {
    {"fine", "{$ref: more/number.yaml}", ""},
    {"within_a_response", "{$ref: 'parts.yaml#/Schema/content/application~1json/schema'}", ""},
    {"broken_schema", "{items: {$ref: 'more/parts.json#/Number'}}",
     "more/parts.json:4:14: \"minLength\" must be a non-negative integer, not -1 "
     "(/Number/minLength)"},
    {"missing", "{$ref: none.yaml}",
     "a.yaml:5:59: \"$ref\" leads to \"none.yaml\", which is not known here "
     "(/paths/~1a/post/requestBody/content/application~1json/schema/$ref)\n"
     "none.yaml: cannot be read: No such file or directory"},
    {"remote", "{$ref: 'https://example.com/a.json'}",
     "a.yaml:5:59: \"$ref\" leads to \"https://example.com/a.json\", which is not known here "
     "(/paths/~1a/post/requestBody/content/application~1json/schema/$ref)\n"
     "https://example.com/a.json: leads to another host: --allow-remote-refs lets it be fetched"},
    {"anchor", "{$ref: 'named.yaml#word'}", ""},
    {"by_its_own_name",
     "{items: {$ref: named.yaml}, not: {$ref: 'https://example.com/schemas/named#word'}}", ""},
    {"named_and_its_neighbour", "{$ref: 'named.yaml#/$defs/near'}", ""},
};
INSTANTIATE_TEST_SUITE_P(Documents, SchemaInFile, testing::ValuesIn(schema_rows), name_of_row);

std::string told(const Contract& contract, std::string_view body) {
    JsonFault fault;
    const auto document = read_json(body, fault);
    Problems problems;
    schema::check(*contract.operations[0].body->types[0].schema, document->root(), {}, problems);
    std::string text;
    for (const Problem& problem : problems) {
        text += problem.schema + " in " +
                without_folder(contract.documents->source_of(problem.schema).file) + '\n';
    }
    return text;
}

TEST(Documents, NameProblemsByThePathFromTheContract) {
    const auto contract =
        loaded("{}", "{properties: {a: {$ref: more/number.yaml}, b: {type: string}}}");
    EXPECT_EQ(told(*contract, R"({"a": "1", "b": 1})"),
              "more/number.yaml#/type in more/number.yaml\n"
              "/paths/~1a/post/requestBody/content/application~1json/schema/properties/b/type in "
              "a.yaml\n");
}

TEST(Documents, CheckWhatIsNamedInsideAFile) {
    const auto contract = loaded("{}", "{$ref: 'named.yaml#/$defs/list'}");
    EXPECT_EQ(told(*contract, R"(["long word"])"),
              "named.yaml#/$defs/word/maxLength in named.yaml\n");
}

TEST(Documents, ReadEachFileOnce) {
    const auto contract =
        loaded("{$ref: 'file://" + folder + "parts.yaml#/Fine'}",
               "{anyOf: [{$ref: more/number.yaml}, {$ref: ./more/n%75mber.yaml}, {$ref: a.yaml}]}");
    std::vector<std::string> uris;
    for (const Source& source : contract->documents->all()) uris.push_back(source.uri);
    EXPECT_EQ(uris, (std::vector<std::string>{"a.yaml", "more/number.yaml", "parts.yaml",
                                              "more/parts.json"}));
}

TEST(Documents, TellPlacesOfMistakesInTheExtensionOfAnotherFile) {
    EXPECT_EQ(without_folder(mistakes_of([] { loaded("{}", "{$ref: extended.yaml}"); })),
              "extended.yaml:2:13: \"orders\" is not known here (/x-standin/orders)");
}

}  // namespace

}  // namespace standin::contract
