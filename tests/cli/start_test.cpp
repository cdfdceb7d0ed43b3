// What keeps the program from starting: each with its lines, and exit code 2.
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace standin::cli {

namespace {

class Start : public testing::Test {
  protected:
    // The lines on stderr of a start that fails.
    std::string refused(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"serve", "--port", "0"});
        const Ended ended = standin(arguments);
        EXPECT_EQ(ended.code, 2);
        EXPECT_EQ(ended.out, "");
        return ended.errors;
    }

    Folder folder_;
    const std::string contract_ = folder_.write("small.yaml", small_contract);
};

TEST_F(Start, AFileThatIsNotThere) {
    const std::string file = folder_.file("none.yaml");
    EXPECT_EQ(refused({file}), file + ": cannot be read: No such file or directory\n");
}

TEST_F(Start, AContractThatIsNone) {
    const std::string file = folder_.write("a.yaml", "a: 1\n");
    EXPECT_EQ(refused({file}), file + ":1:1: is not an OpenAPI document: \"openapi\" is missing\n");
}

TEST_F(Start, MistakesOfAllContractsAtOnce) {
    const std::string first = folder_.write("a.yaml", "openapi: 3.1.0\nx-standin: {nme: x}\n");
    const std::string second = folder_.write("b.yaml", "swagger: \"1.2\"\n");
    EXPECT_EQ(
        refused({first, contract_, second}),
        first + ":2:13: \"nme\" is not known here (/x-standin/nme)\n" + second +
            ":1:10: Swagger 1.2 is not supported; 2.0, 3.0.x, 3.1.x and 3.2.x are (/swagger)\n");
}

TEST_F(Start, TheSameContractTwice) {
    EXPECT_EQ(refused({contract_, contract_}),
              contract_ + ": a contract named \"small\" is there already: " + contract_ + "\n");
}

TEST_F(Start, AnOverlayThatIsNotThere) {
    EXPECT_EQ(refused({contract_, "--overlay", "none"}),
              "standin: --overlay none is no file; the overlays that ship are bifrost-observed, "
              "cloudflare-ai-gateway-observed, cloudflare-ai-search-observed, "
              "ngrok-ai-gateway-observed\n");
}

TEST_F(Start, AnOverlayThatIsWrong) {
    const std::string file = folder_.write(
        "o.yaml", "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [{target: paths}]\n");
    EXPECT_EQ(refused({contract_, "--overlay", file}),
              file +
                  ":3:20: \"target\" is no JSONPath query: \"$\" is expected at offset 0 "
                  "(/actions/0/target)\n" +
                  file +
                  ":3:11: an action needs \"update\", \"copy\" or \"remove: true\" "
                  "(/actions/0)\n");
}

// What an overlay brings in is complained of where it stands.
TEST_F(Start, AMistakeThatAnOverlayBrings) {
    const std::string file = folder_.write("o.yaml",
                                           "overlay: 1.1.0\ninfo: {title: T, version: '1'}\n"
                                           "extends: small.yaml\nactions:\n"
                                           "  - target: $.paths['/things'].post\n"
                                           "    update:\n"
                                           "      x-standin: {resorce: things}\n"
                                           "      parameters: [{in: query, name: q, schema: "
                                           "{type: 1}}]\n");
    EXPECT_EQ(refused({contract_, "--overlay", file}),
              file +
                  ":7:19: \"resorce\" is not known here "
                  "(/paths/~1things/post/x-standin/resorce)\n");
}

TEST_F(Start, ASchemaThatAnOverlayBreaks) {
    const std::string file =
        folder_.write("o.yaml",
                      "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n"
                      "  - target: $..properties.name\n"
                      "    update: {type: text}\n");
    EXPECT_EQ(refused({contract_, "--overlay", file}),
              file +
                  ":5:14: \"type\" must be one of array, boolean, integer, number, object, "
                  "string, null, not \"text\" (/paths/~1things/post/requestBody/content/"
                  "application~1json/schema/properties/name/type)\n");
}

TEST_F(Start, AFolderOfFixturesThatIsNone) {
    EXPECT_EQ(refused({contract_, "--fixtures", folder_.file("none")}),
              folder_.file("none") + ": is no folder\n");
}

TEST_F(Start, AFixtureThatIsWrong) {
    const std::string file = folder_.write("f.yml", "contract: small\nresources: {books: []}\n");
    std::filesystem::remove(contract_);
    const Folder other;
    const std::string contract = other.write("small.yaml", small_contract);
    EXPECT_EQ(refused({contract, "--fixtures", folder_.file("")}),
              file + ":2:13: contract \"small\" has no resource \"books\" (/resources/books)\n");
}

TEST_F(Start, APortThatIsTaken) {
    Running first(STANDIN_PROGRAM, {"serve", contract_, "--port", "0"});
    const std::string port = std::to_string(port_in(first.line()));
    const Ended second = standin({"serve", contract_, "--port", port});
    EXPECT_EQ(second.code, 2);
    EXPECT_EQ(second.out, "");
    EXPECT_EQ(second.errors,
              "standin: cannot listen on 127.0.0.1:" + port + ": Address already in use\n");
}

TEST_F(Start, AHostThatIsNone) {
    EXPECT_EQ(refused({contract_, "--host", "256.1.1.1"}),
              "standin: cannot listen on 256.1.1.1:0: Name or service not known\n");
}

TEST_F(Start, AReadyFileThatCannotBeWritten) {
    const std::string file = folder_.file("none/ready");
    const Ended ended = standin({"serve", contract_, "--port", "0", "--ready-file", file});
    EXPECT_EQ(ended.code, 2);
    EXPECT_EQ(ended.errors,
              "standin: --ready-file " + file + " cannot be written: No such file or directory\n");
}

TEST_F(Start, AReadyFileThatIsAFolder) {
    std::filesystem::create_directories(folder_.file("ready/full"));
    const std::string file = folder_.file("ready");
    EXPECT_EQ(refused({contract_, "--ready-file", file}),
              "standin: --ready-file " + file + " cannot be written: Directory not empty\n");
}

}  // namespace

}  // namespace standin::cli
