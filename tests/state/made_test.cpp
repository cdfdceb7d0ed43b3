// Values that the server makes, takes in, and hides.
#include "tests/state/library.h"

namespace standin::state {

namespace {

using engine::Mock;
using engine::MockOptions;

// One collection, "things", with its schema and extension.
std::string things(const std::string& schema, const std::string& extension,
                   const std::string& more = "") {
    return api(paths_of("/things", "T", "get post") +
                   paths_of("/things/{id}", "T", "get put patch delete") + more,
               "    T: " + schema + "\n", extension);
}

TEST(Made, EveryGenerator) {
    Mock mock(things("{type: object, properties: {id: {type: string}}}", R"(
  resources:
    things:
      create:
        id: {$uuid: {}}
        key: {$id: {prefix: key_, form: sortable}}
        hex: {$id: {prefix: h-, form: hex, digits: 8}}
        n: {$sequence: {start: 5}}
        at: {$now: seconds}
        ms: {$now: milliseconds}
        path: $request.path
        of: {$first: [$request.body#/none, $request.body#/name, none]}
        nested: {list: [$request.body#/name, $request.body#/none], all: $stored#/n}
        joined: "{$method} {$request.body#/name}"
        none: "{$request.body#/none}!"
        whole: $stored
)"));
    const std::string times = R"("at":"2025-01-01T00:00:00Z","ms":"2025-01-01T00:00:00.000Z")";
    const std::string first = R"("id":"df1b2787-6ef1-4dd7-88f1-7ab4a7b7c3ee",)";
    const std::string first_made =
        R"("key":"key_2r0IWs8HU7KOcPCGBfbbpWlyJpc","hex":"h-ffc9ff44","n":5,)" + times +
        R"(,"path":"/things","of":"a","nested":{"list":["a",null],"all":5},"joined":"POST a")";
    EXPECT_EQ(mock.ask("POST /things?x=1", R"({"name":"a"})"),
              "200 {" + first + R"("name":"a",)" + first_made + R"(,"whole":{"name":"a",)" + first +
                  first_made + "}}");
    const std::string second =
        R"("id":"1f4e212f-6213-4baa-a033-4a80d16eddb4","key":"key_2r0IWs8HU7MbiYje81eXfOgge1o",)"
        R"("hex":"h-ce84e37f","n":6,)" +
        times + R"(,"path":"/things","of":"none","nested":{"list":[null,null],"all":6})";
    EXPECT_EQ(mock.ask("POST /things", "{}"), "200 {" + second + ",\"whole\":{" + second + "}}");
}

TEST(Made, KeysOfNumbersPassOverThoseThatAreTaken) {
    MockOptions options;
    options.fixture = "contract: api\nresources: {things: [{items: [{id: 1}, {id: 2}]}]}";
    Mock mock(things("{type: object, properties: {id: {type: integer, readOnly: true}}}", ""),
              options);
    EXPECT_EQ(mock.ask("POST /things", "{}"), R"(200 {"id":3})");
    EXPECT_EQ(mock.ask("POST /things", "{}"), R"(200 {"id":4})");
    EXPECT_EQ(mock.ask("GET /things/3"), R"(200 {"id":3})");
}

// What a contract tells the server to make, it makes until it finds one that is free.
TEST(Made, IdsPassOverThoseThatAreTaken) {
    const std::string document = things("{type: object, properties: {id: {type: string}}}", R"(
  resources:
    things:
      create: {id: {$sequence: {start: 1}}, self: "/things/{$stored#/id}"}
)");
    MockOptions options;
    options.fixture = "contract: api\nresources: {things: [{items: [{id: \"1\"}, {id: \"2\"}]}]}";
    Mock mock(document, options);
    EXPECT_EQ(mock.ask("POST /things", "{}"), R"(200 {"id":3,"self":"/things/3"})");
}

TEST(Made, WhatIsReadOnlyBelongsToTheServer) {
    Mock mock(things(R"({type: object, properties: {
      id: {type: string, format: uuid, readOnly: true},
      made_at: {type: string, format: date-time, readOnly: true},
      updated_at: {type: string, format: date-time, readOnly: true},
      other: {type: string, readOnly: true}, name: {type: string}}})",
                     ""));
    const std::string times =
        R"("made_at":"2025-01-01T00:00:00.000Z","updated_at":"2025-01-01T00:00:00.000Z")";
    const std::string made = mock.ask("POST /things", R"({"other":"x","name":"n"})");
    const std::string id = made.substr(11, 36);
    EXPECT_EQ(made, "200 {\"id\":\"" + id + "\"," + times + ",\"name\":\"n\"}");
    EXPECT_EQ(mock.ask("PUT /things/" + id, R"({"made_at":"2020-01-01T00:00:00Z"})"),
              "200 {\"id\":\"" + id + "\"," + times + "}");
}

TEST(Made, DeepMergeFollowsRfc7396) {
    std::string document = things("{type: object, properties: {id: {type: string}}}", "");
    const size_t patch = document.find("    patch:\n") + 11;
    document.insert(patch, "      x-standin: {merge: deep}\n");
    Mock mock(document);
    mock.ask("POST /things", R"({"id":"1","a":{"b":1,"c":{"d":1,"e":2}},"l":[{"x":1}]})");
    EXPECT_EQ(mock.ask("PATCH /things/1",
                       R"({"a":{"b":null,"c":{"d":3,"f":{"g":null}}},"l":[{"y":null}]})"),
              R"(200 {"id":"1","a":{"c":{"d":3,"e":2,"f":{}}},"l":[{"y":null}]})");
    EXPECT_EQ(mock.ask("PATCH /things/1", R"({"a":null,"n":{"o":null},"l":{"m":1}})"),
              R"(200 {"id":"1","l":{"m":1},"n":{}})");
}

TEST(Made, ClearedDefaultsAndKept) {
    Mock mock(things("{type: object, properties: {id: {type: string}}}", R"(
  resources:
    things:
      defaults: {tags: [], deep: {x: 1, y: {z: 2}}}
      cleared: {name: "", tags: [none]}
      keep: [born]
      replace: {id: other, changed: true}
      update: {id: other}
)"));
    EXPECT_EQ(mock.ask("POST /things", R"({"id":"1","born":1,"deep":{"y":{"w":3}}})"),
              R"(200 {"id":"1","born":1,"deep":{"y":{"w":3,"z":2},"x":1},"tags":[]})");
    EXPECT_EQ(mock.ask("PATCH /things/1", R"({"name":null,"tags":null,"deep":null})"),
              R"(200 {"id":"1","born":1,"tags":["none"],"name":""})");
    EXPECT_EQ(mock.ask("PUT /things/1", R"({"born":2,"deep":7})"),
              R"(200 {"id":"1","born":1,"deep":7,"tags":[],"changed":true})");
    EXPECT_EQ(mock.ask("GET /things/other").substr(0, 3), "404");
}

TEST(Made, UnknownAndNullMembersAreDropped) {
    Mock mock(
        things(R"({type: object, properties: {id: {type: string}, name: {type: [string, "null"]},
      free: {type: object, additionalProperties: true}}})",
               "  unknown_members: drop\n  null_members: drop\n"));
    EXPECT_EQ(mock.ask("POST /things", R"({"id":"1","name":null,"x":1,"free":{"a":1}})"),
              R"(200 {"id":"1","free":{"a":1}})");
}

TEST(Made, RedactedValuesThatComeBackStandForTheSecret) {
    Mock mock(things(R"({type: object, properties: {id: {type: string}, key: {type: string,
      x-standin: {redact: {first: 2, last: 2, mask: "..", up_to: 4, each: "*"}}}}})",
                     ""));
    EXPECT_EQ(mock.ask("POST /things", R"({"id":"1","key":"abcdef"})"),
              R"(200 {"id":"1","key":"ab..ef"})");
    EXPECT_EQ(mock.ask("PUT /things/1", R"({"key":"ab..ef"})"), R"(200 {"id":"1","key":"ab..ef"})");
    EXPECT_EQ(mock.ask("PUT /things/1", R"({"key":"wxyz"})"), R"(200 {"id":"1","key":"****"})");
    EXPECT_EQ(mock.ask("PUT /things/1", R"({"key":"ab..ef"})"),
              R"(200 {"id":"1","key":"ab..ef"})");  // is a secret of its own here: no longer known
}

