// Contracts and parts of them that lie on other hosts.
#include <map>
#include <mutex>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace standin::cli {

namespace {

// Serves texts by their paths; what is under /moved/ lies elsewhere. Counts what it is asked for.
class Library : public serve::Handler {
  public:
    void hold(std::map<std::string, std::string> texts) {
        const std::lock_guard lock(mutex_);
        texts_ = std::move(texts);
    }
    serve::Answer answer(http::Request request) override {
        const std::lock_guard lock(mutex_);
        asked_[request.target]++;
        if (request.target.starts_with("/moved/")) {
            return {{301, {{"Location", request.target.substr(6)}}, ""}};
        }
        const auto found = texts_.find(request.target);
        if (found == texts_.end()) return {{404, {}, ""}};
        return {{200, {}, found->second}};
    }
    serve::Answer refuse(const http::Request&, int status, std::string_view) override {
        return {{status, {}, ""}};
    }
    std::map<std::string, int> asked() {
        const std::lock_guard lock(mutex_);
        return asked_;
    }

  private:
    std::mutex mutex_;
    std::map<std::string, std::string> texts_;
    std::map<std::string, int> asked_;
};

class Remote : public testing::Test {
  protected:
    // A contract whose body's schema is what is given.
    std::string contract_of(const std::string& schema) const {
        std::string text = small_contract;
        const std::string inline_schema = "{type: object, properties: {name: {type: string}}}";
        return text.replace(text.find(inline_schema), inline_schema.size(), schema);
    }
    std::string write(const std::string& schema) const {
        return folder_.write("small.yaml", contract_of(schema));
    }
    // The lines on stderr of a start that fails.
    std::string refused(const std::string& contract, bool allowed = true) const {
        std::vector<std::string> arguments = {"serve", "--port", "0", contract};
        if (allowed) arguments.emplace_back("--allow-remote-refs");
        const Ended ended = standin(arguments);
        EXPECT_EQ(ended.code, 2);
        return ended.errors;
    }
    // The answer to a body, by a contract that is there.
    std::string told(const std::string& contract, const std::string& body) const {
        Running running(STANDIN_PROGRAM, {"serve", "--port", "0", contract, "--allow-remote-refs"});
        return ask(port_in(running.line()), "POST /things", body);
    }

