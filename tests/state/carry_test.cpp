// What becomes of a world when its contract is loaded anew: one change of the contract a row.
#include "mock/state/carry.h"

#include <functional>

#include "mock/core/json.h"
#include "mock/state/draft.h"
#include "tests/state/inhabitant.h"
#include "tests/state/library.h"

namespace standin::state {

namespace {

// What a contract says, a word of it changed in each row.
struct Api {
    std::string name = "api";
    std::string scope = "shelf";
    std::string shelf = "{type: object, properties: {name: {type: string}}}";
    std::string book = "{type: object, properties: {id: {type: integer, readOnly: true}}}";
    std::string kind = "books";
    std::string shelves = "shelves: {key: name}";
    std::string books = "books: {key: id}";
};

std::string text_of(const Api& api) {
    const std::string below = "/shelves/{" + api.scope + "}/" + api.kind;
    return "openapi: 3.1.0\npaths:\n" + paths_of("/shelves", "Shelf", "get post") +
           paths_of("/shelves/{" + api.scope + "}", "Shelf", "get") +
           paths_of(below, "Book", "get post") + paths_of(below + "/{id}", "Book", "get") +
           "components:\n  schemas:\n    Shelf: " + api.shelf + "\n    Book: " + api.book +
           "\nx-standin:\n  name: " + api.name + "\n  resources: {" + api.shelves + ", " +
           api.books + "}\n";
}

Inhabitant inhabitant_of(const Api& api) {
    return Inhabitant({contract::load_contract_text("api.yaml", text_of(api))});
}

// Two shelves, and books that were put on them in turn.
World filled(const Inhabitant& inhabitant) {
    World world(0, "default", Clock::fixed());
    world.environments[inhabitant.contracts().front().get()]["KEY"] = "k";
    for (const char* shelf : {"z", "a"}) {
        inhabitant.ask(world, "POST /shelves", std::string(R"({"name":")") + shelf + "\"}");
    }
    for (const char* shelf : {"z", "a", "z"}) {
        inhabitant.ask(world, std::string("POST /shelves/") + shelf + "/books", R"({"title":"t"})");
    }
    return world;
}

std::string told(const Carried& carried) {
    std::string text = std::to_string(carried.kept) + " kept";
    for (const auto& [why, count] : carried.dropped) {
        text += '\n' + std::to_string(count) + ' ' + why;
    }
    return text;
}

constexpr const char* shelves_kept = R"("shelves":[{"items":[{"name":"z"},{"name":"a"}]}])";

std::string books_in(const std::string& scope, const std::string& key = "id") {
    const auto group = [&](const std::string& shelf, const std::string& id) {
        return R"({"scope":{")" + scope + R"(":")" + shelf + R"("},"items":[{"title":"t",")" + key +
               R"(":)" + id + "}]}";
    };
    return R"("books":[)" + group("z", "1") + ',' + group("a", "2") + ',' + group("z", "3") + ']';
}

std::string state(const std::string& resources,
                  const std::string& generated = R"({"api/books#":3})") {
    return R"([{"contract":"api","environment":{"KEY":"k"},"generated":)" + generated +
           R"(,"resources":{)" + resources + "}}]";
}

struct Row {
    const char* name;
    std::function<void(Api&)> change;
    std::string told;
    std::string state;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.name;
}

class Carry : public testing::TestWithParam<Row> {};

TEST_P(Carry, KeepsWhatTheContractAllows) {
    const Inhabitant before = inhabitant_of({});
    Api changed;
    GetParam().change(changed);
    const Inhabitant after = inhabitant_of(changed);
    const World world = filled(before);
    Carried carried;
    Carrier carrier(before.contracts(), after.contracts(), {});
    const World made = carrier.carry(world, carried);
    EXPECT_EQ(told(carried), GetParam().told);
    EXPECT_EQ(after.exported(made), GetParam().state);
}

const std::string everything = std::string(shelves_kept) + ',' + books_in("shelf");

