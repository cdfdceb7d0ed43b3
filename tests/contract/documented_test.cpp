// What a contract documents of its answers: contents, examples, headers, links.
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

std::string told(const std::vector<Example>& examples) {
    std::string text;
    for (const Example& example : examples) {
        text += (example.is_text ? " text " : " example ") + example.name + ' ' +
                to_json(*example.value.value);
    }
    return text;
}

std::string told(const Content& content) {
    std::string text = "  " + content.media_type;
    if (content.schema) text += " schema " + content.schema.pointer;
    if (content.item_schema) text += " items " + content.item_schema.pointer;
    return text + told(content.examples) + '\n';
}

std::string told(const ResponseHeader& header) {
    std::string text = "  header " + header.name + (header.required ? " required" : "");
    if (header.schema) text += " schema " + header.schema.pointer;
    return text + told(header.examples) + '\n';
}

std::string told(const std::string& document) {
    const auto contract = load_contract_text("a.yaml", document);
    const Operation& operation = contract->operations.front();
    std::string text = operation.is_deprecated ? "deprecated\n" : "";
    for (const Documented& response : operation.responses) {
        text += response.status + ' ' + response.media_type + '\n';
        for (const Content& content : response.content) text += told(content);
        for (const ResponseHeader& header : response.headers) text += told(header);
        if (response.links) text += "  links\n";
    }
    for (const Mistake& warning : contract->warnings) text += warning.text() + '\n';
    return text;
}

std::string swagger(const std::string& root, const std::string& operation) {
    return "swagger: '2.0'\n" + root + "paths:\n  /a:\n    post: {operationId: a, " + operation +
           "}\n";
}

std::string openapi(const std::string& version, const std::string& item) {
    return "openapi: " + version + "\npaths:\n  /a:\n" + item;
}

class Answer : public testing::TestWithParam<TextRow> {};

TEST_P(Answer, IsRead) {
    EXPECT_EQ(told(GetParam().text), GetParam().expected);
}

const TextRow rows[] = {
    {"headers_of_responses",
     swagger("", "responses: {200: {description: a, headers: {X-A: {type: integer}}}}"),
     "200 \n"
     "  header X-A schema /paths/~1a/post/responses/200/headers/X-A\n"},
    {"examples_of_3_2",
     openapi("3.2.0",
             "    get: {operationId: a, responses: {200: {content: {text/plain: {example: x, "
             "examples: {a: {serializedValue: 'a b'}, b: {dataValue: 1, serializedValue: '1'}, "
             "c: {externalValue: c.txt}, d: {}}, itemSchema: {type: string}}}}}}\n"),
     "200 text/plain\n"
     "  text/plain items /paths/~1a/get/responses/200/content/text~1plain/itemSchema example "
     "default \"x\" text a \"a b\" example b 1\n"
     "a.yaml:4:180: \"externalValue\" is not read "
     "(/paths/~1a/get/responses/200/content/text~1plain/examples/c/externalValue)\n"},
    {"headers_and_links",
     openapi("3.1.0",
             "    get: {operationId: a, deprecated: true, responses: {200: {headers: {X-A: {$ref: "
             "'#/components/headers/A'}, content-type: {schema: {}}}, links: {x: {}}}}}\n"
             "components: {headers: {A: {required: true, schema: {type: integer}, example: 1}}}\n"),
     "deprecated\n200 \n"
     "  header X-A required schema /components/headers/A/schema example default 1\n  links\n"},
    {"examples_that_are_no_object",
     openapi("3.1.0",
             "    get: {operationId: a, responses: {200: {content: {a/b: {examples: [1]}}}}}\n"),
     "200 a/b\n  a/b\n"
     "a.yaml:4:71: \"examples\" is no object and is not read "
     "(/paths/~1a/get/responses/200/content/a~1b/examples)\n"},
};
INSTANTIATE_TEST_SUITE_P(Documented, Answer, testing::ValuesIn(rows), name_of_row);

}  // namespace

}  // namespace standin::contract
