// Any text, read as YAML: a value that survives being written as JSON and read again, or refused.
#include "mock/contract/source.h"
#include "mock/core/json.h"
#include "tests/fuzz/target.h"

namespace {

using namespace standin;

// What is anchored once and used often may be large when it is written out.
constexpr size_t most_bytes = 1 << 20;

void expect_writable(const Document& document) {
    if (document.bytes() > most_bytes) return;
    const std::string written = to_json(document.root());
    JsonFault fault;
    const auto again = read_json(written, fault, {.depth = SIZE_MAX});
    fuzz::expect(again != nullptr, "YAML became what is not JSON", fault.message);
    fuzz::expect(equal(document.root(), again->root()), "YAML became another value", written);
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    try {
        expect_writable(*contract::read_yaml("fuzz.yaml", fuzz::text_of(bytes, size)));
    } catch (const ContractError& error) {
        fuzz::expect(!error.mistakes().empty(), "refused without a mistake");
    }
    return 0;
}
