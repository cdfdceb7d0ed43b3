// Data files that are compiled into the library: the catalogues of wording and the JSON Schema of
// the x-standin extension.
#pragma once

#include <optional>
#include <string_view>

namespace standin::contract {

// The text of "zod.yaml", "x-standin.schema.json" …; nothing where no such file was compiled in.
std::optional<std::string_view> embedded(std::string_view name);

}  // namespace standin::contract
