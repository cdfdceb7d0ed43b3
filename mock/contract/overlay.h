// OpenAPI Overlays, 1.0 and 1.1: changes to a document that stays as its publisher wrote it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mock/contract/json_path.h"
#include "mock/contract/source.h"

namespace standin::contract {

// An Action Object (Overlay 1.1.0, section 4.4.3).
struct OverlayAction {
    enum class Does : uint8_t { nothing, update, copy, remove } does = Does::nothing;
    JsonPath target;
    Mark mark;            // of the target's text
    std::string pointer;  // in the overlay
    Value update;
    std::optional<JsonPath> copy;
    Mark copy_mark;
};

struct Overlay {
    Source source;
    std::string title;
    bool is_1_0 = false;
    std::string extends;  // as written; "" = any document
    Mark extends_mark;
    std::vector<OverlayAction> actions;
};

// Checks an overlay and compiles its queries. Throws ContractError with every mistake.
Overlay read_overlay(Source source);

struct Overlaid {
    Source source;  // the changed document, under the name of the one below it
    std::vector<const OverlayAction*> idle;  // those whose target selects nothing
};

// Lays an overlay over a document, each action over the result of the one before. Only what is
// changed is built again; all else is shared with the document below. Values that come from the
// overlay keep their places in its file. Throws ContractError with the first mistake of each
// action: what does not fit its target, a copy of anything but one node, a result that nests deeper
// than 512 levels, or more than ten million added values.
Overlaid lay(const Overlay& overlay, const Source& below);

}  // namespace standin::contract