TEST(Made, WriteOnlyMembersAreStoredAndNeverShown) {
    Mock mock(things(R"({type: object, properties: {id: {type: string},
      secret: {type: string, writeOnly: true}}})",
                     R"(
  resources: {things: {create: {seen: "{$request.body#/secret}"}}}
)"));
    EXPECT_EQ(mock.ask("POST /things", R"({"id":"1","secret":"s"})"),
              R"(200 {"id":"1","seen":"s"})");
    EXPECT_EQ(mock.ask("GET /things"), R"(200 [{"id":"1","seen":"s"}])");
}

TEST(Made, ReferencesNameVariables) {
    MockOptions options;
    options.fixture = "contract: api\nenvironment: {HOME: /root}";
    Mock mock(things(R"({type: object, properties: {id: {type: string}, v: {
      x-standin: {reference: {prefix: env., value: value, name: var, flag: from}}}}})",
                     ""),
              options);
    const auto made = [&](const std::string& value) {
        const std::string answer = mock.ask("POST /things", R"({"v":)" + value + "}");
        return answer.substr(answer.find("\"v\":"));
    };
    EXPECT_EQ(made(R"("env.HOME")"), R"("v":{"value":"/root","var":"env.HOME","from":true}})");
    EXPECT_EQ(made(R"("env.NONE")"), R"("v":{"value":"","var":"env.NONE","from":true}})");
    EXPECT_EQ(made(R"("plain")"), R"("v":{"value":"plain","var":"","from":false}})");
    EXPECT_EQ(made("[1,2]"), R"("v":{"value":"[1,2]","var":"","from":false}})");
    EXPECT_EQ(made(R"({"value":1})"), R"("v":{"value":"{\"value\":1}","var":"","from":false}})");
    EXPECT_EQ(made(R"({"value":1,"var":"env.HOME","from":"yes"})"),
              R"("v":{"value":"","var":"env.HOME","from":false}})");
    EXPECT_EQ(made(R"({"value":"x","var":"env.HOME","from":true})"),
              R"("v":{"value":"/root","var":"env.HOME","from":true}})");
    EXPECT_EQ(made("null"), R"("v":null})");
}

