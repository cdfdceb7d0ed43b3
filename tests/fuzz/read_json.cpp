// Any text, read as JSON by two readers that must agree; what was read is written, and read again.
#include "mock/core/json.h"
#include "tests/core/json_oracle.h"
#include "tests/fuzz/target.h"

namespace {

using namespace standin;

void expect_useful(const JsonFault& fault) {
    fuzz::expect(fault.mark.line > 0 && fault.mark.column > 0, "a fault is nowhere", fault.message);
    fuzz::expect(!fault.message.empty(), "a fault says nothing");
}

void expect_round_trip(const Value& value) {
    const std::string written = to_json(value);
    JsonFault fault;
    const auto again = read_json(written, fault);
    fuzz::expect(again && to_json(again->root()) == written, "not read as it was written", written);
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    const std::string_view text = fuzz::text_of(bytes, size);
    JsonFault fault;
    JsonFault marked;
    const auto document = read_json(text, fault);
    const auto with_marks = read_json(text, marked, {.marks = true});
    fuzz::expect(!document == !with_marks, "marks change the verdict", marked.message);
    fuzz::expect(fault.message == marked.message && fault.mark == marked.mark, "marks change it",
                 marked.message);
    if (!document) expect_useful(fault);
    if (fault.why == JsonFault::Why::depth) return 0;
    const nlohmann::json other = oracle_of(text);
    fuzz::expect(!document == other.is_discarded(), "another reader disagrees", fault.message);
    if (!document) return 0;
    fuzz::expect(agree(document->root(), other), "another reader reads another value");
    expect_round_trip(document->root());
    return 0;
}
