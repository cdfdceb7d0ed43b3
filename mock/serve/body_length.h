// How long the body of a request is: the rules of RFC 9112, section 6, of which request smuggling
// is made when they are kept half.
#pragma once

#include <optional>

#include "mock/serve/head.h"

namespace standin::serve {

// Fills `chunked` and `content_length` from the head's own headers. Refuses (400) whatever two
// readers could take differently: both lengths at once, lengths that differ or are no number, and
// any transfer coding but a single "chunked".
std::optional<Refusal> read_body_length(Head& head);

}  // namespace standin::serve