const Row rows[] = {
    {"nothing", [](Api&) {}, "5 kept", state(everything)},
    {"a_member_more",
     [](Api& api) { api.shelf = "{type: object, properties: {name: {}, size: {}}}"; }, "5 kept",
     state(everything)},
    {"another_name_of_the_contract", [](Api& api) { api.name = "another"; }, "0 kept",
     R"([{"contract":"another","environment":{},"generated":{},"resources":{}}])"},
    {"another_name_of_a_kind",
     [](Api& api) {
         api.kind = "volumes";
         api.books = "volumes: {key: id}";
     },
     "2 kept\n3 of api/books: there is no such kind any more", state(shelves_kept, "{}")},
    {"another_name_of_a_parameter", [](Api& api) { api.scope = "place"; }, "5 kept",
     state(std::string(shelves_kept) + ',' + books_in("place"))},
    {"another_key", [](Api& api) { api.books = "books: {key: isbn}"; },
     "2 kept\n3 of api/books: its key \"isbn\" is missing", state(shelves_kept)},
    {"a_key_that_is_not_unique", [](Api& api) { api.books = "books: {key: title}"; },
     "4 kept\n1 of api/books: another one has the same key, or what must be unique",
     state(std::string(shelves_kept) +
           R"(,"books":[{"scope":{"shelf":"z"},"items":[{"title":"t","id":1}]},)"
           R"({"scope":{"shelf":"a"},"items":[{"title":"t","id":2}]}])")},
    {"values_that_must_be_unique",
     [](Api& api) { api.books = "books: {key: id, unique: [{members: [title]}]}"; },
     "4 kept\n1 of api/books: another one has the same key, or what must be unique",
     state(std::string(shelves_kept) +
           R"(,"books":[{"scope":{"shelf":"z"},"items":[{"title":"t","id":1}]},)"
           R"({"scope":{"shelf":"a"},"items":[{"title":"t","id":2}]}])")},
    {"a_schema_that_asks_for_more",
     [](Api& api) { api.book = "{type: object, required: [author]}"; },
     "2 kept\n3 of api/books: breaks the contract's schema of \"books\": required (/author)",
     state(shelves_kept)},
};

INSTANTIATE_TEST_SUITE_P(State, Carry, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

// The API itself made it so: a reload must not take it away.
TEST(Carrying, KeepsWhatDidNotFitBeforeEither) {
    Api strict;
    strict.book = "{type: object, required: [author]}";
    const Inhabitant before = inhabitant_of(strict);
    const Inhabitant after = inhabitant_of(strict);
    const contract::Contract& contract = *before.contracts().front();
    const contract::Resource& books = *contract.find_resource("books");
    JsonFault fault;
    const auto book = read_json(R"({"id":1})", fault);
    Draft draft;
    draft.start(book->root());
    World world(0, "default", Clock::fixed());
    world.store.table(contract, books.index).add({"z"}, draft.finish(contract, books, 0));
    Carried carried;
    World made = Carrier(before.contracts(), after.contracts(), {}).carry(world, carried);
    EXPECT_EQ(told(carried), "1 kept");
    EXPECT_EQ(after.ask(made, "GET /shelves/z/books"), R"([{"id":1}])");
}

TEST(Carrying, GoesOnWithIdsOrderAndClock) {
    const Inhabitant before = inhabitant_of({});
    const Inhabitant after = inhabitant_of({});
    World world = filled(before);
    world.clock.advance(std::chrono::hours(1));
    Carried carried;
    World made = Carrier(before.contracts(), after.contracts(), {}).carry(world, carried);
    EXPECT_EQ(made.clock.now(), world.clock.now());
    EXPECT_EQ(after.ask(made, "POST /shelves/a/books", R"({"title":"u"})"),
              R"({"id":4,"title":"u"})");
    EXPECT_EQ(after.ask(made, "GET /shelves/a/books"),
              R"([{"id":2,"title":"t"},{"id":4,"title":"u"}])");
    EXPECT_EQ(before.ask(world, "GET /shelves/a/books"), R"([{"id":2,"title":"t"}])");
}

// Snapshots share most of what they hold, and share it again.
TEST(Carrying, SharesWhatWorldsShare) {
    const Inhabitant before = inhabitant_of({});
    Api changed;
    changed.shelf = "{type: object, properties: {name: {}}, additionalProperties: false}";
    const Inhabitant after = inhabitant_of(changed);
    const World world = filled(before);
    const World copy = world;
    Carrier carrier(before.contracts(), after.contracts(), {});
    Carried carried;
    const auto items = [&](const World& made) {
        std::vector<const Item*> all;
        for (const Table& table : *made.store.find(*after.contracts().front())) {
            table.items().visit(0, [&](const auto& entry) {
                all.push_back(entry.value.get());
                return true;
            });
        }
        return all;
    };
    const World first = carrier.carry(world, carried);
    const World second = carrier.carry(copy, carried);
    EXPECT_EQ(items(first), items(second));
    EXPECT_EQ(items(first).size(), 5u);
}

// What was there is as it was left; what was not begins.
TEST(Carrying, BeginsKindsThatWereNotThere) {
    const Inhabitant before = inhabitant_of({});
    Api changed;
    changed.kind = "volumes";
    changed.books = "volumes: {key: id}";
    const Inhabitant after = inhabitant_of(changed);
    const auto fixtures = contract::read_fixture_list(
        contract::read_source_text("f.yaml",
                                   "contract: api\nenvironment: {KEY: other}\nresources:\n"
                                   "  shelves: [{items: [{name: another}]}]\n"
                                   "  volumes: [{scope: {shelf: z}, items: [{id: 7}]}]\n"),
        after.contracts());
    Carried carried;
    Carrier carrier(before.contracts(), after.contracts(), fixtures);
    const World made = carrier.carry(filled(before), carried);
    EXPECT_EQ(after.exported(made),
              state(std::string(shelves_kept) +
                        R"(,"volumes":[{"scope":{"shelf":"z"},"items":[{"id":7}]}])",
                    "{}"));
}

}  // namespace

}  // namespace standin::state
