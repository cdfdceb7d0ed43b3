// Templates: what each expression asks the scope for, and what comes of it.
#include "mock/contract/template.h"

#include "tests/contract/told.h"

namespace standin::contract {

namespace {

// Answers with the words of the question, so that a row shows what was asked.
class FakeScope : public Scope {
  public:
    Operand lookup(const Expression& expression) const override {
        const std::string& detail = expression.detail;
        if (detail == "none" || detail == "/none") return {};
        if (detail == "/null") return Operand::of(Value::null());
        if (detail == "/empty") return Operand::of(Value::of(std::string_view()));
        if (detail == "/number") return Operand::of(Value::number_of("1.50"));
        if (detail == "/list") return Operand::of(list_->root());
        if (expression.name == Name::result) return Operand::of_json(R"({"ready":1})");
        const std::string text = std::to_string(static_cast<int>(expression.name)) + ':' + detail;
        return Operand::of(Value::of(texts_->keep(text)));
    }
    Value generate(const Generator& made) override {
        const std::string text = std::to_string(static_cast<int>(made.makes)) + ' ' + made.prefix +
                                 ' ' + std::to_string(made.number) + ' ' +
                                 (made.seconds ? "s" : "ms");
        return Value::of(scratch_.keep(text));
    }
    Document& scratch() override { return scratch_; }

