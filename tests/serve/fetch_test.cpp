// Getting documents from another host: what comes, and each way in which nothing does.
#include "mock/serve/fetch.h"

#include <gtest/gtest.h>

#include "tests/serve/wire.h"

namespace standin::serve {
namespace {

// A host with a document, and many ways not to give it.
class Host : public Handler {
  public:
    Answer answer(http::Request request) override {
        const std::string& target = request.target;
        if (target == "/document?v=1") return {{200, {}, "a: 1\n"}};
        if (target == "/a,b:c;d?e='f'") return {{200, {}, "as it is"}};
        if (target == "/cut") return {{200, {}, "a: 1\n"}, {.wire = fault::Wire::truncated_body}};
        if (target == "/silent") return {{200, {}, ""}, {.wire = fault::Wire::timeout}};
        if (target == "/slow") {
            using namespace std::chrono_literals;
            return {{200, {}, "abcdef"}, {.pieces = 6, .duration = 3s}};
        }
        if (target == "/away") return moved("ftp://example.com/a");
        if (target == "/nowhere") return {{302, {}, ""}};
        if (target == "/relative/moved") return moved("../document?v=1#a");
        if (target.starts_with("/hops/")) {
            const int left = std::stoi(target.substr(6));
            return left == 0 ? Answer{{200, {}, "arrived"}} : moved(std::to_string(left - 1));
        }
        return {{404, {}, "none"}};
    }
    Answer refuse(const http::Request&, int status, std::string_view) override {
        return {{status, {}, ""}};
    }

  private:
    static Answer moved(const std::string& to) { return {{302, {{"Location", to}}, ""}}; }
};

struct Row {
    const char* name;
    std::string target;
    std::string url;  // of what is got
    std::string text;
    std::string mistake;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Fetch : public testing::TestWithParam<Row> {
  protected:
    Host host_;
    RunningServer server_{host_, {}};
};

TEST_P(Fetch, GivesATextOrAMistake) {
    using namespace std::chrono_literals;
    const std::string base = "http://127.0.0.1:" + std::to_string(server_.port());
    const auto fetched = fetch(base + GetParam().target, {.silence = 1s, .whole = 2s, .bytes = 8});
    EXPECT_EQ(fetched.mistake, GetParam().mistake);
    EXPECT_EQ(fetched.text, GetParam().text);
    EXPECT_EQ(fetched.url, GetParam().url.empty() ? "" : base + GetParam().url);
}

const Row rows[] = {
    {"a_document", "/document?v=1", "/document?v=1", "a: 1\n", ""},
    {"none_there", "/document", "", "", "404 Not Found"},
    {"all_that_urls_may_hold", "/a,b:c;d?e='f'", "/a,b:c;d?e='f'", "as it is", ""},
    {"moved", "/relative/moved", "/document?v=1", "a: 1\n", ""},
    {"moved_often", "/hops/5", "/hops/0", "arrived", ""},
    {"moved_too_often", "/hops/6", "", "", "more than 5 redirections"},
    {"moved_away", "/away", "", "", "302 Found to \"ftp://example.com/a\""},
    {"moved_nowhere", "/nowhere", "", "", "302 Found to \"\""},
    {"cut", "/cut", "", "", "no whole answer came, or none within 1 s"},
    {"silent", "/silent", "", "", "no whole answer came, or none within 1 s"},
    {"slow", "/slow", "", "", "took longer than 2 s"},
};

INSTANTIATE_TEST_SUITE_P(Document, Fetch, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

class FetchElsewhere : public testing::Test {
  protected:
    Host host_;
    RunningServer server_{host_, {}};
    const std::string at_ = "://127.0.0.1:" + std::to_string(server_.port());
};

TEST_F(FetchElsewhere, IsBounded) {
    const auto fetched = fetch("http" + at_ + "/document?v=1", {.bytes = 4});
    EXPECT_EQ(fetched.mistake, "is larger than 4 bytes");
    EXPECT_EQ(fetch("http" + at_ + "/document?v=1", {.bytes = 5}).mistake, "");
}

TEST_F(FetchElsewhere, NeedsSomebodyWhoListens) {
    server_.finish();
    EXPECT_EQ(fetch("http" + at_ + "/").mistake, "cannot connect");
}

TEST_F(FetchElsewhere, NeedsTls) {
    EXPECT_EQ(fetch("https" + at_ + "/").mistake, "no TLS connection can be made");
}

TEST(FetchOfNoUrl, IsAMistake) {
    EXPECT_NE(fetch("http://").mistake, "");
    EXPECT_NE(fetch("http://127.0.0.1:99999999999/").mistake, "");
}

}  // namespace
}  // namespace standin::serve
