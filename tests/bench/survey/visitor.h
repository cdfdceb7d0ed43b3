// Asks operations as a client would, and judges what it is answered.
#pragma once

#include <string>

#include "mock/sample/answers.h"
#include "tests/bench/survey/client.h"

namespace survey {

struct Verdict {
    bool is_valid = false;       // 2xx or 3xx, documented, and what its schema asks for
    bool is_documented = false;  // any status, else the same
    std::string reason;          // of one that is not valid
};

class Visitor {
  public:
    // Where the server keeps state, every visit begins with that of the start, and what an
    // operation needs is created before it is asked.
    Visitor(const standin::contract::Contract& contract, bool keeps_state)
        : contract_(contract), answers_(contract), keeps_state_(keeps_state) {}

    // A request that the operation takes, credentials included.
    standin::http::Request request(const standin::contract::Operation& operation);

    Verdict visit(const standin::contract::Operation& operation, Client& client, Time limit);

  private:
    using Operation = standin::contract::Operation;

    void prepare(const Operation& operation, standin::http::Request& request, Client& client,
                 Time limit);
    const Operation* creator_of(const Operation& operation) const;
    Verdict judge(const Operation& operation, const standin::http::Response& answer);

    const standin::contract::Contract& contract_;
    standin::sample::Answers answers_;
    bool keeps_state_;
};

}  // namespace survey
