// How problems are told in documents that say nothing of envelopes.
#include "mock/contract/explain.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

// GET of nothing, with these responses; S is a schema of the components.
std::string document_with(const std::string& responses, const std::string& schema = "{}") {
    return "openapi: 3.1.0\npaths: {/a: {get: {responses: " + responses +
           "}}}\ncomponents: {schemas: {S: " + schema + "}}\n";
}

const char* const refused =
    "{\"400\": {content: {application/json: {schema: {$ref: \"#/components/schemas/S\"}}}}}";

std::string form_of(const std::string& schema) {
    const std::string told =
        problems_of(*load_contract_text("a.yaml", document_with(refused, schema)));
    const std::string begin =
        "\nproblems, by the schemas of errors:\n  /components/schemas/S  application/json  ";
    return told.starts_with(begin) ? told.substr(begin.size()) : told;
}

class Forms : public testing::TestWithParam<TextRow> {};

TEST_P(Forms, OfOneSchema) {
    EXPECT_EQ(form_of(GetParam().text), GetParam().expected);
}

const TextRow rows[] = {
    {"message_and_status", "{properties: {message: {type: string}, status: {type: integer}}}",
     "{\"message\":\"$problem.message\",\"status\":\"$statusCode\"}\n"},
    {"a_code_that_is_text", "{properties: {code: {type: string}, msg: {type: string}}}",
     "{\"code\":\"$problem.code\",\"msg\":\"$problem.message\"}\n"},
    {"a_name_beside_the_message", "{properties: {error: {type: string}, message: {type: string}}}",
     "{\"error\":\"$problem.title\",\"message\":\"$problem.message\"}\n"},
    {"an_error_that_is_all", "{properties: {error: {type: string}}}",
     "{\"error\":\"$problem.message\"}\n"},
    {"an_object_around_it", "{properties: {error: {properties: {message: {type: string}}}}}",
     "{\"error\":{\"message\":\"$problem.message\"}}\n"},
    {"parts",
     "{allOf: [{properties: {ok: {type: boolean}}}, {properties: {detail: {type: string}}}]}",
     "{\"ok\":false,\"detail\":\"$problem.message\"}\n"},
    {"the_first_choice",
     "{oneOf: [{properties: {title: {type: string}}}, {properties: {detail: {type: string}}}]}",
     "{\"title\":\"$problem.title\"}\n"},
    {"each_problem",
     "{properties: {errors: {type: array, items: {properties: {field: {type: string}, code: {type: "
     "string}}}}}}",
     "{\"errors\":\"$problems\"}, each of $problems "
     "{\"field\":\"$problem.name\",\"code\":\"$problem.keyword\"}\n"},
    {"each_message", "{properties: {errors: {type: array, items: {type: string}}}}",
     "{\"errors\":\"$problems\"}, each of $problems \"$problem.message\"\n"},
    {"messages_by_place", "{properties: {errors: {additionalProperties: {type: string}}}}",
     "{\"errors\":\"$problems.messages\"}\n"},
    {"an_array_alone", "{type: array, items: {properties: {message: {type: string}}}}",
     "\"$problems\", each of $problems {\"message\":\"$problem.message\"}\n"},
    {"a_text_alone", "{type: string}", "\"$problem.message\"\n"},
    {"the_word_that_speaks_of_bad_requests",
     "{properties: {code: {enum: [gone, bad_request]}, message: {type: string}}}",
     "{\"code\":\"bad_request\",\"message\":\"$problem.message\"}\n"},
    {"what_must_be_there",
     "{required: [id, n, list, o, none, at, fix], properties: {id: {type: string, format: uuid}, "
     "n: "
     "{type: number}, list: {type: array}, o: {type: object}, none: {type: [object, \"null\"]}, "
     "at: "
     "{type: string, format: date-time}, fix: {const: 7}, more: {type: string}, message: {type: "
     "string}}}",
     "{\"id\":\"00000000-0000-4000-8000-000000000000\",\"n\":0,\"list\":[],\"o\":{},\"none\":null,"
     "\"at\":\"2020-01-01T00:00:00Z\",\"fix\":7,\"message\":\"$problem.message\"}\n"},
    {"what_only_looks_like_an_expression",
     "{required: [a], properties: {a: {type: string, default: $nothing}, message: {type: string}}}",
     "{\"a\":\"\",\"message\":\"$problem.message\"}\n"},
    {"nothing_that_tells", "{properties: {success: {type: boolean}, wings: {type: integer}}}", ""},
    {"anything", "{}", ""},
    {"round_in_a_circle",
     "{properties: {message: {type: string}, error: {$ref: \"#/components/schemas/S\"}}}",
     "{\"message\":\"$problem.message\"}\n"},
};
INSTANTIATE_TEST_SUITE_P(Infer, Forms, testing::ValuesIn(rows), name_of_row);

