// The order in which rules have their turns.
#pragma once

#include <cstddef>
#include <cstdint>

#include "mock/core/kind.h"

namespace standin::schema {

// When a rule has its turn. The rules of `choice` see every instance, and the first that fails
// ends the check of this schema; those named after a type see its instances only (`members` comes
// before `object`); `combination` sees every instance, last.
enum class Stage : uint8_t { choice, number, string, array, members, object, combination };
inline constexpr size_t stage_count = 7;

// A set of stages, one bit each.
constexpr unsigned bit(Stage stage) {
    return 1U << static_cast<unsigned>(stage);
}

// The stages that have a turn for instances of this kind.
inline unsigned stages_of(Kind kind) {
    static constexpr unsigned any = bit(Stage::choice) | bit(Stage::combination);
    static constexpr unsigned number = any | bit(Stage::number);
    static constexpr unsigned object = any | bit(Stage::members) | bit(Stage::object);
    static constexpr unsigned stages[] = {
        any, any, number, number, any | bit(Stage::string), any | bit(Stage::array), object};
    return stages[static_cast<size_t>(kind)];
}

}  // namespace standin::schema
