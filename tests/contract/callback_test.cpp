// What a contract says of callbacks and webhooks.
#include "mock/contract/callback.h"

#include <gtest/gtest.h>

namespace standin::contract {
namespace {

// "name METHOD url (id) types; headers", or "name: mistake", a line each.
std::string told(const std::vector<Callback>& callbacks) {
    std::string text;
    for (const Callback& each : callbacks) {
        text += each.name;
        if (!each.mistake.empty()) {
            text += ": " + each.mistake + '\n';
            continue;
        }
        text += ' ' + each.method;
        for (const UrlPiece& piece : each.url) {
            text += piece.is_expression ? " <" + piece.text + '>' : ' ' + piece.text;
        }
        if (!each.id.empty()) text += " (" + each.id + ')';
        for (const Content& content : each.contents) {
            text += ' ' + content.media_type + '*' + std::to_string(content.examples.size());
        }
        for (const ResponseHeader& header : each.headers) {
            text += "; " + header.name + (header.required ? "!" : "");
        }
        text += '\n';
    }
    return text;
}

struct Row {
    const char* name;
    std::string url;
    std::string pieces;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class CallbackUrl : public testing::TestWithParam<Row> {};

TEST_P(CallbackUrl, IsTakenApart) {
    std::string text;
    for (const UrlPiece& piece : url_pieces(GetParam().url)) {
        text += (piece.is_expression ? '<' + piece.text + '>' : '[' + piece.text + ']');
    }
    EXPECT_EQ(text, GetParam().pieces);
}

const Row urls[] = {
    {"expression_in_braces", "{$request.body#/url}", "<$request.body#/url>"},
    {"expression_alone", "$request.query.url", "<$request.query.url>"},
    {"text", "http://localhost/a", "[http://localhost/a]"},
    {"both", "http://{$request.header.host}/a?b={$url}",
     "[http://]<$request.header.host>[/a?b=]<$url>"},
    {"side_by_side", "{$url}{$method}", "<$url><$method>"},
    {"template", "http://localhost/{a}", "[http://localhost/{a}]"},
    {"unclosed", "a{$url", "[a{$url]"},
    {"nothing", "", ""},
};
INSTANTIATE_TEST_SUITE_P(All, CallbackUrl, testing::ValuesIn(urls),
                         [](const auto& row) { return row.param.name; });

struct Document {
    const char* name;
    std::string callbacks;
    std::string expected;
};

void PrintTo(const Document& row, std::ostream* out) {
    *out << row.name;
}

class Callbacks : public testing::TestWithParam<Document> {};

TEST_P(Callbacks, AreRead) {
    const auto contract = load_contract_text("a.yaml", R"(
openapi: 3.1.0
paths:
  /a: {post: {callbacks: )" + GetParam().callbacks + R"(, responses: {}}}
components:
  callbacks: {c: {'{$url}': {put: {operationId: known}}}}
  pathItems: {p: {post: {operationId: item}}}
)");
    EXPECT_EQ(told(read_callbacks(contract->operations.front())), GetParam().expected);
}

const Document documents[] = {
    {"none", "{}", ""},
    {"one", "{c: {'{$url}': {post: {operationId: o}}}}", "c POST <$url> (o)\n"},
    {"of_several_methods", "{c: {'{$url}': {summary: s, post: {}, patch: {}}}}",
     "c POST <$url>\nc PATCH <$url>\n"},
    {"of_several_urls", "{c: {'{$url}': {post: {}}, x-a: 1, '{$method}': {post: {}}}}",
     "c POST <$url>\nc POST <$method>\n"},
    {"behind_references",
     "{c: {$ref: '#/components/callbacks/c'}, d: {'{$url}': {$ref: '#/components/pathItems/p'}}}",
     "c PUT <$url> (known)\nd POST <$url> (item)\n"},
    {"body", "{c: {'{$url}': {post: {requestBody: {content: {a/b: {example: 1}, c/d: {}}}}}}}",
     "c POST <$url> a/b*1 c/d*0\n"},
    {"headers",
     "{c: {'{$url}': {parameters: [{name: A, in: header}], post: {parameters: [{name: B, in: "
     "header, required: true}, {name: C, in: query}]}}}}",
     "c POST <$url>; A; B!\n"},
    {"every_expression",
     "{c: {'{$url}{$method}{$statusCode}{$request.header.a}{$request.path.a}{$request.query.a}"
     "{$request.body}{$response.header.a}{$response.body#/a}': {get: {}}}}",
     "c GET <$url> <$method> <$statusCode> <$request.header.a> <$request.path.a> "
     "<$request.query.a> <$request.body> <$response.header.a> <$response.body#/a>\n"},
    {"no_expression", "{c: {'{$server}': {post: {}}}, d: {'{$url}': {post: {}}}}",
     "c: \"$server\" is no runtime expression\nd POST <$url>\n"},
    {"dangling", "{c: {$ref: '#/d'}}",
     "c: a.yaml:4:37: \"#/d\" leads nowhere (/paths/~1a/post/callbacks/c/$ref)\n"},
    {"body_of_a_wrong_kind", "{c: {'{$url}': {post: {requestBody: 1}}}}",
     "c: a.yaml:4:62: \"requestBody\" must be of type object, not integer "
     "(/paths/~1a/post/callbacks/c/{$url}/post/requestBody)\n"},
};
INSTANTIATE_TEST_SUITE_P(All, Callbacks, testing::ValuesIn(documents),
                         [](const auto& row) { return row.param.name; });

TEST(Webhooks, AreRead) {
    const auto contract = load_contract_text(
        "a.yaml",
        "openapi: 3.1.0\nwebhooks: {w: {post: {operationId: o}}, x-a: 1, v: {$ref: "
        "'#/components/pathItems/p'}}\ncomponents: {pathItems: {p: {put: {}}}}\n");
    EXPECT_EQ(told(read_webhooks(*contract)), "w POST (o)\nv PUT\n");
}

TEST(Webhooks, OfOlderDocumentsAreAnExtension) {
    const auto contract = load_contract_text(
        "a.yaml", "openapi: 3.0.0\npaths: {}\nx-webhooks: {w: {post: {operationId: o}}}\n");
    EXPECT_EQ(told(read_webhooks(*contract)), "w POST (o)\n");
}

}  // namespace
}  // namespace standin::contract