std::string json(const std::string& schema, const std::string& type = "application/json") {
    return "{content: {" + type + ": {schema: " + schema + "}}}";
}

std::string forms_of(const std::string& responses) {
    return problems_of(*load_contract_text("a.yaml", document_with(responses)));
}

const char* const told = "{properties: {message: {type: string}}}";

// Neither parts nor members that fan out are followed to their ends.
TEST(InferProblem, EndsWhereSchemasFanOut) {
    std::string schemas;
    for (int i = 0; i < 30; ++i) {
        const std::string next = "{$ref: \"#/components/schemas/T" + std::to_string(i + 1) + "\"}";
        schemas += ", T" + std::to_string(i) + ": {required: [a, b], properties: {a: " + next +
                   ", b: " + next + "}, allOf: [" + next + ", " + next + "]}";
    }
    const std::string text =
        "openapi: 3.1.0\npaths: {/a: {get: {responses: {\"400\": {content: {application/json: "
        "{schema: {$ref: \"#/components/schemas/T0\"}}}}}}}}\ncomponents: {schemas: {S: {}" +
        schemas + ", T30: {properties: {message: {type: string}}}}}\n";
    EXPECT_LT(problems_of(*load_contract_text("a.yaml", text)).size(), 20'000u);
}

TEST(InferProblem, PassesOverSchemasThatAreWrong) {
    EXPECT_EQ(form_of("{allOf: {}, properties: [], required: true, type: [1], enum: 3}"), "");
    EXPECT_EQ(form_of("{required: [a], properties: {a: true, message: {enum: []}}}"), "");
}

TEST(InferProblem, KeepsMediaTypes) {
    EXPECT_EQ(forms_of("{\"4XX\": " + json(told, "application/vnd.a+json") + "}"),
              "\nproblems, by the schemas of errors:\n"
              "  /paths/~1a/get/responses/4XX/content/application~1vnd.a+json/schema  "
              "application/vnd.a+json  {\"message\":\"$problem.message\"}\n");
    EXPECT_EQ(forms_of("{\"4XX\": " + json(told, "\"*/*\"") + "}"),
              "\nproblems, by the schemas of errors:\n"
              "  /paths/~1a/get/responses/4XX/content/*~1*/schema  "
              "application/json  {\"message\":\"$problem.message\"}\n");
    EXPECT_EQ(forms_of("{\"4XX\": " + json(told, "text/plain") + "}"), "");
}

TEST(InferProblem, TakesTheDefaultForAnErrorBesideSuccessAlone) {
    EXPECT_EQ(forms_of("{default: " + json(told) + "}"), "");
    EXPECT_NE(forms_of("{\"204\": {description: d}, default: " + json(told) + "}"), "");
    EXPECT_EQ(forms_of("{\"200\": " + json(told) + "}"), "");
}

TEST(InferProblem, LeavesToTheContractWhatItSays) {
    const std::string document = document_with("{\"400\": " + json(told) + "}") +
                                 "x-standin: {envelopes: {problems: {body: {}}}}\n";
    EXPECT_EQ(problems_of(*load_contract_text("a.yaml", document)), "");
}

}  // namespace

}  // namespace standin::contract
