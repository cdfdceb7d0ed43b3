// References as RFC 3986 resolves them.
#include "mock/schema/uri.h"

#include <gtest/gtest.h>

namespace standin::schema {

namespace {

struct Row {
    const char* name;
    const char* base;
    const char* reference;
    const char* uri;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Uri : public testing::TestWithParam<Row> {};

TEST_P(Uri, IsResolved) {
    EXPECT_EQ(resolve_uri(GetParam().base, GetParam().reference), GetParam().uri);
}

// Section 5.4.
constexpr const char* base = "http://a/b/c/d;p?q";
const Row rows[] = {
    {"other_scheme", base, "g:h", "g:h"},
    {"sibling", base, "g", "http://a/b/c/g"},
    {"here", base, "./g", "http://a/b/c/g"},
    {"folder", base, "g/", "http://a/b/c/g/"},
    {"rooted", base, "/g", "http://a/g"},
    {"other_authority", base, "//g", "http://g"},
    {"query_alone", base, "?y", "http://a/b/c/d;p?y"},
    {"query", base, "g?y/./x", "http://a/b/c/g?y/./x"},
    {"nothing", base, "", "http://a/b/c/d;p?q"},
    {"dot", base, ".", "http://a/b/c/"},
    {"dots", base, "..", "http://a/b/"},
    {"dots_sibling", base, "../g", "http://a/b/g"},
    {"dots_twice", base, "../../g", "http://a/g"},
    {"dots_too_many", base, "../../../../g", "http://a/g"},
    {"dots_inside", base, "./g/../h", "http://a/b/c/h"},
    {"rooted_dots", base, "/./g/../h", "http://a/h"},
    {"dots_in_names", base, "..g", "http://a/b/c/..g"},
    {"authority_alone", "http://a", "g", "http://a/g"},
    {"urn", "urn:uuid:1-2", "", "urn:uuid:1-2"},
    {"to_urn", base, "urn:x:y", "urn:x:y"},
    {"file_beside", "dir/a.yaml", "b.yaml", "dir/b.yaml"},
    {"file_above", "dir/a.yaml", "../b.yaml", "b.yaml"},
    {"file_far_above", "dir/a.yaml", "../../b/./c.yaml", "../b/c.yaml"},
    {"file_from_above", "../a.yaml", "b.yaml", "../b.yaml"},
    {"no_base", "", "b.yaml", "b.yaml"},
};

INSTANTIATE_TEST_SUITE_P(Rfc3986, Uri, testing::ValuesIn(rows),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Fragment, IsDecoded) {
    EXPECT_EQ(decode_fragment("/a%25b%2g%7"), "/a%b%2g%7");
    EXPECT_EQ(split_reference("a#b#c").fragment, "b#c");
}

}  // namespace

}  // namespace standin::schema
