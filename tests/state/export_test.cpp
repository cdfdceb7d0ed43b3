// What a world tells of itself, and that it can be begun again with it.
#include "mock/state/export.h"

#include <algorithm>
#include <filesystem>

#include "tests/state/inhabitant.h"
#include "tests/state/library.h"

namespace standin::state {

namespace {

const std::string document =
    api(paths_of("/shelves", "Shelf", "get post") + paths_of("/shelves/{shelf}", "Shelf", "get") +
            paths_of("/shelves/{shelf}/books", "Book", "get post") +
            paths_of("/shelves/{shelf}/books/{id}", "Book", "get delete"),
        R"(
    Shelf: {type: object, properties: {name: {type: string}}}
    Book:
      type: object
      properties:
        id: {type: integer, readOnly: true}
        secret: {type: string, x-standin: {redact: {mask: "***"}}}
)",
        "  resources: {shelves: {key: name}, books: {key: id}}\n");

Inhabitant library() {
    return Inhabitant({contract::load_contract_text("api.yaml", document)});
}

TEST(Export, OfAnEmptyWorldIsAFixture) {
    const Inhabitant inhabitant = library();
    EXPECT_EQ(inhabitant.exported(World(0, "default", Clock::fixed())),
              R"([{"contract":"api","environment":{},"generated":{},"resources":{}}])");
}

TEST(Export, TellsItemsInTheOrderOfCreationOverAllScopes) {
    const Inhabitant inhabitant = library();
    World world(0, "default", Clock::fixed());
    world.environments[inhabitant.contracts().front().get()]["KEY"] = "k";
    for (const char* shelf : {"z", "a", "a", "z"}) {
        inhabitant.ask(world, std::string("POST /shelves/") + shelf + "/books",
                       R"({"secret":"not-a-real-one"})");
    }
    inhabitant.ask(world, "DELETE /shelves/a/books/2");
    EXPECT_EQ(inhabitant.exported(world),
              R"([{"contract":"api","environment":{"KEY":"k"},"generated":{"api/books#":4},)"
              R"("resources":{"books":[)"
              R"({"scope":{"shelf":"z"},"items":[{"secret":"not-a-real-one","id":1}]},)"
              R"({"scope":{"shelf":"a"},"items":[{"secret":"not-a-real-one","id":3}]},)"
              R"({"scope":{"shelf":"z"},"items":[{"secret":"not-a-real-one","id":4}]}]}}])");
}

TEST(Export, ComesBackInTheSameOrder) {
    const Inhabitant inhabitant = library();
    World world(0, "default", Clock::fixed());
    for (const char* shelf : {"b", "a", "b", "a", "a"}) {
        inhabitant.ask(world, std::string("POST /shelves/") + shelf + "/books", "{}");
    }
    inhabitant.ask(world, "POST /shelves", R"({"name":"b"})");
    const std::string text = inhabitant.exported(world);
    EXPECT_EQ(inhabitant.exported(inhabitant.imported(text)), text);
}

TEST(Export, WithKeysOfAnyNumberComesBack) {
    const Inhabitant inhabitant({contract::load_contract_text(
        "api.yaml", api(paths_of("/things", "T", "get post") + paths_of("/things/{id}", "T", "get"),
                        "    T: {type: object}\n", "  resources: {things: {key: id}}\n"))});
    World world(0, "default", Clock::fixed());
    inhabitant.ask(world, "POST /things", R"({"id":1.5})");
    inhabitant.ask(world, "POST /things", R"({"id":1e3})");
    const std::string text = inhabitant.exported(world);
    EXPECT_EQ(inhabitant.exported(inhabitant.imported(text)), text);
    EXPECT_NE(text.find(R"([{"id":1.5},{"id":1e3}])"), text.npos);
}

// Of every shipped contract, with its fixtures and more.
class Shipped : public testing::Test {
  protected:
    static Contracts contracts() {
        std::vector<std::string> files;
        for (const auto& entry : std::filesystem::directory_iterator(source_ + "/contracts")) {
            if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
        }
        std::sort(files.begin(), files.end());
        Contracts loaded;
        for (const std::string& file : files) loaded.push_back(contract::load_contract(file));
        return loaded;
    }

    Shipped() {
        const auto fixtures = read_fixtures(source_ + "/fixtures", inhabitant_.contracts());
        for (const auto& each : fixtures.files) seed(world_, each);
    }

    // What is made, one of each kind that can be.
    std::vector<std::string> make_more(World& world, const std::string& mark) const {
        const std::string account = "/client/v4/accounts/3ebbcb006d4d46d7bb6a8c7f14676cb0";
        const auto ask = [&](const std::string& path, const std::string& body) {
            return inhabitant_.ask(world, "POST " + path, body);
        };
        return {
            ask("/api/providers", R"({"provider":"own-)" + mark +
                                      R"(","custom_provider_config":{"base_provider_type":)"
                                      R"("openai"}})"),
            ask("/api/providers/openai/keys",
                R"({"name":")" + mark + R"(","value":"not-a-real-key-0042"})"),
            ask("/api/providers/own-" + mark + "/keys",
                R"({"name":"own-)" + mark + R"(","value":"env.OPENAI_API_KEY"})"),
            ask(account + "/ai-gateway/gateways/other/provider_configs",
                R"({"alias":")" + mark +
                    R"(","default_config":false,"provider_slug":"openai",)"
                    R"("secret":"not-a-real-openai-key-0009","secret_id":"a9"})"),
            ask(account + "/ai-search/tokens",
                R"({"cf_api_id":"search-token-)" + mark +
                    R"(","cf_api_key":"not-a-real-key","name":"N"})"),
            ask("/access-key-configurations",
                R"({"name":"n","router":{"rules":[{"steps":[{"type":"user","keys":[)"
                R"({"name":"long","value":"not-a-real-key-15"}]}]}]}})"),
        };
    }

    static inline const std::string source_ = STANDIN_SOURCE_DIR;
    const Inhabitant inhabitant_{contracts()};
    World world_{0, "default", Clock::fixed()};
};

TEST_F(Shipped, ComesBackWithTheSameBytes) {
    const std::string fresh = inhabitant_.exported(world_);
    EXPECT_EQ(inhabitant_.exported(inhabitant_.imported(fresh)), fresh);
    make_more(world_, "first");
    make_more(world_, "second");
    const std::string text = inhabitant_.exported(world_);
    EXPECT_NE(text, fresh);
    EXPECT_EQ(inhabitant_.exported(inhabitant_.imported(text)), text);
}

TEST_F(Shipped, GoesOnWhereItWas) {
    make_more(world_, "first");
    World back = inhabitant_.imported(inhabitant_.exported(world_));
    const auto made = make_more(world_, "second");
    EXPECT_EQ(make_more(back, "second"), made);
    for (size_t i = 0; i < made.size(); ++i) EXPECT_EQ(made[i].substr(0, 1), "{") << "of " << i;
    EXPECT_EQ(inhabitant_.exported(back), inhabitant_.exported(world_));
    EXPECT_FALSE(world_.maker.generated().empty());
}

}  // namespace

}  // namespace standin::state
