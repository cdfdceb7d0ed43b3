// Lists, keys and updates as they are inferred.
#include "mock/contract/explain.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

// "page size offset …" of the listing of /things, whose members are name, city and created_at.
std::string listing_of(const std::string& parameters) {
    std::string list;
    for (size_t i = 0; i < parameters.size();) {
        const size_t end = std::min(parameters.find(' ', i), parameters.size());
        list += "{name: \"" + parameters.substr(i, end - i) +
                "\", in: query, schema: {type: string}}, ";
        i = end + 1;
    }
    const auto contract = load_contract_text("a.yaml", R"(openapi: 3.1.0
paths:
  /things:
    post: {responses: {}}
    get:
      parameters: [)" + list + R"(]
      responses: {"200": {content: {application/json: {schema: {type: array, items: {properties: {
        id: {type: string}, name: {type: string}, tags: {type: array, items: {}}}}}}}}}
  /things/{id}: {delete: {responses: {}}}
)");
    const Listing& listing = contract->operations[1].listing;
    std::string text;
    const auto tell = [&](std::string_view what, const std::string& parameter) {
        if (!parameter.empty())
            text += (text.empty() ? "" : ", ") + std::string(what) + " " + parameter;
    };
    tell("page", listing.page);
    tell("offset", listing.offset);
    tell("cursor", listing.cursor);
    tell("size", listing.size);
    tell("sort", listing.sort);
    tell("direction", listing.direction);
    for (const Search& search : listing.search) tell("equal", search.parameter);
    return text;
}

class Lists : public testing::TestWithParam<TextRow> {};

TEST_P(Lists, ByNamesOfParameters) {
    EXPECT_EQ(listing_of(GetParam().text), GetParam().expected);
}

const TextRow list_rows[] = {
    {"by_page", "page per_page", "page page, size per_page"},
    {"by_page_in_brackets", "page[number] page[size]", "page page[number], size page[size]"},
    {"by_offset", "offset limit", "offset offset, size limit"},
    {"by_skip", "skip", "offset skip"},
    {"by_cursor", "starting_after limit", "cursor starting_after, size limit"},
    {"by_token", "pageToken pageSize", "cursor pageToken, size pageSize"},
    {"pages_before_cursors", "after page", "page page"},
    {"sorted", "sort order", "sort sort, direction order"},
    {"sorted_by_order_alone", "order", "sort order"},
    {"equal", "name tags other", "equal name"},
    {"nothing", "q fields", ""},
};
INSTANTIATE_TEST_SUITE_P(Infer, Lists, testing::ValuesIn(list_rows), name_of_row);

std::string envelope_of(const std::string& schema, const std::string& parameter) {
    const auto contract = load_contract_text("a.yaml", R"(openapi: 3.1.0
paths:
  /things:
    post: {responses: {}}
    get:
      parameters: [{name: )" + parameter + R"(, in: query, schema: {type: string}}]
      responses: {"200": {content: {application/json: {schema: )" +
                                                           schema + R"(}}}}
  /things/{id}: {delete: {responses: {}}}
)");
    std::string names;
    const Envelope* envelope = contract->operations[1].envelope;
    for (const std::string_view name : envelope->body.names()) names += std::string(name) + ' ';
    return names;
}

TEST(InferListing, FillsWhatTheEnvelopeDeclares) {
    const std::string schema =
        "{properties: {data: {type: array, items: {}}, has_more: {type: boolean}, next_cursor: "
        "{type: string}, next: {type: string}, other: {type: string}, meta: {properties: {total: "
        "{type: integer}}}, about: {properties: {colour: {type: string}}}}}";
    EXPECT_EQ(envelope_of(schema, "cursor"), "data has_more next_cursor next meta ");
    EXPECT_EQ(envelope_of(schema, "page"), "data has_more next meta ");
}

// Each resource's key and why, then each operation's action and why.
std::string told(const std::string& document) {
    const auto contract = load_contract_text("a.yaml", document);
    std::string text;
    for (const Resource& resource : contract->resources) {
        text += resource.key + ": " + resource.why_key + '\n';
    }
    for (const Operation& operation : contract->operations) {
        if (operation.method != "POST") continue;
        text += std::string(name_of(operation.action)) + ": " + operation.why + '\n';
    }
    return text;
}

std::string linked(const std::string& parameters) {
    return R"(openapi: 3.1.0
paths:
  /things:
    post:
      responses: {"201": {links: {it: {operationId: read, parameters: )" +
           parameters + R"(}}}}
  /things/{number}:
    get: {operationId: read, responses: {"200": {description: d}}}
)";
}

TEST(InferKey, ByLinks) {
    const std::string post = "create: POST of the collection /things\n";
    EXPECT_EQ(told(linked("{number: $response.body#/data/sku}")),
              "sku: the link \"it\" of POST /things names it\n" + post);
    EXPECT_EQ(told(linked("{path.number: $response.body#/sku}")),
              "sku: the link \"it\" of POST /things names it\n" + post);
    EXPECT_EQ(told(linked("{number: $request.body#/sku}")), "id: nothing names another\n" + post);
    EXPECT_EQ(told(linked("{other: $response.body#/sku}")), "id: nothing names another\n" + post);
}

std::string posted(const std::string& shown, const std::string& more = "") {
    const auto answer = [](const std::string& name) {
        return "{responses: {\"200\": {content: {application/json: {schema: {$ref: "
               "\"#/components/schemas/" +
               name + "\"}}}}}}\n";
    };
    return "openapi: 3.1.0\npaths:\n  /things: {post: {responses: {}}}\n  /things/{id}:\n    "
           "get: " +
           answer("Thing") + "    post: " + answer(shown) + more +
           "components: {schemas: {Thing: {properties: {id: {type: string}}}, Other: {}}}\n";
}

TEST(InferAction, UpdatesByPostWhereNothingElseDoes) {
    const std::string begin = "id: /things/{id} names it\ncreate: POST of the collection /things\n";
    EXPECT_EQ(told(posted("Thing")),
              begin +
                  "update: POST of an item of /things answers with it, and neither PUT nor PATCH "
                  "changes it\n");
    const std::string anything = begin + "none: POST of an item can mean anything\n";
    EXPECT_EQ(told(posted("Other")), anything);
    EXPECT_EQ(told(posted("Thing", "    patch: {responses: {}}\n")), anything);
}

}  // namespace

}  // namespace standin::contract
