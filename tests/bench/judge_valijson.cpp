// How long valijson takes to judge a body: the same as judge.cpp, in draft 7, with the fastest of
// the parsers that it can be used with.
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "tests/bench/trial.h"

namespace {

using Adapter = valijson::adapters::RapidJsonAdapter;

rapidjson::Document read(const std::string& text) {
    rapidjson::Document document;
    document.Parse(text.data(), text.size());
    if (document.HasParseError()) bench::stop("No JSON: " + text);
    return document;
}

bool judge(const valijson::Schema& schema, const rapidjson::Document& body, bool all) {
    valijson::Validator validator;
    valijson::ValidationResults results;
    return validator.validate(schema, Adapter(body), all ? &results : nullptr);
}

void measure(const char* tool, const bench::Trial& trial, bool all) {
    const rapidjson::Document source = read(trial.schema);
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(Adapter(source), schema);
    const rapidjson::Document parsed = read(trial.body);
    bench::measure(
        tool, trial, [&] { return judge(schema, parsed, all); },
        [&] { return judge(schema, read(trial.body), all); });
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return EXIT_FAILURE;
    for (const bench::Trial& trial : bench::read_trials(words[1])) {
        measure("valijson_first", trial, false);
        measure("valijson_all", trial, true);
    }
}
