// What is stored: one piece of memory, and a text that is made when somebody asks for it.
#include "mock/state/item.h"

#include <thread>

#include "mock/core/json.h"
#include "tests/state/library.h"

namespace standin::state {

namespace {

class ItemTest : public testing::Test {
  protected:
    const std::shared_ptr<const contract::Contract> contract_ = contract::load_contract_text(
        "api.yaml", api(paths_of("/things", "T", "get post") + paths_of("/things/{id}", "T", "get"),
                        R"(    T:
      type: object
      properties: {id: {type: string}, pin: {type: string, writeOnly: true}, n: {type: array}}
)",
                        "  unknown_members: keep\n"));

    ItemPointer item_of(std::string_view json, uint64_t ordinal = 0) const {
        JsonFault fault;
        const auto document = read_json(json, fault);  // gone when the item is used
        return make_item(document->root(), {*contract_, contract_->resources.front()}, ordinal);
    }
};

TEST_F(ItemTest, IsACopyOfEveryKindOfValue) {
    const std::string json =
        R"({"n":[1,[],{"a":{}},true,null,-1.50e3,"x"],"pin":"1234","id":"k","more":"\u00e9\n"})";
    const ItemPointer item = item_of(json, 7);
    EXPECT_EQ(to_json(item->value()),
              "{\"n\":[1,[],{\"a\":{}},true,null,-1.50e3,\"x\"],\"pin\":\"1234\",\"id\":\"k\","
              "\"more\":\"\u00e9\\n\"}");
    EXPECT_EQ(item->ordinal(), 7u);
    EXPECT_EQ(item->key(), "k");
}

TEST_F(ItemTest, KeysAreTextsAndNumbers) {
    EXPECT_EQ(item_of(R"({"id":12.50})")->key(), "12.50");
    EXPECT_EQ(item_of(R"({"id":null})")->key(), "");
    EXPECT_EQ(item_of(R"({})")->key(), "");
}

TEST_F(ItemTest, ItsDocumentOutlivesWhoeverHoldsTheItem) {
    ItemPointer item = item_of(R"({"id":"k"})");
    const auto document = document_of(std::move(item));
    EXPECT_EQ(to_json(document->root()), R"({"id":"k"})");
}

TEST_F(ItemTest, ManyWhoAskForItsTextGetTheSame) {
    for (int round = 0; round < 50; ++round) {
        const ItemPointer item = item_of(R"({"n":[1],"pin":"1234","id":"k"})");
        std::string_view told[4];
        std::vector<std::thread> threads;
        for (auto& each : told) threads.emplace_back([&] { each = item->shown(); });
        for (std::thread& thread : threads) thread.join();
        for (const auto& each : told) {
            EXPECT_EQ(each, R"({"id":"k","n":[1]})");
            EXPECT_EQ(each.data(), told[0].data());
        }
    }
}

}  // namespace

}  // namespace standin::state
