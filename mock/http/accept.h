// Which of several answers a client wants (RFC 9110, section 12.5).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace standin::http {

// The index of the media type that an Accept field (section 12.5.1) likes best of those that are
// offered: the one of the highest weight, the first of those. Of several ranges that a type falls
// under, the most specific one gives its weight. Nothing where none is acceptable. A field without
// a range that can be read asks for nothing: the first is taken; so it is with one that is not
// there, given as "".
//
// Parameters of a range narrow it only where the offered type has parameters itself; else they are
// passed over: who asks for "application/json; version=2" gets the application/json that there is.
std::optional<size_t> preferred(std::string_view accept, std::span<const std::string> offered);

// Whether an Accept-Encoding field (section 12.5.3) asks for a content coding: one that is named,
// or
// "*", with a weight above 0.
bool accepts_coding(std::string_view accept_encoding, std::string_view coding);

}  // namespace standin::http
