// Any text, laid as an overlay over a document: a document, or refused with its place. What a query
// of it selects is found again by its normalized path.
#include "mock/contract/overlay.h"
#include "tests/fuzz/target.h"

namespace {

using namespace standin;

const contract::Source& below() {
    static const contract::Source source = contract::read_source_text("below.yaml", R"(
info: {title: A, tags: [x, y]}
paths: {/a: {get: {x: 1, 'it''s': 2}, put: {}}, /b: {get: {x: 1.5}}}
list: [1, [2, [3]], {n: null}]
)");
    return source;
}

void find_again(const contract::JsonPath& path) {
    const auto nodes = path.select(below().root());
    for (size_t i = 0; nodes && i < nodes->size(); ++i) {
        const std::string text = contract::normalized((*nodes)[i].path);
        const auto again = contract::JsonPath(text).select(below().root());
        fuzz::expect(again && again->size() == 1 && (*again)[0].value == (*nodes)[i].value,
                     "is not found again", text);
    }
}

void expect_places(const contract::Source& source, const Value& value) {
    fuzz::expect(value.mark().line > 0, "a value without a place");
    source.file_of(value.mark());
    if (value.is(Kind::array)) {
        for (const Value& item : value.items()) expect_places(source, item);
    } else if (value.is(Kind::object)) {
        for (const Member& member : value.members()) expect_places(source, member.value);
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
    std::optional<contract::Source> source;
    try {
        source = contract::read_source_text("fuzz.yaml", fuzz::text_of(bytes, size));
    } catch (const ContractError&) {
        return 0;
    }
    try {
        const contract::Overlay overlay = contract::read_overlay(*source);
        for (const auto& action : overlay.actions) find_again(action.target);
        const contract::Source laid = contract::lay(overlay, below()).source;
        expect_places(laid, laid.root());
    } catch (const ContractError& error) {
        fuzz::expect(!error.mistakes().empty(), "refused without a mistake");
        for (const Mistake& mistake : error.mistakes()) {
            fuzz::expect(
                !mistake.message.empty() && mistake.mark.line > 0 && mistake.file == "fuzz.yaml",
                "a mistake without its place", mistake.text());
        }
    }
    return 0;
}