  private:
    static std::shared_ptr<Document> read_list() {
        JsonFault fault;
        return read_json(R"([1,{"a":null}])", fault);
    }
    std::shared_ptr<Document> list_ = read_list();
    std::shared_ptr<Document> texts_ = std::make_shared<Document>();
    Document scratch_;
};

Template compile(const Source& source) {
    return Template::compile(source, source.root(), "/x-standin");
}

class GoodTemplate : public testing::TestWithParam<TextRow> {};

// A template writes, builds and evaluates the same; where it is nothing, evaluate alone says so.
TEST_P(GoodTemplate, InEveryWay) {
    const Source source = read_source_text("a.yaml", GetParam().text);
    const Template compiled = compile(source);
    FakeScope scope;
    std::string written;
    compiled.write(written, scope, {});
    EXPECT_EQ(written, GetParam().expected);
    Document document;
    Builder builder(document);
    compiled.build(builder, scope);
    EXPECT_EQ(to_json(document.root()), GetParam().expected);
    const Operand operand = compiled.evaluate(scope);
    if (operand.is == Operand::Is::value) {
        EXPECT_EQ(to_json(operand.value), GetParam().expected);
    } else {
        EXPECT_EQ(GetParam().expected, "null");
    }
}

const TextRow write_rows[] = {
    {"null", "~", "null"},
    {"number_as_written", "1.50", "1.50"},
    {"text", "word", "\"word\""},
    {"text_with_dollar", "costs $5 or {5}", "\"costs $5 or {5}\""},
    {"dollar_alone", "$", "\"$\""},
    {"dollar_and_digit", "$1", "\"$1\""},
    {"path", "$request.path", "\"0:\""},
    {"path_parameter", "$request.path.gateway_id", "\"0:gateway_id\""},
    {"path_parameter_with_dots", "$request.path.a.b", "\"0:a.b\""},
    {"query", "$request.query.page", "\"1:page\""},
    {"header", "$request.header.X-Name", "\"2:X-Name\""},
    {"body", "$request.body", "\"3:\""},
    {"body_whole", "\"$request.body#\"", "\"3:\""},
    {"body_pointer", "$request.body#/a/0", "\"3:/a/0\""},
    {"method", "$method", "\"4:\""},
    {"status", "$statusCode", "\"5:\""},
    {"server", "$server", "\"6:\""},
    {"stored", "$stored#/id", "\"7:/id\""},
    {"parent", "$parent#/id", "\"8:/id\""},
    {"list_total", "$list.total", "\"10:total\""},
    {"list_next", "$list.next", "\"10:next\""},
    {"problems", "$problems", "\"11:\""},
    {"problem_messages", "$problems.messages", "\"11:messages\""},
    {"problem_message", "$problem.message", "\"12:message\""},
    {"problem_received", "$problem.received", "\"12:received\""},
    {"value_that_is_a_list", "$stored#/list", "[1,{\"a\":null}]"},
    {"nothing", "$stored#/none", "null"},
    {"null_that_is_there", "$stored#/null", "null"},
    {"members", "a: $method\nb: {c: $stored#/number}\n", "{\"a\":\"4:\",\"b\":{\"c\":1.50}}"},
    {"member_of_nothing_is_left_out", "a: $stored#/none\nb: 1\n", "{\"b\":1}"},
    {"member_of_null_stays", "a: $stored#/null\n", "{\"a\":null}"},
    {"object_of_nothing_stays", "a: {b: $stored#/none}\n", "{\"a\":{}}"},
    {"empty_list", "[]\n", "[]"},
    {"items", "- $stored#/none\n- $method\n- [1]\n", "[null,\"4:\",[1]]"},
    {"joined", "Provider {$request.body#/name} of {$stored#/number}!",
     "\"Provider 3:/name of 1.50!\""},
    {"joined_without_text", "\"{$method}{$method}\"", "\"4:4:\""},
    {"joined_with_a_list", "a {$stored#/list}", "\"a [1,{\\\"a\\\":null}]\""},
    {"joined_with_null", "a {$stored#/null}", "\"a null\""},
    {"joined_with_empty", "a {$stored#/empty}b", "\"a b\""},
    {"joined_with_nothing", "a {$stored#/none}", "null"},
    {"joined_member_with_nothing", "a: a {$stored#/none}\nb: 1\n", "{\"b\":1}"},
    {"first", "$first: [$stored#/none, $stored#/null, $stored#/empty, $method, b]", "\"4:\""},
    {"first_is_0", "$first: [0, 1]", "0"},
    {"first_is_false", "$first: [false, 1]", "false"},
    {"first_ends_with_null", "$first: [$stored#/none, ~]", "null"},
    {"first_ends_with_empty", "$first: [$stored#/none, '']", "\"\""},
    {"first_ends_with_nothing", "a: {$first: ['', $stored#/none]}", "{}"},
    {"first_of_objects", "$first: [$stored#/none, {a: $method, b: $stored#/none}]",
     "{\"a\":\"4:\"}"},
    {"first_within_first", "$first: [{$first: [$stored#/none]}, 2]", "2"},
    {"uuid", "$uuid: {}", "\"0  0 ms\""},
    {"id_sortable", "$id: {prefix: key_, form: sortable}", "\"1 key_ 32 ms\""},
    {"id_hex", "$id: {form: hex, digits: 16}", "\"2  16 ms\""},
    {"id_by_default", "$id: {}", "\"1  32 ms\""},
    {"sequence", "$sequence: {}", "\"3  1 ms\""},
    {"sequence_from", "$sequence: {start: 100}", "\"3  100 ms\""},
    {"now_seconds", "$now: seconds", "\"4  0 s\""},
    {"now_milliseconds", "$now: milliseconds", "\"4  0 ms\""},
    {"generated_member", "a: {$uuid: {}}\nb: [{$now: seconds}]\n",
     "{\"a\":\"0  0 ms\",\"b\":[\"4  0 s\"]}"},
};
INSTANTIATE_TEST_SUITE_P(Template, GoodTemplate, testing::ValuesIn(write_rows), name_of_row);

class BadTemplate : public testing::TestWithParam<TextRow> {};

TEST_P(BadTemplate, WithItsPlace) {
    EXPECT_EQ(mistakes_of([] { compile(read_source_text("a.yaml", GetParam().text)); }),
              GetParam().expected);
}

const TextRow refused_rows[] = {
    {"unknown", "a:\n  - $nonsense",
     "a.yaml:2:5: unknown expression \"$nonsense\" (/x-standin/a/0)"},
    {"request_alone", "$request", "a.yaml:1:1: unknown expression \"$request\" (/x-standin)"},
    {"query_without_name", "$request.query",
     "a.yaml:1:1: unknown expression \"$request.query\" (/x-standin)"},
    {"query_with_empty_name", "$request.query.",
     "a.yaml:1:1: unknown expression \"$request.query.\" (/x-standin)"},
    {"path_with_empty_name", "$request.path.",
     "a.yaml:1:1: unknown expression \"$request.path.\" (/x-standin)"},
    {"body_with_name", "$request.body.a",
     "a.yaml:1:1: unknown expression \"$request.body.a\" (/x-standin)"},
    {"body_pointer_without_slash", "$request.body#a",
     "a.yaml:1:1: unknown expression \"$request.body#a\" (/x-standin)"},
    {"longer_name", "$methods", "a.yaml:1:1: unknown expression \"$methods\" (/x-standin)"},
    {"method_with_detail", "$method.a",
     "a.yaml:1:1: unknown expression \"$method.a\" (/x-standin)"},
    {"list_alone", "$list", "a.yaml:1:1: unknown expression \"$list\" (/x-standin)"},
    {"list_unknown", "$list.sum", "a.yaml:1:1: unknown expression \"$list.sum\" (/x-standin)"},
    {"problem_alone", "$problem", "a.yaml:1:1: unknown expression \"$problem\" (/x-standin)"},
    {"problem_unknown", "$problem.text",
     "a.yaml:1:1: unknown expression \"$problem.text\" (/x-standin)"},
    {"problems_unknown", "$problems.codes",
     "a.yaml:1:1: unknown expression \"$problems.codes\" (/x-standin)"},
    {"response", "$response.body#/id",
     "a.yaml:1:1: unknown expression \"$response.body#/id\" (/x-standin)"},
    {"inside_a_text", "a: b {$nonsense} c",
     "a.yaml:1:4: unknown expression \"$nonsense\" (/x-standin/a)"},
    {"empty_inside_a_text", "b {$} c", "a.yaml:1:1: unknown expression \"$\" (/x-standin)"},
    {"not_closed", "a: b {$method c", "a.yaml:1:4: \"{$\" without its \"}\" (/x-standin/a)"},
    {"expression_as_operator", "a: {$method: 1}",
     "a.yaml:1:5: unknown operator \"$method\" (/x-standin/a)"},
    {"unknown_operator", "a: {$random: {}}",
     "a.yaml:1:5: unknown operator \"$random\" (/x-standin/a)"},
    {"first_of_nothing", "a: {$first: []}",
     "a.yaml:1:5: $first takes a list of values (/x-standin/a)"},
    {"first_of_a_text", "$first: a", "a.yaml:1:1: $first takes a list of values (/x-standin)"},
    {"first_with_a_mistake", "a: {$first: [1, $nonsense]}",
     "a.yaml:1:17: unknown expression \"$nonsense\" (/x-standin/a/$first/1)"},
    {"pointer_is_escaped", "a/b: {c~d: $nonsense}",
     "a.yaml:1:12: unknown expression \"$nonsense\" (/x-standin/a~1b/c~0d)"},
    {"operator_beside_a_member", "a: {$uuid: {}, b: 1}",
     "a.yaml:1:5: \"$uuid\" must stand alone in its object (/x-standin/a)"},
    {"unknown_option", "$id: {prefx: a}",
     "a.yaml:1:7: \"prefx\" is not known here (/x-standin/$id/prefx)"},
    {"unknown_form", "$id: {form: short}",
     "a.yaml:1:13: an id is sortable or hex (/x-standin/$id/form)"},
    {"digits_beyond_32", "$id: {form: hex, digits: 33}",
     "a.yaml:1:26: an id has 1 to 32 digits (/x-standin/$id/digits)"},
    {"start_that_is_a_text", "$sequence: {start: '1'}",
     "a.yaml:1:20: \"start\" must be of type integer, not string (/x-standin/$sequence/start)"},
    {"precision", "$now: hours",
     "a.yaml:1:7: $now takes seconds or milliseconds (/x-standin/$now)"},
    {"uuid_with_options", "$uuid: {version: 7}",
     "a.yaml:1:9: \"version\" is not known here (/x-standin/$uuid/version)"},
};
INSTANTIATE_TEST_SUITE_P(Template, BadTemplate, testing::ValuesIn(refused_rows), name_of_row);

TEST(Template, IsTextForSentences) {
    const Source source = read_source_text("a.yaml",
                                           "- $method\n- $stored#/number\n- $stored#/none\n"
                                           "- a {$stored#/list}\n- [1]\n- $result\n");
    FakeScope scope;
    std::vector<std::string> texts;
    for (const Value& value : source.root().items()) {
        texts.push_back(Template::compile(source, value, "").text(scope));
    }
    EXPECT_EQ(texts, (std::vector<std::string>{"4:", "1.50", "", R"(a [1,{"a":null}])", "[1]",
                                               R"({"ready":1})"}));
}

TEST(Template, WritesReadyJsonAsItIs) {
    const Source source =
        read_source_text("a.yaml", "{\"result\": \"$result\", \"n\": [\"$result\"]}");
    FakeScope scope;
    std::string written = "kept ";
    compile(source).write(written, scope, {});
    EXPECT_EQ(written, R"(kept {"result":{"ready":1},"n":[{"ready":1}]})");
}

TEST(Template, WritesInTheContractsStyle) {
    const Source source = read_source_text("a.yaml", "'<': '>{$method}'");
    FakeScope scope;
    std::string written;
    compile(source).write(written, scope, {.escape_html = true});
    EXPECT_EQ(written, R"({"\u003c":"\u003e4:"})");
}

TEST(Template, KnowsWhereItsResultLies) {
    const auto path_in = [](const char* text) {
        const Source source = read_source_text("a.yaml", text);
        std::vector<std::string> path;
        std::string joined = compile(source).path_to_result(path) ? "found" : "none";
        for (const std::string& name : path) joined += '/' + name;
        return joined;
    };
    EXPECT_EQ(path_in("$result"), "found");
    EXPECT_EQ(path_in("a: 1\nb: {c: $method, d: $result}\n"), "found/b/d");
    EXPECT_EQ(path_in("a: [$result]"), "none");
    EXPECT_EQ(path_in("a: {b: 1}"), "none");
}

TEST(Template, KnowsWhetherItNamesAMessage) {
    const auto names = [](const char* text) {
        const Source source = read_source_text("a.yaml", text);
        return compile(source).names_message();
    };
    EXPECT_TRUE(names("$problem.message"));
    EXPECT_TRUE(names("a: [{b: 'c {$problem.message}'}]"));
    EXPECT_FALSE(names("$problem.code"));
    EXPECT_FALSE(names("$problems.messages"));
}

}  // namespace

}  // namespace standin::contract
