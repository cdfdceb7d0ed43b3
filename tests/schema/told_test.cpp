#include "tests/schema/told.h"

namespace standin::schema {

namespace {

std::string line_of(const Problem& problem) {
    std::string line;
    const std::string place =
        std::to_string(problem.mark.line) + ':' + std::to_string(problem.mark.column);
    for (const std::string& part : {problem.pointer, problem.keyword, problem.expected,
                                    problem.received, problem.schema, place}) {
        if (!line.empty()) line += ' ';
        line += part.empty() ? "-" : part;
    }
    return line;
}

std::vector<std::string> lines_of(const Problems& problems) {
    std::vector<std::string> lines;
    for (const Problem& problem : problems) lines.push_back(line_of(problem));
    return lines;
}

}  // namespace

TEST_P(Told, EveryProblemInOrder) {
    const ToldRow& row = GetParam();
    Schemas schemas("contract.json", read_marked(row.schema), row.dialect);
    const Schema& schema = schemas.compile("");
    const auto instance = read_marked(row.instance);
    Problems problems;
    check(schema, instance->root(), {Part::body, "", row.direction, row.closes_objects}, problems);
    EXPECT_EQ(lines_of(problems), row.problems);
    if (row.closes_objects) return;
    EXPECT_EQ(is_valid(schema, instance->root(), row.direction), row.problems.empty());
}

}  // namespace standin::schema
