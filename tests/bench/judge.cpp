// How long standin takes to judge a body, and to compile many schemas.
// judge json CONTRACT prints a contract as JSON; judge FOLDER measures what was prepared there, as
// "judge TOOL BODY VERDICT MODE NANOSECONDS" and "compile WHAT MICROSECONDS".
#include "mock/contract/source.h"
#include "mock/core/json.h"
#include "mock/schema/check.h"
#include "tests/bench/trial.h"

namespace {

using namespace standin;

std::shared_ptr<const Document> read(std::string_view text, bool marks = false) {
    JsonFault fault;
    std::shared_ptr<const Document> document = read_json(text, fault, {.marks = marks});
    if (!document) bench::stop("No JSON: " + fault.message);
    return document;
}

// `judge` is what gives the verdict: with every problem, or alone.
template <class Judge>
void measure(const char* tool, const bench::Trial& trial, Judge judge) {
    schema::Schemas schemas(trial.name, read(trial.schema, true),
                            schema::Dialect::json_schema_2020_12);
    const schema::Schema& schema = schemas.compile("");
    const auto parsed = read(trial.body);
    bench::measure(
        tool, trial, [&] { return judge(schema, parsed->root()); },
        [&] { return judge(schema, read(trial.body)->root()); });
}

bool has_no_problems(const schema::Schema& schema, const Value& instance) {
    Problems problems;
    schema::check(schema, instance, {}, problems);
    return problems.empty();
}

bool is_valid(const schema::Schema& schema, const Value& instance) {
    return schema::is_valid(schema, instance);
}

void measure_compilation(const std::string& folder) {
    const std::string text = bench::text_of(folder + "/github.json");
    const std::string pointers = bench::text_of(folder + "/pointers.txt");
    auto begin = std::chrono::steady_clock::now();
    const auto document = read(text, true);
    std::printf("compile read %.0f\n", bench::seconds_since(begin) * 1e6);

    begin = std::chrono::steady_clock::now();
    schema::Schemas schemas("github.json", document, schema::Dialect::openapi_3_0);
    size_t first = 0;
    while (first < pointers.size()) {
        const size_t end = std::min(pointers.find('\n', first), pointers.size());
        schemas.compile(std::string_view(pointers).substr(first, end - first));
        first = end + 1;
    }
    std::printf("compile schemas %.0f\n", bench::seconds_since(begin) * 1e6);
}

}  // namespace

int main(int count, char** words) {
    if (count == 3 && std::string_view(words[1]) == "json") {
        std::puts(to_json(contract::read_source(words[2]).root()).c_str());
        return EXIT_SUCCESS;
    }
    if (count != 2) return EXIT_FAILURE;
    for (const bench::Trial& trial : bench::read_trials(words[1])) {
        measure("standin_first", trial, is_valid);
        measure("standin_all", trial, has_no_problems);
    }
    measure_compilation(words[1]);
}
