// What a quota says of one request.
#pragma once

#include <string>

#include "mock/fault/faults.h"

namespace standin::fault {

// What a quota counts this request by: "" for the session, and for whoever has no credential or no
// such header. A credential is the first one found where the operation's security schemes look.
std::string key_of(const Quota& quota, const Question& question);

// Tells the -Limit, the -Remaining and the -Reset, in whole seconds rounded up, where the quota
// wants them told and nobody has told them before.
void tell(const Quota& quota, const Used& used, Instant time, http::Headers& headers);

// The milliseconds to the end of the window.
milliseconds rest_of(const Quota& quota, const Used& used, Instant time);

// Why a request is beyond it: "4th request of a quota of 3 in 60 s by credential".
std::string why_beyond(const Quota& quota, const Used& used);

}  // namespace standin::fault
