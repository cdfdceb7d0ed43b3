// Samples and values as XML: one word of `xml` a row.
#include "mock/sample/xml.h"

#include <gtest/gtest.h>

#include "mock/core/json.h"
#include "mock/sample/answers.h"

namespace standin::sample {

namespace {

struct Row {
    const char* name;
    const char* schema;
    const char* value;
    const char* text;  // behind the declaration
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Xml : public testing::TestWithParam<Row> {};

std::string declared(const std::string& text) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text;
}

TEST_P(Xml, IsWritten) {
    const auto contract = contract::load_contract_text(
        "a.yaml", std::string("openapi: 3.1.0\npaths: {}\ncomponents: {schemas: {Pet: ") +
                      GetParam().schema + ", Tag: {type: string, xml: {name: tag}}}}");
    const contract::Located schema =
        contract::root_of(contract->source()).find("components").find("schemas").find("Pet");
    JsonFault fault;
    const auto value = read_json(GetParam().value, fault);
    EXPECT_EQ(xml_of(value->root(), schema), declared(GetParam().text));
}

const Row rows[] = {
    {"plain", "{}", R"({"a":1,"b":"x & <y>","c":true})",
     "<Pet><a>1</a><b>x &amp; &lt;y&gt;</b><c>true</c></Pet>"},
    {"name_of_root", "{xml: {name: pet}}", R"({"a":1})", "<pet><a>1</a></pet>"},
    {"name_of_member", "{properties: {a: {xml: {name: b}}}}", R"({"a":1})", "<Pet><b>1</b></Pet>"},
    {"attribute", "{properties: {id: {xml: {attribute: true}}, n: {}}}", R"({"n":"x","id":7})",
     "<Pet id=\"7\"><n>x</n></Pet>"},
    {"namespace", "{xml: {namespace: 'http://a/b'}}", R"({"a":1})",
     "<Pet xmlns=\"http://a/b\"><a>1</a></Pet>"},
    {"prefix", "{xml: {namespace: 'http://a/b', prefix: p}}", R"({"a":1})",
     "<p:Pet xmlns:p=\"http://a/b\"><a>1</a></p:Pet>"},
    {"list", "{properties: {a: {items: {}}}}", R"({"a":[1,2]})", "<Pet><a>1</a><a>2</a></Pet>"},
    {"list_of_named", "{properties: {a: {items: {xml: {name: i}}}}}", R"({"a":[1,2]})",
     "<Pet><i>1</i><i>2</i></Pet>"},
    {"wrapped", "{properties: {a: {xml: {wrapped: true}, items: {}}}}", R"({"a":[1,2]})",
     "<Pet><a><a>1</a><a>2</a></a></Pet>"},
    {"wrapped_and_named",
     "{properties: {a: {xml: {wrapped: true, name: all}, items: {xml: {name: one}}}}}",
     R"({"a":[1,2]})", "<Pet><all><one>1</one><one>2</one></all></Pet>"},
    {"wrapper_alone_named", "{properties: {a: {xml: {wrapped: true, name: all}, items: {}}}}",
     R"({"a":[1]})", "<Pet><all><all>1</all></all></Pet>"},
    {"reference", "{properties: {a: {items: {$ref: '#/components/schemas/Tag'}}}}",
     R"({"a":["x"]})", "<Pet><tag>x</tag></Pet>"},
    {"list_at_the_root", "{items: {$ref: '#/components/schemas/Tag'}}", R"(["x","y"])",
     "<Pet><tag>x</tag><tag>y</tag></Pet>"},
    {"null_and_empty", "{}", R"({"a":null,"b":{},"c":""})", "<Pet><a/><b/><c></c></Pet>"},
    {"names_that_are_none", "{}", R"({"a b":1,"2":2,"":3})",
     "<Pet><a_b>1</a_b><_2>2</_2><_>3</_></Pet>"},
};
INSTANTIATE_TEST_SUITE_P(Sample, Xml, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

// The body of the operation's answer.
std::string answer_of(const std::string& content) {
    const auto contract = contract::load_contract_text(
        "a.yaml",
        "openapi: 3.1.0\npaths: {/x: {get: {responses: {\"200\": {description: ok, content: " +
            content + "}}}}}");
    Answers answers(*contract);
    const contract::Operation& operation = contract->operations.front();
    return answers.answer(operation, choose(operation, {}), {}).response.body;
}

TEST(XmlAnswer, IsMadeOfSchemasAndExamples) {
    const std::string schema = "schema: {properties: {a: {type: integer}}, xml: {name: p}}";
    EXPECT_EQ(answer_of("{application/xml: {" + schema + "}}"), declared("<p><a>0</a></p>"));
    EXPECT_EQ(answer_of("{text/xml: {" + schema + ", example: {a: 3}}}"),
              declared("<p><a>3</a></p>"));
    EXPECT_EQ(answer_of("{application/atom+xml: {" + schema + ", example: '<p/>'}}"), "<p/>");
}

}  // namespace

}  // namespace standin::sample
