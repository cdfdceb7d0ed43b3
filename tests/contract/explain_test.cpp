// What was inferred, told and written down.
#include "mock/contract/explain.h"

#include <sstream>

#include <gtest/gtest.h>

#include "mock/contract/contracts.h"
#include "tests/cli/folder.h"

namespace standin::contract {

namespace {

const std::string things = R"(openapi: 3.1.0
info: {title: Things, version: "1"}
paths:
  /shops/{shop}/things:
    get:
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses:
        "200":
          description: d
          content:
            application/json:
              schema:
                properties: {data: {type: array, items: {$ref: "#/components/schemas/Thing"}}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses: {"201": {description: d}}
  /shops/{shop}/things/{thingId}:
    get:
      responses:
        "200":
          description: d
          content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
    post: {responses: {"204": {description: d}}}
  /files/{name}:
    put: {responses: {"200": {description: d}}}
  /status:
    get: {responses: {"200": {description: d}}}
  /{any}:
    get: {responses: {"200": {description: d}}}
  /logs/{id}:
    get: {responses: {"200": {description: d}}}
components:
  schemas:
    Thing: {type: object, properties: {id: {type: string}, "it's": {type: string, writeOnly: true}}}
)";

TEST(Explain, TellsWhatAndWhy) {
    EXPECT_EQ(
        explanation_of(*load_contract_text("things.yaml", things)),
        "things.yaml: Things\n"
        "\n"
        "things: known by \"id\" ({thingId} is no member, but \"id\" is), within {shop}, never "
        "shown: \"it's\"\n"
        "  GET /shops/{shop}/things             list     200 application/json, in /data, paged "
        "by ?page; GET of the collection /shops/{shop}/things\n"
        "  POST /shops/{shop}/things            create   201; POST of the collection "
        "/shops/{shop}/things\n"
        "  GET /shops/{shop}/things/{thingId}   read     200 application/json; GET of an item "
        "of /shops/{shop}/things\n"
        "\n"
        "files: known by \"id\" (nothing names another)\n"
        "  PUT /files/{name}                    replace  200; PUT of an item makes it, as "
        "nothing is posted to /files\n"
        "\n"
        "without state:\n"
        "  POST /shops/{shop}/things/{thingId}  example  204; POST of an item can mean "
        "anything\n"
        "  GET /status                          example  200; no path has items of /status\n"
        "  GET /{any}                           example  200; the path names no collection\n"
        "  GET /logs/{id}                       example  200; nothing makes items of /logs: "
        "neither POST there nor PUT of one\n");
}

// Without the reasons, which change.
std::string facts_of(const Contract& contract) {
    std::string facts;
    std::istringstream lines(explanation_of(contract));
    for (std::string line; std::getline(lines, line);) {
        line = line.substr(0, line.find(';'));
        const size_t open = line.find(" (");
        if (open != line.npos) line.erase(open, line.find(')', open) + 1 - open);
        facts += line + '\n';
    }
    return facts;
}

TEST(Explain, WritesAnOverlayThatChangesNothing) {
    const cli::Folder folder;
    const std::string file = folder.write("things.yaml", things);
    const auto before = load_contract(file);
    const std::string overlay = overlay_of(*before, "./things.yaml");
    EXPECT_EQ(
        overlay,
        "# What the mock infers of this document; edit what is not meant.\n"
        "overlay: 1.0.0\n"
        "info: {title: \"State of Things\", version: \"1\"}\n"
        "extends: \"./things.yaml\"\n"
        "actions:\n"
        "  - target: $\n"
        "    update:\n"
        "      x-standin:\n"
        "        resources:\n"
        "          \"things\": {key: \"id\", scope: [\"shop\"]}\n"
        "          \"files\": {key: \"id\"}\n"
        "  - target: \"$['paths']['/shops/{shop}/things']['get']\"\n"
        "    update: {x-standin: {resource: \"things\", action: \"list\", list: {page: "
        "\"page\"}}}\n"
        "  - target: \"$['paths']['/shops/{shop}/things']['post']\"\n"
        "    update: {x-standin: {resource: \"things\", action: \"create\"}}\n"
        "  - target: \"$['paths']['/shops/{shop}/things/{thingId}']['get']\"\n"
        "    update: {x-standin: {resource: \"things\", action: \"read\"}}\n"
        "  - target: \"$['paths']['/files/{name}']['put']\"\n"
        "    update: {x-standin: {resource: \"files\", action: \"replace\", missing: create}}\n");
    const auto after =
        load_contracts({{file}}, {folder.write("o.yaml", overlay)}).contracts.front();
    EXPECT_EQ(facts_of(*after), facts_of(*before));
}

TEST(Explain, TellsHowListsAreCutAndProblemsAreTold) {
    const auto contract = load_contract_text("a.yaml", R"(openapi: 3.1.0
paths:
  /a:
    post: {responses: {}}
    get:
      parameters:
        - {name: offset, in: query, schema: {type: integer}}
        - {name: limit, in: query, schema: {type: integer}}
        - {name: sort, in: query, schema: {type: string}}
        - {name: id, in: query, schema: {type: string}}
      responses:
        "200":
          content:
            application/json: {schema: {type: array, items: {properties: {id: {type: string}}}}}
        "400": {content: {application/json: {schema: {properties: {error: {type: string}}}}}}
  /a/{id}: {delete: {responses: {}}}
)");
    EXPECT_EQ(
        explanation_of(*contract),
        "a.yaml: a\n"
        "\n"
        "a: known by \"id\" (/a/{id} names it)\n"
        "  POST /a         create   200; POST of the collection /a\n"
        "  GET /a          list     200 application/json, paged by ?offset and ?limit, sorted "
        "by ?sort, filtered by ?id; GET of the collection /a\n"
        "  DELETE /a/{id}  delete   200; DELETE of an item of /a\n"
        "\n"
        "problems, by the schemas of errors:\n"
        "  /paths/~1a/get/responses/400/content/application~1json/schema  application/json  "
        "{\"error\":\"$problem.message\"}\n");
    EXPECT_NE(overlay_of(*contract, "./a.yaml")
                  .find("list: {offset: \"offset\", size: \"limit\", sort: \"sort\", search: "
                        "[{parameter: \"id\", member: \"id\", match: equals}]}"),
              std::string::npos);
}

TEST(Explain, WritesAnOverlayOfNothing) {
    const auto contract = load_contract_text("a.yaml", "openapi: 3.1.0\npaths: {}\n");
    EXPECT_EQ(explanation_of(*contract), "a.yaml: a\n");
    EXPECT_EQ(overlay_of(*contract, "./a.yaml"),
              "# What the mock infers of this document; edit what is not meant.\n"
              "overlay: 1.0.0\ninfo: {title: \"State of a\", version: \"1\"}\n"
              "extends: \"./a.yaml\"\nactions:\n"
              "  - target: $\n    description: nothing was inferred\n    update: {}\n");
}

}  // namespace

}  // namespace standin::contract