TEST(Made, MissingIsIgnoredOrMade) {
    std::string document = things("{type: object, properties: {id: {type: string}}}",
                                  "  envelopes: {result: {body: {data: $result, ok: true}}}\n");
    for (const auto& [method, missing] :
         {std::pair{"put", "create"}, {"delete", "ignore"}, {"patch", "create"}}) {
        const std::string line = "    " + std::string(method) + ":\n";
        document.insert(document.find(line) + line.size(),
                        "      x-standin: {missing: " + std::string(missing) + "}\n");
    }
    Mock mock(document);
    EXPECT_EQ(mock.ask("DELETE /things/1"), R"(200 {"ok":true})");
    EXPECT_EQ(mock.ask("PUT /things/1", R"({"id":"2"})"), R"(200 {"data":{"id":"1"},"ok":true})");
    EXPECT_EQ(mock.ask("PATCH /things/2", R"({"a":1})"),
              R"(200 {"data":{"id":"2","a":1},"ok":true})");
    EXPECT_EQ(mock.ask("DELETE /things/1"), R"(200 {"data":{"id":"1"},"ok":true})");
    EXPECT_EQ(mock.ask("DELETE /things/1"), R"(200 {"ok":true})");
}

TEST(Made, FixturesMayNotHoldTwins) {
    const auto mistake = [](const std::string& items, const std::string& extension) {
        MockOptions options;
        options.fixture = "contract: api\nresources:\n  things:\n    - items:\n" + items;
        try {
            Mock mock(things("{type: object, properties: {id: {type: string}}}", extension),
                      options);
        } catch (const ContractError& error) {
            return std::string(error.what());
        }
        return std::string("none");
    };
    EXPECT_EQ(mistake("      - {id: a, n: 1}\n      - {id: b, n: 1}\n",
                      "  resources: {things: {unique: [{members: [n]}]}}\n"),
              "fixture.yaml:6:9: another one of \"things\" has the same \"n\"");
    EXPECT_EQ(mistake("      - {id: a, n: 1, m: 23}\n      - {id: b, n: 12, m: 3}\n",
                      "  resources: {things: {unique: [{members: [n, m]}]}}\n"),
              "none");
}

TEST(Made, FixturesOfSeveralFilesMayNotHoldTwins) {
    const std::string fixture = "contract: api\nresources: {things: [{items: [{id: a}]}]}";
    MockOptions options;
    options.fixture = fixture;
    auto settings = engine::settings_of(
        things("{type: object, properties: {id: {type: string}}}", ""), options);
    settings.beginning.fixtures.push_back(contract::read_fixture(
        contract::read_source_text("second.yaml", fixture), settings.contracts));
    try {
        const engine::Engine refused(std::move(settings));
        FAIL();
    } catch (const ContractError& error) {
        EXPECT_STREQ(error.what(),
                     "second.yaml:2:31: another one of \"things\" has the same \"id\"");
    }
}

}  // namespace

}  // namespace standin::state
