// Content codings: undone within a limit, and made the same on every run.
#include "mock/http/coding.h"

#include <gtest/gtest.h>

#include "mock/http/base64.h"

namespace standin::http {
namespace {

using Is = Decoded::Is;

std::string bytes(const char* base64) {
    return decode_base64(base64).value();
}

const std::string zlib_hello = bytes("eJzLSM3JyQcABiwCFQ==");
const std::string bare_hello = bytes("y0jNyckHAA==");
const std::string gzip_hello = bytes("H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==");

struct Row {
    const char* name;
    const char* coding;
    std::string body;
    Is is;
    std::string text;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Undone : public testing::TestWithParam<Row> {};

TEST_P(Undone, OrNot) {
    const Decoded decoded = decode(GetParam().coding, GetParam().body, 100);
    EXPECT_EQ(decoded.is, GetParam().is);
    EXPECT_EQ(decoded.text, GetParam().text);
}

std::string damaged() {
    std::string text = gzip_hello;
    text[gzip_hello.size() - 6] ^= 1;
    return text;
}

const Row rows[] = {
    {"none", "", "hello", Is::done, "hello"},
    {"identity", "identity", "hello", Is::done, "hello"},
    {"gzip_coding", "gzip", gzip_hello, Is::done, "hello"},
    {"in_capitals", "GZIP", gzip_hello, Is::done, "hello"},
    {"alias", "x-gzip", gzip_hello, Is::done, "hello"},
    {"several_members", "gzip", gzip_hello + gzip_hello, Is::done, "hellohello"},
    {"deflate_coding", "deflate", zlib_hello, Is::done, "hello"},
    {"deflate_bare", "deflate", bare_hello, Is::done, "hello"},
    {"twice", "gzip, gzip", gzip(gzip_hello), Is::done, "hello"},
    {"last_one_first", "deflate, gzip", gzip(zlib_hello), Is::done, "hello"},
    {"unknown", "br", "x", Is::unknown, "br"},
    {"unknown_among_known", "zstd, gzip", gzip_hello, Is::unknown, "zstd"},
    {"too_many", "gzip, gzip, gzip, gzip, gzip", "", Is::unknown, "more than four codings"},
    {"no_gzip", "gzip", "hello", Is::broken, "gzip: it is damaged at byte 3"},
    {"ends_early", "gzip", gzip_hello.substr(0, 15), Is::broken, "gzip: it ends early"},
    {"no_body", "gzip", "", Is::done, ""},
    {"wrong_sum", "gzip", damaged(), Is::broken, "gzip: it is damaged at byte 22"},
    {"bytes_behind", "gzip", gzip_hello + "x", Is::broken, "gzip: it ends early"},
    {"bytes_behind_deflate", "deflate", zlib_hello + "x", Is::broken,
     "deflate: bytes follow its end"},
    {"as_large_as_allowed", "gzip", gzip(std::string(100, 'a')), Is::done, std::string(100, 'a')},
    {"larger", "gzip", gzip(std::string(101, 'a')), Is::too_large, ""},
    {"bomb", "gzip", gzip(std::string(50 << 20, 'a')), Is::too_large, ""},
    {"bomb_in_a_bomb", "gzip, gzip", gzip(gzip(std::string(50 << 20, 'a'))), Is::too_large, ""},
};
INSTANTIATE_TEST_SUITE_P(Http, Undone, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

TEST(Gzip, NamesNoTime) {
    EXPECT_EQ(gzip("hello").substr(0, 8), std::string("\x1f\x8b\x08\0\0\0\0\0", 8));
}

struct AnswerRow {
    const char* name;
    const char* accepted;  // "-" = no field
    size_t size;
    Headers headers;
    bool encoded;
};

void PrintTo(const AnswerRow& row, std::ostream* out) {
    *out << row.name;
}

class Encoded : public testing::TestWithParam<AnswerRow> {};

TEST_P(Encoded, OrNot) {
    const AnswerRow& row = GetParam();
    Request request;
    if (*row.accepted != '-') request.headers.add("Accept-Encoding", row.accepted);
    const std::string body(row.size, 'a');
    Response response{200, row.headers, body};
    encode_for(request, response);
    EXPECT_EQ(response.body != body, row.encoded);
    if (!row.encoded) return;
    EXPECT_EQ(response.headers,
              (Headers{{"Content-Encoding", "gzip"}, {"Vary", "Accept-Encoding"}}));
    EXPECT_EQ(decode("gzip", response.body, row.size).text, body);
}

const AnswerRow answer_rows[] = {
    {"not_asked", "-", 2000, {}, false},
    {"asked", "gzip, deflate", 2000, {}, true},
    {"refused", "gzip;q=0", 2000, {}, false},
    {"large_enough", "gzip", 1024, {}, true},
    {"too_small", "gzip", 1023, {}, false},
    {"encoded_already", "gzip", 2000, {{"Content-Encoding", "br"}}, false},
};
INSTANTIATE_TEST_SUITE_P(Http, Encoded, testing::ValuesIn(answer_rows),
                         [](const auto& row) { return row.param.name; });

struct Base64Row {
    const char* name;
    const char* text;
    const char* bytes;  // null where it is none
};

void PrintTo(const Base64Row& row, std::ostream* out) {
    *out << row.name;
}

class Base64 : public testing::TestWithParam<Base64Row> {};

TEST_P(Base64, IsReadOrNot) {
    const auto read = decode_base64(GetParam().text);
    EXPECT_EQ(read, GetParam().bytes ? std::optional<std::string>(GetParam().bytes) : std::nullopt);
}

const Base64Row base64_rows[] = {
    {"nothing", "", ""},
    {"one_byte", "Zg==", "f"},
    {"two", "Zm8=", "fo"},
    {"three", "Zm9v", "foo"},
    {"four", "Zm9vYg==", "foob"},
    {"unpadded", "Zm8", "fo"},
    {"signs", "++//", "\xfb\xef\xff"},
    {"one_digit", "Z", nullptr},
    {"no_digit", "Zm8-", nullptr},
    {"too_much_padding", "Zg===", nullptr},
    {"padding_inside", "Zg==Zg==", nullptr},
};
INSTANTIATE_TEST_SUITE_P(Http, Base64, testing::ValuesIn(base64_rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace standin::http
