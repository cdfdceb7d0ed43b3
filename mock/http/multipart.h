// Bodies of several parts (RFC 2046, section 5.1), as forms with files have them (RFC 7578).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mock/http/headers.h"

namespace standin::http {

struct BodyPart {
    std::string name;       // of its Content-Disposition
    std::string file_name;  // the same; "" where there is none
    Headers headers;
    std::string_view text;  // in the body that was read
};

struct Multipart {
    std::vector<BodyPart> parts;
    std::string mistake;  // where the body breaks its form, as a clause; "" = it does not
};

// Reads a body by the "boundary" of its Content-Type. Lines may end in LF alone; what stands before
// the first part and behind the last one is passed over. A body without parts may consist of its
// end alone, as browsers send it.
Multipart read_multipart(std::string_view body, std::string_view content_type);

}  // namespace standin::http
