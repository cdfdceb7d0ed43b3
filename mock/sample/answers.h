// The answers that a contract documents: chosen ones, made ready to be sent.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "mock/sample/choice.h"
#include "mock/sample/judge.h"
#include "mock/sample/wish.h"

namespace standin::sample {

// What a choice came to.
struct Answer {
    http::Response response;
    Problems problems;        // by which the body, or a header, is not what is documented
    bool gave_up = false;     // the schema asks for more than anybody wants to read
    bool is_complex = false;  // a text was asked for, and the schema makes an object or an array
};

// Makes the answers of one contract, each that is always the same once. Safe to use from several
// threads. The contract must outlive it.
class Answers {
  public:
    explicit Answers(const contract::Contract& contract) : judge_(contract) {}

    // Of a choice that was made: status, headers (those that are documented, `deprecation`) and
    // body, an example as it stands there, else a sample. Throws ContractError where the schema is
    // wrong, or leads nowhere.
    Answer answer(const contract::Operation& operation, const Choice& choice, const Wish& wish);

    // What an answer has that its contract does not promise: a status that is not documented, a
    // header that is missing, a body that is not what its schema asks for (JSON alone is looked
    // at).
    Problems problems(const contract::Operation& operation, const http::Response& response);

    Judge& judge() { return judge_; }

  private:
    struct Body {
        std::string text;
        Problems problems;
        bool gave_up = false;
        bool is_complex = false;
    };
    using Kept = std::pair<const contract::Content*, const contract::Example*>;
    using Fields = std::vector<http::Headers::Field>;

    std::shared_ptr<const Body> body(const Choice& choice, const Wish& wish);
    Body make_body(const Choice& choice, const Wish& wish);
    Body body_of_example(const Choice& choice, const Wish& wish);
    Body body_of_items(const Choice& choice, const Wish& wish);
    std::shared_ptr<const Fields> headers(const contract::Documented& response, const Wish& wish);
    void write(Body& body, const Choice& choice, const Value& value);

    Judge judge_;
    std::mutex mutex_;
    std::map<Kept, std::shared_ptr<const Body>> bodies_;  // guarded by mutex_
    std::map<const contract::Documented*, std::shared_ptr<const Fields>> headers_;  // the same
};

}  // namespace standin::sample
