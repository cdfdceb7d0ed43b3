// What is inferred of documents that say nothing about the mock.
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

// What every answer of a list or of one resource may name.
class AnswerScope : public Scope {
  public:
    Operand lookup(const Expression& expression) const override {
        if (expression.name == Name::result) return Operand::of_json("RESULT");
        if (expression.name != Name::list) return {};
        return Operand::of(Value::of(std::string_view(expression.detail)));
    }
    Value generate(const Generator&) override { return {}; }
    Document& scratch() override { return scratch_; }

  private:
    Document scratch_;
};

// Each resource on a line, "things [scope] key", then each operation that acts: "GET /a list things
// RESULT".
std::string told(const std::string& text) {
    const auto contract = load_contract_text("a.yaml", text);
    std::string lines;
    for (const Resource& resource : contract->resources) {
        lines += resource.name + " [";
        for (const std::string& parameter : resource.scope) {
            lines += (lines.ends_with('[') ? "" : " ") + parameter;
        }
        lines += "] " + resource.key + '\n';
    }
    AnswerScope scope;
    for (const Operation& operation : contract->operations) {
        if (operation.action == Action::none) continue;
        lines += operation.method + ' ' + operation.path + ' ' +
                 std::string(name_of(operation.action)) + ' ' + operation.resource->name;
        if (operation.envelope) {
            lines += ' ';
            operation.envelope->body.write(lines, scope, {});
        }
        lines += '\n';
    }
    return lines;
}

std::string paths(const std::string& text) {
    return "openapi: 3.1.0\npaths:\n" + text;
}

