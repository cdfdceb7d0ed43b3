// Labels of internationalized host names, IDNA 2008.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace standin::schema {

// What the name that a label belongs to must know of it.
struct IdnLabel {
    size_t octets = 0;           // of its A-label
    bool right_to_left = false;  // has a character that is written so (RFC 5893, section 2)
    bool keeps_order = true;     // may stand in a name that has a label of that kind
};

// U-labels of another form than NFC are refused, or are made NFC first.
enum class Normal : uint8_t { required, made };

// Whether a label begins with "xn--", in any case: it is an A-label or none.
bool has_ace_prefix(std::string_view label);

// Reads an A-label or a U-label: the protocol of RFC 5891, section 4 (registration), the rules for
// characters in context of RFC 5892, appendix A, the Bidi rule of RFC 5893. Nothing where it is
// neither. A label that can have no A-label of 63 octets costs no more than one that can.
std::optional<IdnLabel> read_idn_label(std::string_view label, Normal normal);

}  // namespace standin::schema
