// Writing JSON: escapes, styles, and a writer of events.
#include <gtest/gtest.h>

#include "mock/core/json_writer.h"

namespace standin {

namespace {

struct Row {
    const char* name;
    std::string text;
    std::string plain;
    std::string html;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Escape : public testing::TestWithParam<Row> {};

TEST_P(Escape, InBothStyles) {
    std::string plain;
    write_json_string(plain, GetParam().text, {});
    EXPECT_EQ(plain, GetParam().plain);
    std::string html;
    write_json_string(html, GetParam().text, {.escape_html = true});
    EXPECT_EQ(html, GetParam().html);
}

const Row rows[] = {
    {"empty", "", R"("")", R"("")"},
    {"plain", "abc", R"("abc")", R"("abc")"},
    {"quote", "a\"b", R"("a\"b")", R"("a\"b")"},
    {"backslash", "\\", R"("\\")", R"("\\")"},
    {"solidus", "/", R"("/")", R"("/")"},
    {"short_ones", "\b\f\n\r\t", R"("\b\f\n\r\t")", R"("\b\f\n\r\t")"},
    {"nul", std::string("\0", 1), R"("\u0000")", R"("\u0000")"},
    {"controls", "\x01\x0b\x1f", R"("\u0001\u000b\u001f")", R"("\u0001\u000b\u001f")"},
    {"delete_is_itself", "\x7f", "\"\x7f\"", "\"\x7f\""},
    {"beyond_ascii", "\u00e9\U0001F600", "\"\u00e9\U0001F600\"", "\"\u00e9\U0001F600\""},
    {"html", "<a&b>", R"("<a&b>")", R"("\u003ca\u0026b\u003e")"},
    {"at_both_ends", "\nx\n", R"("\nx\n")", R"("\nx\n")"},
};
INSTANTIATE_TEST_SUITE_P(WriteJson, Escape, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

// Text is looked at in pieces of several lengths, whose ends overlap.
TEST(WriteJson, EscapesWhereverItHasTo) {
    for (size_t size = 1; size <= 50; ++size) {
        for (size_t at = 0; at < size; ++at) {
            std::string text(size, 'x');
            text[at] = '"';
            std::string out;
            write_json_string(out, text, {});
            EXPECT_EQ(out,
                      '"' + std::string(at, 'x') + "\\\"" + std::string(size - at - 1, 'x') + '"');
        }
    }
}

TEST(WriteJson, EscapesNamesAsWellAsValues) {
    Document document;
    Builder builder(document);
    builder.begin_object();
    builder.name("<\n>");
    builder.string("&");
    builder.end();
    std::string out = "kept: ";
    write_json(out, document.root(), {.escape_html = true});
    EXPECT_EQ(out, R"(kept: {"\u003c\n\u003e":"\u0026"})");
}

TEST(WriteJson, EveryKind) {
    Document document;
    Builder builder(document);
    builder.begin_array();
    builder.null();
    builder.boolean(true);
    builder.boolean(false);
    builder.integer(INT64_MIN);
    builder.number("1.50E+3");
    builder.string("");
    builder.begin_array();
    builder.end();
    builder.begin_object();
    builder.end();
    builder.end();
    EXPECT_EQ(to_json(document.root()),
              R"([null,true,false,-9223372036854775808,1.50E+3,"",[],{}])");
}

TEST(JsonWriter, PutsCommasBetweenAndNowhereElse) {
    std::string out;
    JsonWriter writer(out, {});
    writer.begin_object();
    writer.name("a");
    writer.begin_array();
    writer.null();
    writer.string("x");
    writer.begin_object();
    writer.end_object();
    writer.end_array();
    writer.name("b");
    writer.json(R"({"ready":1})");
    writer.name("c");
    writer.value(Value::of(true));
    writer.end_object();
    EXPECT_EQ(out, R"({"a":[null,"x",{}],"b":{"ready":1},"c":true})");
}

}  // namespace

}  // namespace standin
