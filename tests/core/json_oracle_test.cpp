// Texts of every shape, each spoilt in many ways: what is JSON, and what it says, is what another
// reader says.
#include "tests/core/json_oracle.h"

#include <gtest/gtest.h>

#include "mock/core/chance.h"

namespace standin {

namespace {

struct Row {
    const char* name;
    std::string text;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

void expect_agreement(const std::string& text) {
    const nlohmann::json other = oracle_of(text);
    for (const bool marks : {false, true}) {
        JsonFault fault;
        const auto document = read_json(text, fault, {.marks = marks});
        EXPECT_EQ(!document, other.is_discarded()) << text << ": " << fault.message;
        if (document) {
            EXPECT_TRUE(agree(document->root(), other)) << text;
        }
    }
}

// One byte replaced, inserted or taken out, or the end cut off.
std::string spoil(std::string text, uint64_t n) {
    static const std::string bytes =
        "\"\\{}[],:0123456789-+.eEtfnu \t\n\r\x1f\x7f\x80\xbf\xc3\xe2\xed\xf0\xff/abd" +
        std::string(1, '\0');
    if (text.empty()) return text;
    const Bits drawn = chance(17, {"spoil"}, n);
    const size_t at = drawn.high % text.size();
    const char byte = bytes[drawn.low / 4 % bytes.size()];
    switch (drawn.low % 4) {
        case 0:
            text[at] = byte;
            return text;
        case 1:
            return text.insert(at, 1, byte);
        case 2:
            return text.erase(at, 1);
        default:
            return text.substr(0, at);
    }
}

class Oracle : public testing::TestWithParam<Row> {};

TEST_P(Oracle, Agrees) {
    const std::string& text = GetParam().text;
    expect_agreement(text);
    for (uint64_t n = 0; n < 2'000 && !HasFailure(); ++n) {
        const std::string once = spoil(text, n);
        expect_agreement(once);
        expect_agreement(spoil(once, n + 2'000));
    }
}

// Strings that end, are escaped or leave ASCII at each of the bytes that are looked at together.
std::string strings_of_each_length() {
    std::string text = "[";
    for (size_t length = 0; length < 40; ++length) {
        const std::string plain(length, 'x');
        text += '"' + plain + "\",\"" + plain + "\\n\",\"" + plain + "\u20ac" + plain + "\",";
    }
    return text + "\"\"]";
}

const Row rows[] = {
    {"literals", "[null,true,false]"},
    {"integers", "[0,-0,1,-1,42,9007199254740993,999999999999999999,1000000000000000000]"},
    {"limits", "[9223372036854775807,-9223372036854775808,9223372036854775808,1e308,-1e308]"},
    {"fractions", "[0.5,-0.0,1.25e2,1E-7,2e+3,1.7976931348623157e308,4.9e-324,1e-400]"},
    {"strings", R"(["","a","\"\\\/\b\f\n\r\t","\u0041\u00e9\u20ac\ud83d\ude00"])"},
    {"strings_beyond_ascii", "[\"\u00e9\u20ac\U0001F600\",\"x\u00e9\u00e9\"]"},
    {"strings_of_each_length", strings_of_each_length()},
    {"objects", R"({"a":{"b":{}},"":[],"a":2,"c":[{"d":null}]})"},
    {"arrays", "[[],[[]],[[[1]],[2,[3]]]]"},
    {"white_space", " \t\r\n{ \"a\" :\n                    [ 1 ,\r\n 2 ] , \"b\" : { } } \n"},
    {"byte_order_mark", "\xEF\xBB\xBF{\"a\":1}"},
};
INSTANTIATE_TEST_SUITE_P(ReadJson, Oracle, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin
