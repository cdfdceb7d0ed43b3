// The JSON Schemas of the mock's own forms: what they say of a file, as mistakes with their places.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mock/contract/source.h"
#include "mock/core/problem.h"
#include "mock/schema/schema.h"

namespace standin::contract {

// A part of a file that a schema speaks of.
struct Subject {
    const Source& source;
    const Value& value;
    std::string pointer;    // of the value in its file
    Mark mark;              // where the value as a whole is complained of
    std::string_view name;  // what the value as a whole is called
};

// An embedded schema, compiled when it is made; then immutable, so safe to share among threads.
class OwnSchema {
  public:
    // `file` is the name of an embedded file, `called` what sentences call it ("the extension's
    // schema"), `pointers` the schemas in it that are checked against.
    OwnSchema(std::string_view file, std::string_view called,
              const std::vector<std::string>& pointers);

    // Appends what the schema at one of the pointers says of a subject: in words of the mock's own
    // and not in a contract's catalogue, which may be the thing that is broken.
    void check(std::string_view pointer, const Subject& subject,
               std::vector<Mistake>& mistakes) const;

  private:
    std::string sentence_of(const Problem& problem, std::string_view whole) const;

    const std::string called_;
    const Source source_;
    schema::Schemas schemas_;
    std::map<std::string, const schema::Schema*, std::less<>> compiled_;  // by pointer
};

}  // namespace standin::contract
