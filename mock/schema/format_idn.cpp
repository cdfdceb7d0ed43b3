#include "mock/schema/format_idn.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include <idn2.h>

#include "mock/schema/format_character.h"

namespace standin::schema {

namespace {

// A label of 59 characters, the most that an A-label has room for, in UTF-8, with some room for
// text that is shorter in NFC.
constexpr size_t longest_label = 255;  // bytes

struct Free {
    void operator()(void* memory) const { idn2_free(memory); }
};
using ALabel = std::unique_ptr<uint8_t, Free>;
using ULabel = std::unique_ptr<uint32_t, Free>;

struct Range {
    char32_t first;
    char32_t last;
};

// Classes R, AL and AN of Unicode's Bidi_Class, among characters that labels may hold. Marks, which
// take their direction from what they stand on, are in between.
constexpr Range right_to_left_ranges[] = {
    {0x5D0, 0x5F4},     {0x620, 0x64A},     {0x660, 0x66F},     {0x671, 0x6D5},
    {0x6E5, 0x6E6},     {0x6EE, 0x6EF},     {0x6FA, 0x710},     {0x712, 0x72F},
    {0x74D, 0x7A5},     {0x7B1, 0x7EA},     {0x7F4, 0x7F5},     {0x800, 0x815},
    {0x81A, 0x81A},     {0x824, 0x824},     {0x828, 0x828},     {0x840, 0x858},
    {0x860, 0x86A},     {0x8A0, 0x8BD},     {0xFE73, 0xFE73},   {0x10800, 0x10A00},
    {0x10A10, 0x10A35}, {0x10A60, 0x10AE4}, {0x10B00, 0x10D23}, {0x10D30, 0x10D39},
    {0x10F00, 0x10F45}, {0x10FE0, 0x10FF6}, {0x1E800, 0x1E8C4}, {0x1E922, 0x1E943},
    {0x1E94B, 0x1E959}};

// Classes EN and AN, ON and ES, in the same way.
constexpr Range european_digits[] = {{'0', '9'}, {0x6F0, 0x6F9}};
constexpr Range arabic_digits[] = {{0x660, 0x669}, {0x10D30, 0x10D39}};
constexpr Range neutral[] = {{'-', '-'},       {0xB7, 0xB7},     {0x2B9, 0x2BA},   {0x2C6, 0x2CF},
                             {0x2EC, 0x2EC},   {0x375, 0x375},   {0x2E2F, 0x2E2F}, {0x30FB, 0x30FB},
                             {0xA67F, 0xA67F}, {0xA717, 0xA71F}, {0xA788, 0xA788}};

template <size_t size>
bool is_in(const Range (&ranges)[size], char32_t c) {
    return std::ranges::any_of(
        ranges, [c](const Range& range) { return c >= range.first && c <= range.last; });
}

template <size_t size>
bool has_any(std::u32string_view text, const Range (&ranges)[size]) {
    return std::ranges::any_of(text, [&](char32_t c) { return is_in(ranges, c); });
}

// Null where the label is neither an A-label nor a U-label.
ALabel a_label_of(std::string_view label, Normal normal) {
    std::array<uint8_t, longest_label + 1> text{};
    if (label.size() > longest_label || label.find('\0') != label.npos) return nullptr;
    const bool prefix = has_ace_prefix(label);
    std::ranges::transform(label, text.begin(), [prefix](char c) {
        const bool upper = prefix && c >= 'A' && c <= 'Z';
        return static_cast<uint8_t>(upper ? c + ('a' - 'A') : c);
    });
    uint8_t* result = nullptr;
    const int flags = normal == Normal::made ? IDN2_NFC_INPUT : 0;
    const int code = prefix ? idn2_register_u8(nullptr, text.data(), &result, 0)
                            : idn2_register_u8(text.data(), nullptr, &result, flags);
    return code == IDN2_OK ? ALabel(result) : nullptr;
}

ULabel u_label_of(const ALabel& label) {
    uint32_t* result = nullptr;
    const auto* text = reinterpret_cast<const char*>(label.get());
    return idn2_to_unicode_8z4z(text, &result, 0) == IDN2_OK ? ULabel(result) : nullptr;
}

// The rules 3 and 4, which libidn2 does not check fully: whatever such a label holds beside these
// classes is a mark, and marks at the end are looked through.
bool is_right_to_left_label(std::u32string_view label) {
    if (has_any(label, european_digits) && has_any(label, arabic_digits)) return false;
    const auto last = std::find_if(label.rbegin(), label.rend(), [](char32_t c) {
        return is_in(right_to_left_ranges, c) || is_in(european_digits, c) || is_in(neutral, c);
    });
    return !is_in(neutral, *last);
}

// What the Bidi rule asks of the other labels of a name is not known to libidn2.
std::optional<IdnLabel> judge(std::u32string_view label, size_t octets) {
    if (has_any(label, right_to_left_ranges)) {
        if (!is_right_to_left_label(label)) return {};
        return IdnLabel{octets, true, true};
    }
    const bool keeps_order = !is_in(european_digits, label.front()) &&
                             !is_in(neutral, label.front()) && !is_in(neutral, label.back());
    return IdnLabel{octets, false, keeps_order};
}

}  // namespace

bool has_ace_prefix(std::string_view label) {
    return label.size() >= 4 && (label[0] == 'x' || label[0] == 'X') &&
           (label[1] == 'n' || label[1] == 'N') && label.substr(2, 2) == "--";
}

std::optional<IdnLabel> read_idn_label(std::string_view label, Normal normal) {
    const ALabel a_label = a_label_of(label, normal);
    if (!a_label) return {};
    const ULabel u_label = u_label_of(a_label);
    if (!u_label) return {};
    std::u32string text(u_label.get(), std::find(u_label.get(), u_label.get() + 64, 0U));
    return judge(text, std::string_view(reinterpret_cast<const char*>(a_label.get())).size());
}

}  // namespace standin::schema
