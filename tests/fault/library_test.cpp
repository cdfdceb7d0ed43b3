// Folders of plans, the examples of the plans' README, and the plans that come with the mock.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "tests/fault/ask.h"

namespace standin::fault {

namespace {

namespace fs = std::filesystem;

const std::string root = STANDIN_SOURCE_DIR;
const std::string shipped = root + "/fixtures/faults";

// A folder of its own for each test, gone afterwards.
class Folder : public testing::Test {
  protected:
    Folder()
        : path_(fs::path(testing::TempDir()) /
                ("folder_" +
                 std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
        fs::create_directories(path_);
    }
    ~Folder() override { fs::remove_all(path_); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
    }
    std::string file(const std::string& name) const { return (path_ / name).string(); }

    const fs::path path_;
};

TEST_F(Folder, IsReadInTheOrderOfNames) {
    write("b.yaml", "name: second\nrules: [{name: r, delay: 1}]");
    write("c.yml", "name: third\nrules: [{name: q, delay: 1}, {name: r, delay: 2}]");
    write("a.json", R"({"name": "first", "rules": [{"name": "s", "delay": 1}]})");
    write("README.md", "not a plan");
    const Library library = Library::read({path_.string()}, contracts());
    std::string names;
    for (const auto& plan : library.plans()) names += plan->name + ' ';
    EXPECT_EQ(names, "first second third ");
    EXPECT_EQ(library.find("third")->rules.size(), 2U);
    EXPECT_FALSE(library.find("fourth"));
    EXPECT_EQ(library.find_rule("q")->plan, "third");
    EXPECT_EQ(library.find_rule("r")->plan, "second");
    EXPECT_EQ(library.find_rule("first")->name, "s");
    EXPECT_FALSE(library.find_rule("third"));
}

TEST_F(Folder, TellsEveryMistake) {
    write("a.yaml", "name: p\nrules: [{name: r, delay: 1}]");
    write("b.yaml", "name: p\nrules: [{name: s, delay: 1}]");
    write("c.yaml", "name: q\nrules: [{name: s}]");
    EXPECT_EQ(mistakes_of([&] { Library::read({path_.string()}, contracts()); }),
              file("b.yaml") + ":1:7: plan \"p\" is in " + file("a.yaml") + " already (/name)\n" +
                  file("c.yaml") +
                  ":2:16: \"name\" does nothing: it has none of \"delay\", "
                  "\"chunkedDribbleDelay\", \"bandwidth\", \"wire\", \"answer\", \"quota\", "
                  "\"breaks\" (/rules/0/name)");
}

TEST_F(Folder, ThatIsNotThereHoldsNothing) {
    EXPECT_TRUE(Library::read({file("nowhere")}, contracts()).plans().empty());
}

TEST_F(Folder, ThatIsReadLaterIsReadWhenAPlanIsAskedFor) {
    fs::create_directories(path_ / "own");
    write("a.yaml", "name: a\nrules: [{name: r, delay: 1}]");
    write("b.yaml", "rules: 5");
    write("own/a.yaml", "name: a\nrules: [{name: q, delay: 2}]");
    const Library library = Library::read_later(path_.string(), {file("own")}, contracts());
    EXPECT_EQ(library.find("a")->rules[0].name, "q") << "of the folder that was read";
    EXPECT_NE(mistakes_of([&] { library.plans(); }), "");
    write("b.yaml", "name: b\nrules: [{name: r, delay: 3}]");
    EXPECT_EQ(library.find_rule("r")->plan, "b");
    EXPECT_EQ(library.plans().size(), 2U);
    fs::remove(path_ / "b.yaml");
    EXPECT_TRUE(library.find("b")) << "read once";
}

TEST_F(Folder, ThatIsLaterGoesBeforeAnEarlierOne) {
    fs::create_directories(path_ / "later");
    write("a.yaml", "name: a\nrules: [{name: r, delay: 1}]");
    write("b.yaml", "name: b\nrules: [{name: q, delay: 1}, {name: gone, delay: 1}]");
    write("later/b.yaml", "name: b\nrules: [{name: r, delay: 2}]");
    write("later/c.yaml", "name: c\nrules: [{name: q, delay: 3}]");
    const Library library = Library::read({path_.string(), file("later")}, contracts());
    std::string names;
    for (const auto& plan : library.plans()) names += plan->name + ' ';
    EXPECT_EQ(names, "b c a ");
    EXPECT_EQ(library.find("b")->source.file, file("later/b.yaml"));
    EXPECT_EQ(library.find_rule("r")->plan, "b");
    EXPECT_EQ(library.find_rule("q")->plan, "c");
    EXPECT_EQ(library.find_rule("a")->plan, "a");
    EXPECT_FALSE(library.find_rule("gone"));
}

// A rule keeps its plan alive.
TEST(Rule, OutlivesItsLibrary) {
    std::shared_ptr<const Rule> rule;
    {
        const Library library = Library::read({shipped}, contracts());
        rule = library.find_rule("lost-answer");
    }
    ASSERT_TRUE(rule);
    EXPECT_EQ(rule->name, "first-answer-is-lost");
}

// What stands between "```yaml" and "```".
std::vector<std::string> blocks_of(const std::string& file) {
    std::ifstream text(file);
    std::vector<std::string> blocks;
    bool inside = false;
    for (std::string line; std::getline(text, line);) {
        if (line == "```yaml") {
            blocks.emplace_back();
            inside = true;
        } else if (line == "```") {
            inside = false;
        } else if (inside) {
            blocks.back() += line + '\n';
        }
    }
    return blocks;
}

class Example : public testing::TestWithParam<std::string> {};

TEST_P(Example, IsAPlan) {
    EXPECT_EQ(mistakes_of([] { plan_of(GetParam()); }), "");
}

INSTANTIATE_TEST_SUITE_P(Readme, Example, testing::ValuesIn(blocks_of(shipped + "/README.md")));
INSTANTIATE_TEST_SUITE_P(Guide, Example,
                         testing::ValuesIn(blocks_of(root + "/mock/fault/CREATING_A_FAULT.md")));

// The mistake that the guide shows is the one that is told.
TEST(Guide, ShowsWhatIsTold) {
    const std::string file = root + "/mock/fault/CREATING_A_FAULT.md";
    std::ifstream stream(file);
    const std::string guide((std::istreambuf_iterator<char>(stream)), {});
    std::string plan = blocks_of(file).at(0);
    plan.replace(plan.find("nth: 1"), 6, "nth: 0");
    const std::string told = mistakes_of([&] {
        read_plan(contract::read_source_text("duplicate-on-retry.yaml", plan), contracts());
    });
    EXPECT_NE(told, "");
    EXPECT_NE(guide.find("```\n" + told + "\n```"), std::string::npos) << told;
}

void add_names(const Value& schema, std::set<std::string>& names) {
    for (const Member& member : schema.members()) {
        if (member.name == "properties") {
            for (const Member& property : member.value.members()) {
                names.emplace(property.name);
            }
        }
        if (member.value.is(Kind::object)) add_names(member.value, names);
    }
}

// Every member that a plan may have is shown.
TEST(Readme, NamesEveryMember) {
    std::ifstream stream(shipped + "/README.md");
    const std::string readme((std::istreambuf_iterator<char>(stream)), {});
    std::set<std::string> names;
    add_names(contract::read_source(root + "/contracts/fault-plan.schema.json").root(), names);
    EXPECT_GT(names.size(), 30U);
    for (const std::string& name : names) {
        const bool shown =
            readme.find(name + ':') != readme.npos || readme.find('`' + name + '`') != readme.npos;
        EXPECT_TRUE(shown) << name;
    }
}

Contracts shipped_contracts() {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(root + "/contracts")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    Contracts loaded;
    for (const std::string& file : files) loaded.push_back(contract::load_contract(file));
    return loaded;
}

TEST(Shipped, PlansAreForTheShippedContracts) {
    const Contracts loaded = shipped_contracts();
    ASSERT_GE(loaded.size(), 4U);
    const Library library = Library::read({shipped}, loaded);
    std::string names;
    for (const auto& plan : library.plans()) {
        names += plan->name + ' ';
        EXPECT_EQ(fs::path(plan->source.file).stem().string(), plan->name);
        EXPECT_GT(plan->description.size(), 100U) << plan->name;
    }
    EXPECT_EQ(
        names,
        "brown-out cut-off-body flaky-network lost-answer rate-limit schema-drift slow-dribble ");
}

// What a plan does to requests that come a tick apart, one character each: "." answered, "5" 503,
// "4" 429, "x" no whole answer.
std::string run(const std::string& name, size_t requests, uint64_t seed = 1) {
    const auto plan = read_plan(contract::read_source(shipped + '/' + name + ".yaml"), contracts());
    Faults faults = faults_of(plan, seed);
    std::string signs;
    for (size_t i = 0; i < requests; ++i) {
        Decision decision;
        const Instant time = static_cast<Instant>(i) * plan->tick.value_or(milliseconds(0)).count();
        for (const When when : {When::before_checks, When::before_state, When::after_state}) {
            if (!decision.stops()) ask(faults, {.when = when, .time = time}, decision);
        }
        const int status = decision.instead ? decision.instead->status : 200;
        const bool whole = decision.delivery.wire == Wire::none;
        signs += !whole ? 'x' : status == 200 ? '.' : static_cast<char>('0' + status / 100);
    }
    return signs;
}

TEST(Shipped, FlakyNetworkLetsTwoTriesThrough) {
    for (uint64_t seed = 0; seed < 300; ++seed) {
        const std::string signs = run("flaky-network", 120, seed);
        ASSERT_EQ(signs.find("xx"), std::string::npos) << seed << ": " << signs;
        ASSERT_NE(signs.find("x"), std::string::npos) << seed;
    }
}

TEST(Shipped, CutOffBodyCutsEverySecond) {
    EXPECT_EQ(run("cut-off-body", 6), ".x.x.x");
}

TEST(Shipped, BrownOutRecovers) {
    EXPECT_EQ(run("brown-out", 16), ".....55555......");
}

TEST(Shipped, RateLimitRefusesNobodyTwice) {
    EXPECT_EQ(run("rate-limit", 18), ".....4.....4.....4");
}

TEST(Shipped, SlowDribbleFailsNothing) {
    EXPECT_EQ(run("slow-dribble", 5), ".....");
}

TEST(Shipped, LostAnswerLosesOne) {
    const auto plan = read_plan(contract::read_source(shipped + "/lost-answer.yaml"), contracts());
    Faults faults = faults_of(plan);
    const Asked post = {
        .when = When::after_state, .request = {"POST", "/books", {}, ""}, .status = 201};
    Asked refused = post;
    refused.status = 409;
    EXPECT_EQ(ask(faults, refused).delivery.wire, Wire::none);
    EXPECT_EQ(ask(faults, post).delivery.wire, Wire::empty_response);
    EXPECT_EQ(ask(faults, post).delivery.wire, Wire::none);
}

TEST(Shipped, SchemaDriftBreaksEverySecondThatSucceeds) {
    const auto plan = read_plan(contract::read_source(shipped + "/schema-drift.yaml"), contracts());
    Faults faults = faults_of(plan);
    std::string signs;
    for (const int status : {200, 404, 200, 500, 206, 200}) {
        const Decision decision = ask(faults, {.when = When::after_state, .status = status});
        signs += decision.breaking ? 'x' : '.';
    }
    EXPECT_EQ(signs, "..x..x");
}

}  // namespace

}  // namespace standin::fault
