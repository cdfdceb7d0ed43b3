// What a request may ask for itself.
#include "mock/fault/preferred.h"

#include <filesystem>
#include <fstream>

#include "tests/fault/ask.h"

namespace standin::fault {

namespace {

class Wish : public testing::Test {
  protected:
    Wish() : faults_(faults_of(plan_of("name: p\nrules: [{name: in-force, delay: 1}]"))) {
        namespace fs = std::filesystem;
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        const fs::path folder =
            fs::path(testing::TempDir()) / ("wish_" + std::string(test->name()));
        fs::create_directories(folder);
        std::ofstream(folder / "a.yaml") << "name: one\nrules: [{name: kept, delay: 2}]\n";
        std::ofstream(folder / "b.yaml") << "name: two\nrules: [{name: b, delay: 3}, "
                                            "{name: in-force, delay: 4}]\n";
        library_ = Library::read({folder.string()}, contracts());
        fs::remove_all(folder);
    }

    Preferred preferred_of(const std::string& field) const {
        return preferred(http::Preferences({{"Prefer", field}}), faults_, library_);
    }

    // The only rule that is asked for.
    std::shared_ptr<const Rule> rule_of(const std::string& field) const {
        const Preferred wanted = preferred_of(field);
        EXPECT_EQ(wanted.mistake, "");
        return wanted.rules.size() == 1 ? wanted.rules[0] : nullptr;
    }

    Faults faults_;
    Library library_;
};

TEST_F(Wish, OfNothingWeKnowIsIgnored) {
    const Preferred wanted = preferred_of("respond-async, wait=10, example=a");
    EXPECT_TRUE(wanted.rules.empty());
    EXPECT_EQ(wanted.mistake, "");
}

TEST_F(Wish, ForACodeIsAnsweredBeforeTheState) {
    const auto rule = rule_of("code=503");
    ASSERT_TRUE(rule && rule->instead);
    EXPECT_EQ(rule->instead->status, 503);
    EXPECT_EQ(rule->when, When::before_state);
}

TEST_F(Wish, ForADelayComesWithAnyAnswer) {
    const auto rule = rule_of("delay=2s");
    ASSERT_TRUE(rule && rule->delay);
    EXPECT_EQ(rule->delay->lower, 2000);
    EXPECT_EQ(rule->when, When::before_checks);
}

TEST_F(Wish, ForAFaultOfTheWireNeedsNoPlan) {
    const auto rule = rule_of("fault=CONNECTION_RESET_BY_PEER");
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->delivery.wire, Wire::connection_reset_by_peer);
    EXPECT_EQ(rule->when, When::before_state);
}

TEST_F(Wish, ForAFaultThatNeedsAnAnswerWaitsForIt) {
    const auto rule = rule_of("fault=TRUNCATED_BODY");
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->when, When::after_state);
}

TEST_F(Wish, ForARuleTakesTheOneInForceFirst) {
    EXPECT_EQ(rule_of("fault=in-force"), faults_.find_rule("in-force"));
    EXPECT_EQ(rule_of("fault=b")->plan, "two");
    EXPECT_EQ(rule_of("fault=kept")->plan, "one");
}

TEST_F(Wish, ForAPlanOfOneRuleTakesThatRule) {
    EXPECT_EQ(rule_of("fault=one")->name, "kept");
}

TEST_F(Wish, MayBeForSeveralThings) {
    const Preferred wanted = preferred_of("fault=timeout, code=429, delay=1");
    std::string names;
    for (const auto& rule : wanted.rules) names += rule->name + ' ';
    EXPECT_EQ(names, "code delay timeout ");
}

TEST_F(Wish, ThatIsWrongIsToldInASentence) {
    const std::string code = "Prefer: code must be three digits from 200 to 599, not \"";
    for (const char* value : {"abc", "", "99", "199", "600", "0503", "+50", "50x"}) {
        const Preferred wanted = preferred_of(std::string("code=") + value + ", delay=1");
        EXPECT_EQ(wanted.mistake, code + value + '"');
        EXPECT_TRUE(wanted.rules.empty());
    }
    const std::string delay =
        "Prefer: delay must be a time of at most 1 h such as 200ms or 2s, not \"";
    for (const char* value : {"soon", "", "-1", "61m", "2 s"}) {
        EXPECT_EQ(preferred_of(std::string("delay=") + value).mistake, delay + value + '"');
    }
    const std::string fault =
        "Prefer: fault must be one of EMPTY_RESPONSE, MALFORMED_RESPONSE_CHUNK, "
        "RANDOM_DATA_THEN_CLOSE, CONNECTION_RESET_BY_PEER, TRUNCATED_BODY, timeout, in-force, one, "
        "kept, b, not \"";
    for (const char* value : {"nope", "", "two", "limit_data", "empty_response"}) {
        EXPECT_EQ(preferred_of(std::string("fault=") + value).mistake, fault + value + '"');
    }
}

}  // namespace

}  // namespace standin::fault
