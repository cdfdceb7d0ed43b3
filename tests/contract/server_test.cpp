// Where an API lives: URLs of servers, their variables, and who may name others.
#include <gtest/gtest.h>

#include "mock/contract/contract.h"

namespace standin::contract {

namespace {

struct UrlRow {
    const char* name;
    const char* url;
    const char* expected;  // url, host and path
};

void PrintTo(const UrlRow& row, std::ostream* out) {
    *out << row.name;
}

class Url : public testing::TestWithParam<UrlRow> {};

TEST_P(Url, IsTakenApart) {
    const Server server = server_of(GetParam().url);
    EXPECT_EQ(server.url + " | " + server.host + " | " + server.path, GetParam().expected);
}

const UrlRow urls[] = {
    {"whole", "https://API.example.com/v1/", "https://API.example.com/v1 | api.example.com | /v1"},
    {"port", "http://localhost:8080/a/b", "http://localhost:8080/a/b | localhost:8080 | /a/b"},
    {"host_alone", "https://example.com", "https://example.com | example.com | "},
    {"user", "https://me@example.com/v1", "https://me@example.com/v1 | example.com | /v1"},
    {"address", "http://[::1]:80/v1", "http://[::1]:80/v1 | [::1]:80 | /v1"},
    {"path", "/v1//", "/v1 |  | /v1"},
    {"root", "/", " |  | "},
    {"relative", "v1", "v1 |  | /v1"},
    {"relative_with_dot", "./v1", "./v1 |  | /v1"},
    {"query", "https://example.com/v1?a=/b", "https://example.com/v1?a=/b | example.com | /v1"},
    {"empty", "", " |  | "},
};
INSTANTIATE_TEST_SUITE_P(Server, Url, testing::ValuesIn(urls),
                         [](const auto& row) { return std::string(row.param.name); });

std::string told(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts) all += '"' + text + '"';
    return all;
}

// The base paths of the operation /a of a document.
std::string bases(const std::string& root, const std::string& item, const std::string& operation,
                  const std::string& mount = "") {
    const auto contract = load_contract_text("a.yaml",
                                             "openapi: 3.1.0\n" + root + "paths:\n  /a:\n" + item +
                                                 "    get: {responses: {}" + operation + "}\n",
                                             {.mount = mount});
    return told(contract->base_paths(contract->operations[0]));
}

TEST(BasePath, OfEveryServer) {
    EXPECT_EQ(bases("servers:\n  - url: https://{host}/{version}/\n"
                    "    variables: {host: {default: example.com}, version: {default: v1}}\n"
                    "  - {url: /v2//}\n  - {url: 'https://other.example.com/v1'}\n",
                    "", ""),
              "\"/v1\"\"/v2\"");
}

TEST(BasePath, OfEveryWordOfAVariable) {
    EXPECT_EQ(bases("servers:\n  - url: https://example.com/{version}/{tier}\n    variables:\n"
                    "      version: {default: v2, enum: [v1, v2, v3]}\n      tier: {default: free, "
                    "enum: [free, paid]}\n",
                    "", ""),
              "\"/v2/free\"\"/v1/free\"\"/v3/free\"\"/v2/paid\"\"/v1/paid\"\"/v3/paid\"");
}

TEST(BasePath, OfManyWordsStopSomewhere) {
    std::string root = "servers:\n  - url: /";
    std::string variables = "    variables:\n";
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g"}) {
        root += "{" + std::string(name) + "}";
        variables += "      " + std::string(name) + ": {default: '0', enum: ['0', '1']}\n";
    }
    const std::string all = bases(root + "\n" + variables, "", "");
    EXPECT_EQ(std::count(all.begin(), all.end(), '/'), 32);
    EXPECT_TRUE(all.starts_with("\"/0000000\"\"/1000000\"")) << all;
}

TEST(BasePath, WithoutServersIsTheRoot) {
    EXPECT_EQ(bases("", "", ""), "\"\"");
}

TEST(BasePath, OfAPathItemGoesBeforeTheContracts) {
    EXPECT_EQ(bases("servers: [{url: /v1}]\n", "    servers: [{url: /upload}]\n", ""),
              "\"/upload\"");
}

TEST(BasePath, OfAnOperationGoesBeforeThePathItems) {
    EXPECT_EQ(bases("servers: [{url: /v1}]\n", "    servers: [{url: /upload}]\n",
                    ", servers: [{url: /own}, {url: /other}]"),
              "\"/own\"\"/other\"");
}

TEST(BasePath, BelowAMount) {
    EXPECT_EQ(bases("servers: [{url: /v1}, {url: /}]\n", "", "", "/m"), "\"/m/v1\"\"/m\"");
    EXPECT_EQ(bases("servers: [{url: /v1}]\n", "", "", "/m"), "\"/m/v1\"\"/m\"");
}

TEST(ServerUrl, IsTheFirstServersOrThePublicOne) {
    const std::string text = "openapi: 3.1.0\nservers: [{url: 'https://a.example/v1/'}]\npaths: {}";
    EXPECT_EQ(load_contract_text("a.yaml", text)->server_url, "https://a.example/v1");
    EXPECT_EQ(load_contract_text("a.yaml", text, {.public_url = "http://mock/"})->server_url,
              "http://mock");
    EXPECT_EQ(load_contract_text("a.yaml", text, {.public_url = "http://mock", .mount = "/m"})
                  ->server_url,
              "http://mock/m");
}

}  // namespace

}  // namespace standin::contract
