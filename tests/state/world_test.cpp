// Worlds that are copied: what they share, what they do not, and what a fork generates.
#include <thread>

#include "tests/state/inhabitant.h"
#include "tests/state/library.h"

namespace standin::state {

namespace {

const std::string document =
    api(paths_of("/shelves/{shelf}/books", "Book", "get post") +
            paths_of("/shelves/{shelf}/books/{id}", "Book", "get put delete"),
        "    Book: {type: object, properties: {id: {type: string, readOnly: true}, "
        "title: {type: string}, made: {type: string, format: date-time, readOnly: true}}}\n",
        "  resources: {books: {unique: [{members: [title]}], create: "
        "{id: {$id: {prefix: b_, form: hex, digits: 4}}, n: {$sequence: {start: 1}}}}}\n");

class Copies : public testing::Test {
  protected:
    std::string ask(World& world, const std::string& line, const std::string& body = "") const {
        return inhabitant_.ask(world, line, body);
    }

    const Inhabitant inhabitant_{{contract::load_contract_text("api.yaml", document)}};
    World world_{0, "default", Clock::fixed()};
};

TEST_F(Copies, DoNotSeeEachOthersChanges) {
    ask(world_, "POST /shelves/a/books", R"({"title":"one"})");
    const std::string before = inhabitant_.exported(world_);
    World copy = world_;
    EXPECT_EQ(inhabitant_.exported(copy), before);
    ask(copy, "POST /shelves/a/books", R"({"title":"two"})");
    ask(copy, "DELETE /shelves/a/books/b_d63d");
    ask(copy, "POST /shelves/b/books", R"({"title":"one"})");
    EXPECT_EQ(inhabitant_.exported(world_), before);
    const std::string changed = inhabitant_.exported(copy);
    ask(world_, "PUT /shelves/a/books/b_d63d", R"({"title":"two"})");
    EXPECT_EQ(ask(world_, "POST /shelves/a/books", R"({"title":"two"})"), "duplicate");
    EXPECT_EQ(inhabitant_.exported(copy), changed);
}

TEST_F(Copies, ShareEveryItem) {
    for (int i = 0; i < 100; ++i) {
        ask(world_, "POST /shelves/a/books", R"({"title":")" + std::to_string(i) + "\"}");
    }
    const auto holders = [&](size_t rank) {
        const auto& contract = *inhabitant_.contracts().front();
        return world_.store.table(contract, 0).items().at(rank).value.use_count();
    };
    const long one = holders(40);
    const World copy = world_;
    EXPECT_EQ(holders(40), one);
    ask(world_, "PUT /shelves/a/books/b_none", "{}");
    EXPECT_EQ(holders(40), one);
}

TEST_F(Copies, GoOnWithTheSameValues) {
    ask(world_, "POST /shelves/a/books", R"({"title":"one"})");
    World copy = world_;
    const std::string body = R"({"title":"two"})";
    EXPECT_EQ(ask(copy, "POST /shelves/a/books", body), ask(world_, "POST /shelves/a/books", body));
}

TEST_F(Copies, AForkGoesOnAsAnotherSession) {
    World other(0, "other", Clock::fixed());
    for (World* each : {&world_, &other}) {
        ask(*each, "POST /shelves/a/books", R"({"title":"one"})");
    }
    World fork = world_.fork("other");
    EXPECT_EQ(inhabitant_.exported(fork), inhabitant_.exported(world_));
    const std::string body = R"({"title":"two"})";
    const std::string made = ask(fork, "POST /shelves/a/books", body);
    EXPECT_EQ(made, ask(other, "POST /shelves/a/books", body));
    EXPECT_NE(made, ask(world_, "POST /shelves/a/books", body));
    EXPECT_NE(made.find("\"n\":2"), made.npos);
}

TEST_F(Copies, MayBeChangedInTwoThreads) {
    for (int i = 0; i < 200; ++i) {
        ask(world_, "POST /shelves/a/books", R"({"title":")" + std::to_string(i) + "\"}");
    }
    World copy = world_;
    const auto fill = [&](World& world) {
        for (int i = 200; i < 400; ++i) {
            const World kept = world;
            ask(world, "POST /shelves/a/books", R"({"title":")" + std::to_string(i) + "\"}");
        }
    };
    std::thread other([&] { fill(copy); });
    fill(world_);
    other.join();
    EXPECT_EQ(inhabitant_.exported(copy), inhabitant_.exported(world_));
}

TEST_F(Copies, TimesAreTheExchanges) {
    const Instant noon = Clock::default_instant + 12 * 3'600'000 + 5;
    EXPECT_EQ(inhabitant_.ask(world_, "POST /shelves/a/books", "{}", noon),
              R"({"id":"b_d63d","made":"2025-01-01T12:00:00.005Z","n":1})");
}

TEST_F(Copies, CountsNeverGoBackwards) {
    ask(world_, "POST /shelves/a/books", "{}");
    world_.maker.go_on("api/books#", 0);
    world_.maker.go_on("api/booksb_", 3);
    EXPECT_EQ(world_.maker.generated(), (Generated{{"api/books#", 1}, {"api/booksb_", 3}}));
}

// A collection that has become empty is gone; what comes back into its scope begins anew.
TEST_F(Copies, EmptyScopesAreNotKept) {
    ask(world_, "POST /shelves/a/books", "{}");
    ask(world_, "DELETE /shelves/a/books/b_d63d");
    const Table& table = world_.store.table(*inhabitant_.contracts().front(), 0);
    EXPECT_TRUE(table.collections().empty());
    EXPECT_TRUE(table.items().empty());
    EXPECT_EQ(ask(world_, "GET /shelves/a/books"), "[]");
}

}  // namespace

}  // namespace standin::state
