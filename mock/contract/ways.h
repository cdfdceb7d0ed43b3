// What the paths of a collection allow.
#pragma once

namespace standin::contract {

// How resources of a collection come into being and are changed, and whether it has paths of items.
struct Ways {
    bool posted = false;
    bool put = false;
    bool changed = false;  // by PUT or PATCH of an item
    bool items = false;
    bool kept = false;                        // PUT or PATCH of the path itself
    const struct Operation* shown = nullptr;  // GET of the path itself
};

}  // namespace standin::contract
