// Which of its declared media types a body is of, and how that one is read.
#pragma once

#include <string>

#include "mock/contract/contract.h"

namespace standin::check {

enum class Format : uint8_t { unread, json, sequence, form, multipart, text };

// The declared type that a Content-Type falls under, the narrowest one (OpenAPI 3.1, section
// 4.8.14.1), null where there is none; the first one where the contract does not look at media
// types. `content_type` is null where none was sent.
const contract::BodyType* type_of(const contract::Contract& contract,
                                  const contract::RequestBody& body,
                                  const std::string* content_type);

// As the declared type says, or what was sent where that is only a range.
Format format_of(const contract::Contract& contract, const contract::BodyType& type,
                 const std::string* content_type);

// Whether a Content-Type names no character encoding, or one that is UTF-8 or a part of it.
bool is_utf8(const std::string& content_type);

}  // namespace standin::check
