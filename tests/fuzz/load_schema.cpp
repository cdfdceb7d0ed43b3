// Any JSON, read as a schema of each dialect: compiled, or refused with its place.
#include "mock/core/json.h"
#include "mock/schema/schema.h"
#include "tests/fuzz/target.h"

namespace {

using namespace standin;

void load(std::shared_ptr<const Document> document, schema::Dialect dialect) {
    schema::Schemas schemas("fuzz.json", document, dialect);
    try {
        const schema::Schema& first = schemas.compile("");
        fuzz::expect(&first == &schemas.compile(""), "a schema was compiled twice");
    } catch (const ContractError& error) {
        fuzz::expect_useful(error, document->root());
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    JsonFault fault;
    const auto document = read_json(fuzz::text_of(bytes, size), fault, {.marks = true});
    if (!document || !fuzz::has_unique_names(document->root())) return 0;
    for (size_t i = 0; i < schema::dialect_count; ++i) {
        load(document, static_cast<schema::Dialect>(i));
    }
    return 0;
}
