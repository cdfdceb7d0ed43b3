// Where callbacks and webhooks may go.
#include "mock/engine/target.h"

#include <gtest/gtest.h>

namespace standin::engine {
namespace {

const std::string no_url = " is no absolute http: or https: URL";
const std::string elsewhere = " is on another host: --allow-remote-webhooks lets it be reached";

struct Row {
    const char* name;
    std::string url;
    std::string why;  // behind the URL in quotes; "" = it may be
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Target : public testing::TestWithParam<Row> {};

TEST_P(Target, IsThisMachine) {
    const std::string shown = '"' + GetParam().url + '"';
    const std::string why = GetParam().why.empty() ? "" : shown + GetParam().why;
    EXPECT_EQ(why_not_sent(GetParam().url, false), why);
    EXPECT_EQ(why_not_sent(GetParam().url, true), GetParam().why == elsewhere ? "" : why);
}

const Row rows[] = {
    {"name", "http://localhost:8080/a?b#c", ""},
    {"name_in_capitals", "https://LOCALHOST", ""},
    {"address", "http://127.0.0.1/", ""},
    {"another_address", "http://127.255.0.9:1?a", ""},
    {"address_of_six", "http://[::1]:80/", ""},
    {"other_name", "http://example.com/", elsewhere},
    {"name_that_begins_so", "http://localhost.example.com/", elsewhere},
    {"name_that_ends_so", "http://a.localhost/", elsewhere},
    {"name_that_begins_as_an_address", "http://127.0.0.1.example.com/", elsewhere},
    {"other_address", "http://128.0.0.1/", elsewhere},
    {"any_address", "http://0.0.0.0/", elsewhere},
    {"short_address", "http://127.1/", elsewhere},
    {"octal_address", "http://127.0.0.01/", elsewhere},
    {"address_beyond", "http://127.0.0.256/", elsewhere},
    {"number", "http://2130706433/", elsewhere},
    {"other_address_of_six", "http://[::2]/", elsewhere},
    {"mapped_address", "http://[::ffff:127.0.0.1]/", elsewhere},
    {"metadata", "http://169.254.169.254/latest", elsewhere},
    {"credentials", "http://localhost@example.com/", " has credentials in it"},
    {"credentials_of_this_one", "http://me:word@localhost/", " has credentials in it"},
    {"at_in_a_path", "http://localhost/@a", ""},
    {"nothing", "", no_url},
    {"path", "/a", no_url},
    {"without_scheme", "localhost:80/a", no_url},
    {"other_scheme", "ftp://localhost/", no_url},
    {"script", "javascript:alert(1)", no_url},
    {"no_host", "http:///a", no_url},
    {"port_alone", "http://:80/", no_url},
    {"port_of_letters", "http://localhost:http/", no_url},
    {"port_beyond", "http://localhost:65536/", no_url},
    {"empty_port", "http://localhost:/", no_url},
    {"line_end", "http://localhost/a\r\nX: y", no_url},
    {"space", "http://localhost/a b", no_url},
    {"backslash", "http://localhost\\@example.com/", no_url},
    {"beyond_ascii", "http://localhost/\xC3\xA4", no_url},
};
INSTANTIATE_TEST_SUITE_P(All, Target, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace standin::engine
