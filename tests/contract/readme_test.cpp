// Every example of contracts/README.md is what the extension's own schema allows.
#include <fstream>
#include <map>
#include <sstream>

#include "mock/contract/source.h"
#include "mock/schema/check.h"
#include "tests/contract/told.h"

namespace standin::contract {

namespace {

const std::string folder = STANDIN_SOURCE_DIR "/contracts/";

struct Block {
    std::string definition;  // "root", "operation", "security" or "schema"
    size_t line = 0;         // of the fence, from 1
    std::string text;
};

void PrintTo(const Block& block, std::ostream* out) {
    *out << "line " << block.line;
}

// What stands between "```yaml NAME" and "```"; a fence that is never closed ends with the file.
std::vector<Block> blocks_of(std::istream& readme) {
    std::vector<Block> blocks;
    bool inside = false;
    size_t number = 0;
    for (std::string line; std::getline(readme, line);) {
        ++number;
        if (line.starts_with("```yaml ")) {
            blocks.push_back({line.substr(8), number, ""});
            inside = true;
        } else if (line.starts_with("```")) {
            inside = false;
        } else if (inside) {
            blocks.back().text += line + '\n';
        }
    }
    return blocks;
}

std::vector<Block> blocks_of_readme() {
    std::ifstream readme(folder + "README.md");
    return blocks_of(readme);
}

class Example : public testing::TestWithParam<Block> {};

TEST_P(Example, IsValid) {
    const Source extension = read_source(folder + "x-standin.schema.json");
    schema::Schemas schemas(extension.file, extension.document,
                            schema::Dialect::json_schema_2020_12);
    ASSERT_TRUE(extension.root().at("$defs", std::string_view(GetParam().definition)));
    const schema::Schema& schema = schemas.compile("/$defs/" + GetParam().definition);
    const Source block = read_source_text("README.md", GetParam().text);
    Problems problems;
    schema::check(schema, block.root(), {}, problems);
    std::string told;
    for (const Problem& problem : problems) {
        told += std::to_string(GetParam().line + problem.mark.line) + ": " + problem.pointer + ' ' +
                problem.keyword + ' ' + problem.expected + '\n';
    }
    EXPECT_EQ(told, "");
    EXPECT_FALSE(block.root().members().empty());
}

INSTANTIATE_TEST_SUITE_P(Readme, Example, testing::ValuesIn(blocks_of_readme()),
                         [](const auto& block) {
                             return block.param.definition + "_at_line_" +
                                    std::to_string(block.param.line);
                         });

TEST(Readme, HasExamplesOfEveryPlace) {
    std::map<std::string, size_t> count;
    for (const Block& block : blocks_of_readme()) ++count[block.definition];
    for (const char* definition : {"root", "operation", "security", "schema"}) {
        EXPECT_GT(count[definition], 0U) << definition;
    }
    EXPECT_EQ(count.size(), 4U);
}

// Every member of the four definitions is shown somewhere in the document.
TEST(Readme, NamesEveryMember) {
    std::ifstream stream(folder + "README.md");
    std::stringstream readme;
    readme << stream.rdbuf();
    const Source extension = read_source(folder + "x-standin.schema.json");
    for (const char* definition : {"root", "operation", "security", "schema"}) {
        const Value* properties =
            extension.root().at("$defs", std::string_view(definition), "properties");
        ASSERT_TRUE(properties);
        for (const Member& member : properties->members()) {
            const std::string name = '`' + std::string(member.name);
            EXPECT_NE(readme.str().find(name), std::string::npos) << name;
        }
    }
}

TEST(Blocks, AreFoundByTheirFences) {
    std::istringstream readme(
        "```yaml\na: 1\n```\n```yaml root\nb: 2\n```\ntext\n```yaml schema\n");
    const std::vector<Block> blocks = blocks_of(readme);
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0].definition, "root");
    EXPECT_EQ(blocks[0].line, 4U);
    EXPECT_EQ(blocks[0].text, "b: 2\n");
    EXPECT_EQ(blocks[1].definition, "schema");
    EXPECT_EQ(blocks[1].text, "");
}

}  // namespace

}  // namespace standin::contract