    Folder folder_;
    Library library_;
    serve::RunningServer server_{library_, {}};
    const std::string host_ = "http://127.0.0.1:" + std::to_string(server_.port());
    const std::string place_ =
        " (/paths/~1things/post/requestBody/content/application~1json/schema/$ref)\n";
};

TEST_F(Remote, IsRefusedWithoutTheFlag) {
    const std::string file = write("{$ref: '" + host_ + "/thing.yaml'}");
    EXPECT_EQ(refused(file, false),
              file + ":9:47: \"$ref\" leads to \"" + host_ +
                  "/thing.yaml\", which is not known here" + place_ + host_ +
                  "/thing.yaml: leads to another host: --allow-remote-refs lets it be fetched\n");
    EXPECT_EQ(refused(host_ + "/api.yaml", false),
              host_ + "/api.yaml: is on another host: --allow-remote-refs lets it be fetched\n");
    EXPECT_TRUE(library_.asked().empty());
}

// JSON and YAML, relative to where each lies, round in a circle; nothing twice.
TEST_F(Remote, IsFetchedOnce) {
    library_.hold(
        {{"/a/thing.yaml",
          "type: object\nproperties: {part: {$ref: '../b/part.json#/part'}, like: {$ref: "
          "thing.yaml}}\n"},
         {"/b/part.json", R"({"part": {"type": "integer", "not": {"$ref": "/a/thing.yaml"}}})"}});
    const std::string file = write("{$ref: '" + host_ + "/a/thing.yaml'}");
    EXPECT_THAT(told(file, R"({"part": 1, "like": {}})"), testing::HasSubstr(" 201 "));
    const std::string answer = told(file, R"({"like": {"part": "x"}})");
    EXPECT_THAT(answer, testing::HasSubstr(" 400 "));
    EXPECT_THAT(answer, testing::HasSubstr("/like/part"));
    EXPECT_EQ(library_.asked(),
              (std::map<std::string, int>{{"/a/thing.yaml", 2}, {"/b/part.json", 2}}));
}

TEST_F(Remote, StartsFromWhereItWasFoundInTheEnd) {
    library_.hold({{"/a/thing.yaml", "{$ref: part.yaml}"}, {"/a/part.yaml", "{type: object}"}});
    const std::string file = write("{$ref: '" + host_ + "/moved/a/thing.yaml'}");
    EXPECT_THAT(told(file, "{}"), testing::HasSubstr(" 201 "));
    EXPECT_THAT(told(file, "1"), testing::HasSubstr(" 400 "));
}

TEST_F(Remote, MayBeTheContractItself) {
    library_.hold({{"/v1/small.yaml?x=.", contract_of("{$ref: thing.json}")},
                   {"/v1/thing.json", R"({"type": "object", "required": ["name"]})"}});
    EXPECT_THAT(told(host_ + "/v1/small.yaml?x=.", R"({"name": "a"})"),
                testing::HasSubstr(" 201 "));
    EXPECT_THAT(told(host_ + "/v1/small.yaml?x=.", "{}"), testing::HasSubstr(" 400 "));
}

// With a certificate of its own, which counts only where the system is told to trust it.
TEST_F(Remote, IsFetchedByTlsFromWhomIsTrusted) {
    const Ended made =
        run("openssl", {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=here", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                        folder_.file("key"), "-out", folder_.file("certificate")});
    if (made.code == 127) GTEST_SKIP() << "there is no openssl";
    ASSERT_EQ(made.code, 0) << made.errors;
    folder_.write("thing.yaml", "{type: object}");
    Running host("sh", {"-c",
                        R"(cd "$0" && exec openssl s_server -accept 127.0.0.1:0 -WWW )"
                        "-key key -cert certificate",
                        folder_.file("")});
    std::string line = host.line();
    while (!line.starts_with("ACCEPT") && !line.empty()) line = host.line();
    const std::string url = "https://127.0.0.1:" + std::to_string(port_in(line)) + "/thing.yaml";
    const std::string file = write("{$ref: '" + url + "'}");
    EXPECT_THAT(refused(file), testing::EndsWith("\n" + url +
                                                 ": cannot be fetched: its certificate is not "
                                                 "trusted\n"));
    ::setenv("SSL_CERT_FILE", folder_.file("certificate").c_str(), 1);
    EXPECT_THAT(told(file, "{}"), testing::HasSubstr(" 201 "));
    ::unsetenv("SSL_CERT_FILE");
}

struct Row {
    const char* name;
    std::string reference;
    std::string expected;  // HOST and FILE stand for what differs
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class RemoteMistake : public Remote, public testing::WithParamInterface<Row> {};

TEST_P(RemoteMistake, IsToldWithItsPlace) {
    library_.hold({{"/page", "<!DOCTYPE html>\n<html></html>\n"},
                   {"/broken.json", "{\n  \"a\": }"},
                   {"/empty", ""},
                   {"/circle.yaml", "a: {$ref: '#/b'}\nb: {$ref: 'circle.yaml#/a'}\n"},
                   {"/type.yaml", "{type: thing}"},
                   {"/to_file.yaml", "{$ref: 'file:///etc/hostname'}"}});
    const auto put = [&](std::string text, const std::string& word, const std::string& by) {
        for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + by.size())) {
            text.replace(at, word.size(), by);
        }
        return text;
    };
    const std::string contract = std::string(
        "openapi: 3.1.0\npaths:\n  /a:\n    get:\n"
        "      parameters: [{$ref: 'REFERENCE'}]\n"
        "      responses: {'200': {description: ok}}\n");
    const std::string file = folder_.write(
        "api.yaml", put(put(contract, "REFERENCE", GetParam().reference), "HOST", host_));
    EXPECT_EQ(put(put(refused(file), host_, "HOST"), file, "FILE"), GetParam().expected);
}

const std::string at = " (/paths/~1a/get/parameters/0/$ref)\n";

const Row rows[] = {
    {"none_there", "HOST/none.yaml",
     "FILE:5:27: \"HOST/none.yaml\" leads to HOST/none.yaml, which cannot be fetched: 404 Not "
     "Found" +
         at},
    {"nobody_listens", "http://127.0.0.1:1/a.yaml",
     "FILE:5:27: \"http://127.0.0.1:1/a.yaml\" leads to http://127.0.0.1:1/a.yaml, which cannot "
     "be fetched: cannot connect" +
         at},
    {"not_a_document", "HOST/page",
     "FILE:5:27: \"HOST/page\" leads to HOST/page, which is a text, and neither JSON nor YAML" +
         at},
    {"broken", "HOST/broken.json",
     "HOST/broken.json:2:8: is not JSON: expected a value, found '}'\n"},
    {"empty", "HOST/empty", "FILE:5:27: \"HOST/empty\" leads to HOST/empty, which is empty" + at},
    {"leads_nowhere", "HOST/type.yaml#/none",
     "FILE:5:27: \"HOST/type.yaml#/none\" leads nowhere" + at},
    {"circle", "HOST/circle.yaml#/a",
     "HOST/circle.yaml:1:11: \"#/b\" leads round in a circle (/a/$ref)\n"},
    {"back_to_this_machine", "HOST/to_file.yaml",
     "HOST/to_file.yaml:1:8: \"file:///etc/hostname\" leads from another host to a file of this "
     "machine (/$ref)\n"},
    {"another_scheme", "ftp://example.com/a.yaml",
     "FILE:5:27: \"ftp://example.com/a.yaml\" leads to another host, and only http: and https: can "
     "be fetched" +
         at},
};

INSTANTIATE_TEST_SUITE_P(Remote, RemoteMistake, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

}  // namespace

}  // namespace standin::cli
