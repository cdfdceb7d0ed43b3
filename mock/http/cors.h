// Cross-origin requests, as browsers ask for them (Fetch Standard, section 3.2).
#pragma once

#include "mock/http/message.h"

namespace standin::http {

// Whether a browser asks if it may send another request.
bool is_preflight(const Request& request);

// Yes to whatever the preflight asks: this origin, this method, these fields, with credentials.
Response preflight_answer(const Request& request);

// The same in Prism's form, for answers and preflights alike: any origin where the request has
// none.
void share_as_prism(const Request& request, Response& response);

// Lets the page that sent a request read the whole response. Nothing changes where the request has
// no Origin.
void share(const Request& request, Response& response);

}  // namespace standin::http
