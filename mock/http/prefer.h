// What a client would like, RFC 7240.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mock/http/headers.h"

namespace standin::http {

// The preferences of a request's Prefer fields, in their order. Parameters behind a preference are
// left out, and so is what is not of the field's form (section 2): nobody has to understand it.
class Preferences {
  public:
    Preferences() = default;
    explicit Preferences(const Headers& headers);

    // The value of a preference, "" where it has none; null where it is not there. Names are
    // compared without regard to case; of several the first counts (section 2).
    const std::string* find(std::string_view name) const;
    bool empty() const { return preferences_.empty(); }

  private:
    void read(std::string_view field);

    std::vector<std::pair<std::string, std::string>> preferences_;
};

}  // namespace standin::http