// Operations without a word about their answers.
std::string silent(std::initializer_list<std::pair<const char*, const char*>> operations) {
    std::string text;
    for (const auto& [path, methods] : operations) {
        text += std::string("  ") + path + ":\n";
        for (std::string_view rest = methods; !rest.empty();) {
            const size_t end = std::min(rest.find(' '), rest.size());
            text += "    " + std::string(rest.substr(0, end)) + ": {responses: {}}\n";
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return paths(text);
}

class Actions : public testing::TestWithParam<TextRow> {};

TEST_P(Actions, ByPathsAndMethods) {
    EXPECT_EQ(told(GetParam().text), GetParam().expected);
}

const TextRow action_rows[] = {
    {"collection", silent({{"/things", "get post"}, {"/things/{id}", "get put patch delete head"}}),
     "things [] id\nGET /things list things\nPOST /things create things\n"
     "GET /things/{id} read things\nPUT /things/{id} replace things\n"
     "PATCH /things/{id} update things\nDELETE /things/{id} delete things\n"
     "HEAD /things/{id} read things\n"},
    {"scope", silent({{"/shelves/{shelf}/books", "post"}, {"/shelves/{shelf}/books/{id}", "get"}}),
     "books [shelf] id\nPOST /shelves/{shelf}/books create books\n"
     "GET /shelves/{shelf}/books/{id} read books\n"},
    {"scope_of_two", silent({{"/a/{x}/b/{y}/c", "post"}, {"/a/{x}/b/{y}/c/{z}", "get"}}),
     "c [x y] id\nPOST /a/{x}/b/{y}/c create c\nGET /a/{x}/b/{y}/c/{z} read c\n"},
    {"made_by_put", silent({{"/things/{id}", "get put"}}),
     "things [] id\nGET /things/{id} read things\nPUT /things/{id} replace things\n"},
    {"never_made", silent({{"/things", "get"}, {"/things/{id}", "get delete"}}), ""},
    {"made_but_never_read", silent({{"/things", "post get"}}), ""},
    {"post_to_an_item_does_nothing", silent({{"/things", "post"}, {"/things/{id}", "get post"}}),
     "things [] id\nPOST /things create things\nGET /things/{id} read things\n"},
    {"put_and_delete_of_a_collection_do_nothing",
     silent({{"/things", "post put delete"}, {"/things/{id}", "get"}}),
     "things [] id\nPOST /things create things\nGET /things/{id} read things\n"},
    {"words_below_an_item_do_nothing",
     silent({{"/things", "post"}, {"/things/{id}", "get"}, {"/things/{id}/start", "post"}}),
     "things [] id\nPOST /things create things\nGET /things/{id} read things\n"},
    {"two_collections_of_a_name",
     silent({{"/a/things", "post"},
             {"/a/things/{id}", "get"},
             {"/b/things", "post"},
             {"/b/things/{id}", "get"}}),
     "things [] id\nb/things [] id\nPOST /a/things create things\nGET /a/things/{id} read things\n"
     "POST /b/things create b/things\nGET /b/things/{id} read b/things\n"},
    {"template_upon_template", silent({{"/{a}/{b}", "get put"}}), ""},
    {"template_alone", silent({{"/{a}", "get put"}}), ""},
    {"root", silent({{"/", "get post"}}), ""},
    {"once_without_what_it_shows", silent({{"/settings", "get put patch"}}), ""},
    {"once",
     paths("  /settings:\n    get: {responses: {200: {content: {application/json: {schema: "
           "{properties: {a: {}}}}}}}}\n    put: {responses: {}}\n    patch: {responses: {}}\n"
           "    delete: {responses: {}}\n    post: {responses: {}}\n"),
     "settings [] \nGET /settings read settings\nPUT /settings replace settings\n"
     "PATCH /settings update settings\nDELETE /settings delete settings\n"},
    {"list_that_is_put",
     paths("  /things:\n    get: {responses: {200: {content: {application/json: {schema: "
           "{items: {}}}}}}}\n    put: {responses: {}}\n"),
     ""},
    {"keys_that_nobody_learns",
     paths(
         "  /a:\n    post: {responses: {200: {content: {text/plain: {schema: {type: string}}}}}}\n"
         "  /a/{id}:\n    get: {responses: {}}\n"),
     "a [] id\nPOST /a create a\n"},
    {"items_named_by_another_member",
     paths("  /a/{file}:\n    put: {responses: {200: {content: {application/json: {schema: "
           "{properties: {file: {}, number: {}}}}}}}}\n  /a/{number}:\n    get: {responses: {200: "
           "{content: {application/json: {schema: {properties: {file: {}, number: {}}}}}}}}\n"),
     "a [] file\nPUT /a/{file} replace a\n"},
    {"options_and_trace_do_nothing",
     silent({{"/things", "post options"}, {"/things/{id}", "get trace"}}),
     "things [] id\nPOST /things create things\nGET /things/{id} read things\n"},
};
INSTANTIATE_TEST_SUITE_P(Infer, Actions, testing::ValuesIn(action_rows), name_of_row);

// The schemas of success of the item and of the list, on a line each.
std::string answers(const std::string& item, const std::string& list,
                    const std::string& parameter = "id") {
    const auto answer = [](const std::string& schema) {
        return "{responses: {200: {content: {application/json: {schema: " + schema + "}}}}}\n";
    };
    return paths("  /things:\n    get: " + answer(list) + "    post: {responses: {201: {}}}\n" +
                 "  /things/{" + parameter +
                 "}:\n    delete: {responses: {204: {}}}\n    get: " + answer(item));
}

// The line of the key, then the envelopes of list and item; "bare" where there is none.
class Answers : public testing::TestWithParam<TextRow> {};

TEST_P(Answers, ByTheSchemasOfSuccess) {
    const auto contract = load_contract_text("a.yaml", GetParam().text);
    ASSERT_EQ(contract->resources.size(), 1U);
    std::string text = contract->resources[0].key;
    AnswerScope scope;
    for (const size_t i : {0, 3}) {
        text += " | ";
        const Envelope* envelope = contract->operations[i].envelope;
        if (!envelope) text += "bare";
        if (envelope) envelope->body.write(text, scope, {});
    }
    const Shape* shape = contract->resources[0].shape;
    text += " |";
    for (const Property& property : shape ? shape->properties : std::vector<Property>{}) {
        text += ' ' + std::string(property.name) + (property.read_only ? "!" : "");
    }
    EXPECT_EQ(text, GetParam().expected);
}

const std::string thing =
    "{type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}";
const std::string things = "{type: array, items: " + thing + "}";

std::string in(const std::string& member, const std::string& schema, const std::string& more = "") {
    return "{type: object, properties: {" + member + ": " + schema + more + "}}";
}

const TextRow answer_rows[] = {
    {"bare", answers(thing, things), "id | bare | bare | id! name"},
    {"data", answers(in("data", thing), in("data", things)),
     "id | {\"data\":RESULT} | {\"data\":RESULT} | id! name"},
    {"items_and_total",
     answers(thing, in("items", things, ", total: {type: integer}, page: {type: integer}")),
     "id | {\"items\":RESULT,\"total\":\"total\",\"page\":\"page\"} | bare | id! name"},
    {"sizes_and_counts",
     answers(thing, in("items", things,
                       ", count: {}, per_page: {}, limit: {}, total_count: {}, next: {}")),
     "id | "
     "{\"items\":RESULT,\"count\":\"count\",\"per_page\":\"size\",\"limit\":\"size\",\"total_"
     "count\":\"total\",\"next\":\"next\"} | bare | id! name"},
    {"fixed_members",
     answers(in("ok", "{const: true}", ", errors: {type: array, default: []}, result: " + thing),
             in("result", things, ", ok: {enum: [true]}, kind: {type: string, example: list}")),
     "id | {\"result\":RESULT,\"ok\":true,\"kind\":\"list\"} | "
     "{\"ok\":true,\"errors\":[],\"result\":RESULT} | id! name"},
    {"member_that_is_an_expression",
     answers(in("data", thing, ", link: {type: string, default: $server}"), things),
     "id | bare | {\"data\":RESULT} | id! name"},
    {"key_named_by_the_path", answers("{properties: {id: {}, slug: {}}}", things, "slug"),
     "slug | bare | bare | id slug"},
    {"key_is_id", answers("{properties: {id: {}, name: {}}}", things, "thing_id"),
     "id | bare | bare | id name"},
    {"key_by_the_parameter", answers("{properties: {name: {}}}", things, "thing_id"),
     "id | bare | bare | name"},
    {"key_by_the_parameters_last_word",
     answers("{properties: {name: {}, id: {}}}", things, "thing_name"),
     "name | bare | bare | name id"},
    {"key_within_an_envelope", answers(in("data", thing), things, "thing_id"),
     "id | bare | {\"data\":RESULT} | id! name"},
    {"no_schemas", silent({{"/things", "get post"}, {"/things/{key}", "delete get"}}),
     "id | bare | bare |"},
};
INSTANTIATE_TEST_SUITE_P(Infer, Answers, testing::ValuesIn(answer_rows), name_of_row);

TEST(Infer, IntegerKeysAndTimesOfTheServer) {
    const auto contract = load_contract_text(
        "a.yaml", answers("{type: object, properties: {id: {type: integer, readOnly: true}, "
                          "made: {type: string, format: date-time, readOnly: true}}}",
                          things));
    const Shape& shape = *contract->resources[0].shape;
    EXPECT_TRUE(shape.find("id")->shape->is_integer);
    EXPECT_TRUE(shape.find("id")->read_only);
    EXPECT_EQ(shape.find("made")->shape->format, "date-time");
    EXPECT_TRUE(shape.find("made")->read_only);
    EXPECT_NE(contract->resources[0].schema, nullptr);
}

TEST(Infer, PagingByTheNamesOfParameters) {
    const auto contract = load_contract_text(
        "a.yaml",
        paths("  /things:\n    get:\n      parameters:\n"
              "        - {name: limit, in: query, schema: {type: integer}}\n"
              "        - {name: page, in: query, schema: {type: integer}}\n"
              "        - {name: page_size, in: query, schema: {type: integer}}\n"
              "      responses: {}\n    post: {responses: {}}\n"
              "  /things/{id}:\n    get:\n"
              "      parameters: [{name: page, in: query, schema: {}}]\n      responses: {}\n"));
    EXPECT_EQ(contract->operations[0].listing.page, "page");
    EXPECT_EQ(contract->operations[0].listing.size, "limit");
    EXPECT_EQ(contract->operations[2].listing.page, "");
}

}  // namespace

}  // namespace standin::contract
