// What the transport asks for answers.
#pragma once

#include <memory>
#include <string_view>
#include <utility>

#include "mock/fault/delivery.h"
#include "mock/http/message.h"

namespace standin::serve {

// A response, and how it is put on the wire. The response may be somebody else's too, as that of an
// exchange which the journal keeps: it is sent from where it lies.
struct Answer {
    Answer(http::Response made, fault::Delivery how = {})
        : Answer(std::make_shared<const http::Response>(std::move(made)), std::move(how)) {}
    Answer(std::shared_ptr<const http::Response> kept, fault::Delivery how)
        : response(std::move(kept)), delivery(std::move(how)) {}

    std::shared_ptr<const http::Response> response;  // never null
    fault::Delivery delivery;
};

// Answers requests. `answer` and `refuse` are called from several threads at once, at most once at
// a time for one connection. A call may block: other connections are served meanwhile. What a call
// throws becomes a 500 with X-Standin-Bug.
class Handler {
  public:
    virtual ~Handler() = default;

    // The answer to a whole request. The transport adds Content-Length and Connection, and drops
    // the body where HTTP has none (HEAD, 1xx, 204, 304).
    virtual Answer answer(http::Request request) = 0;

    // The words for a request that the transport refuses with 400, 413, 414 or 431. `request` holds
    // what was understood: method, target and headers may be missing, the body is empty. The
    // connection is closed afterwards.
    virtual Answer refuse(const http::Request& request, int status, std::string_view why) = 0;

    // Work that nobody should wait for. Called about five times a second by a thread that does
    // nothing else, while the server runs; never twice at once. What it throws is lost.
    virtual void tidy() {}
};

}  // namespace standin::serve
