#include "mock/http/base64.h"

#include <cstdint>

namespace standin::http {

std::optional<std::string> decode_base64(std::string_view text) {
    static constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const bool padded = text.ends_with('=');
    if (padded && text.size() % 4 != 0) return std::nullopt;
    for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
    if (text.size() % 4 == 1) return std::nullopt;
    std::string bytes;
    uint32_t bits = 0;
    int held = 0;
    for (const char c : text) {
        const size_t digit = digits.find(c);
        if (digit == digits.npos) return std::nullopt;
        bits = (bits << 6 | static_cast<uint32_t>(digit)) & 0xFFFFFF;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        bytes += static_cast<char>(bits >> held & 0xFF);
    }
    return bytes;
}

}  // namespace standin::http
