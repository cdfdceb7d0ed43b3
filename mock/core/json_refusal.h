// What keeps a text from being JSON: said once, for whoever sent it.
#pragma once

#include <string>
#include <string_view>

#include "mock/core/json.h"

namespace standin {

// Fills a fault, with the place as it is in the text. Never repeats more of the text than one
// character, since a fault's message goes out in answers.
class JsonRefusal {
  public:
    JsonRefusal(JsonFault& fault, std::string_view text) : fault_(fault), text_(text) {}

    // `offset` counts the bytes before the one that is wrong.
    void syntax(size_t offset, std::string message);
    void expected(size_t offset, std::string_view what);
    void depth(size_t offset, size_t limit);

  private:
    Mark mark_at(size_t offset) const;
    std::string name_at(size_t offset) const;

    JsonFault& fault_;
    std::string_view text_;
};

}  // namespace standin
