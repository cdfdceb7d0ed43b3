// Contracts that are meant to hurt: each loads or is refused with its mistake. What is quadratic in
// one of them, or worse, never ends.
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

std::string repeated(const std::string& text, size_t times) {
    std::string all;
    for (size_t i = 0; i < times; ++i) all += text;
    return all;
}

// JSON, as a contract of one operation whose body has this schema.
std::string with(const std::string& schema, const std::string& more = "") {
    return R"({"openapi":"3.1.0","paths":{"/a":{"post":{"requestBody":{"content":)"
           R"({"application/json":{"schema":)" +
           schema + R"(}}},"responses":{"200":{"description":"ok"}}}}},"components":{"schemas":{)" +
           more + R"("Z":{"type":"null"}}},"x-standin":{"name":"a"}})";
}

std::string list(const char* keyword, const std::string& item, size_t count) {
    return std::string("{\"") + keyword + "\":[" + repeated(item + ",", count) + item + "]}";
}

std::string numbered(size_t count, const std::string& before, const std::string& after) {
    std::string all;
    for (size_t i = 0; i < count; ++i) all += before + std::to_string(i) + after + ',';
    return all;
}

std::string chain(size_t count) {
    std::string all;
    for (size_t i = 0; i < count; ++i) {
        all += "\"S" + std::to_string(i) + R"(":{"$ref":"#/components/schemas/)" +
               (i + 1 < count ? "S" + std::to_string(i + 1) : "Z") + "\"},";
    }
    return all;
}

struct Row {
    const char* name;
    std::string text;
    std::string mistake;  // its beginning; "" where there is none
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Document : public testing::TestWithParam<Row> {};

TEST_P(Document, LoadsOrIsRefused) {
    const Row& row = GetParam();
    const std::string told = mistakes_of([&] { load_contract_text("a.json", row.text); });
    EXPECT_EQ(told.substr(0, row.mistake.size()), row.mistake);
    EXPECT_EQ(told.empty(), row.mistake.empty()) << told.substr(0, 500);
    EXPECT_LT(told.size(), 2000U);
}

const std::string first_of_pattern = "a.json:1:99: \"pattern\" has no regular expression in \"";

const Row rows[] = {
    {"nested_schemas", with(repeated("{\"items\":", 100'000) + "true" + repeated("}", 100'000)),
     "a.json:1:"},
    {"nested_negations", with(repeated("{\"not\":", 400) + "true" + repeated("}", 400)), ""},
    {"references", with(R"({"$ref":"#/components/schemas/S0"})", chain(5'000)), ""},
    {"all_of", with(list("allOf", R"({"type":"object"})", 20'000)), ""},
    {"one_of", with(R"({"oneOf":[)" + numbered(20'000, R"({"const":)", "}") + "true]}"), ""},
    {"enum_of_numbers", with(R"({"enum":[)" + numbered(200'000, "", "") + "null]}"), ""},
    {"enum_of_texts", with(R"({"enum":[)" + numbered(200'000, "\"", "\"") + "null]}"), ""},
    {"pattern", with(R"({"pattern":")" + std::string(1'000'000, 'a') + "\"}"), first_of_pattern},
    {"pattern_of_groups", with(R"({"pattern":")" + std::string(1'000'000, '(') + "\"}"),
     first_of_pattern},
    {"pattern_of_braces", with(R"({"pattern":")" + repeated("a{1,", 250'000) + "\"}"),
     first_of_pattern},
    {"required", with(R"({"required":[)" + numbered(200'000, "\"", "\"") + "\"z\"]}"), ""},
};
INSTANTIATE_TEST_SUITE_P(Hostile, Document, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::contract
