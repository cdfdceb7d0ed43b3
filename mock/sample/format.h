// Texts of the formats that schemas name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace standin::sample {

// The n-th text of a format, from 0; nothing where the format is not known. The same n gives the
// same text.
std::optional<std::string> text_of_format(std::string_view format, uint64_t n);

// One that is as short as may be; nothing where all are of one length, or the format is not known.
std::optional<std::string> short_text_of_format(std::string_view format);

}  // namespace standin::sample
