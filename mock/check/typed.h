// Text becomes values of the types that a schema names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mock/check/sent.h"
#include "mock/contract/shape.h"
#include "mock/core/builder.h"

namespace standin::check {

// Whether a text is a JSON number (RFC 8259, section 6): what stands in a query is no looser.
bool is_number(std::string_view text);

// A text that was to be JSON and is not.
struct Unreadable {
    std::string pointer;  // below the value
    std::string why;
};

// Makes values of what was sent. It refuses nothing: text that is not of a type stays text, and a
// value that was sent several times becomes an array, for the schema to refuse. Values live in the
// document that it is given. For one thread.
class Typist {
  public:
    // `guesses`: where an object or array is wanted, text that is JSON is read as such.
    explicit Typist(Document& document, bool guesses = false)
        : document_(document), guesses_(guesses) {}

    // `shape` is null where no schema speaks.
    Value value(const Sent& sent, const contract::Shape* shape);
    // The same of a member of that name.
    Value value(std::string_view name, const Sent& sent, const contract::Shape* shape);
    // One text as a single value.
    Value single(std::string_view text, const contract::Kinds& kinds);
    // The value of a JSON text, deep-copied; null, and one more of unreadable(), where it is none.
    Value json(std::string_view text);

    const std::vector<Unreadable>& unreadable() const { return unreadable_; }

  private:
    Value leaf(const Leaf& leaf, const contract::Shape* shape);
    Value list(const std::vector<Leaf>& texts, const contract::Shape* shape);
    Value items(const Sent& sent, const contract::Shape* shape);
    Value object(const Sent& sent, const contract::Shape* shape);

    Document& document_;
    const bool guesses_;
    std::string pointer_;
    std::vector<Unreadable> unreadable_;
};

}  // namespace standin::check
