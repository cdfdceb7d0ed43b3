// What stops the mock from starting: a mistake in a contract, a fixture or a flag.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "mock/core/value.h"

namespace standin {

// One mistake with its place. `file` is empty for a flag; `mark` and `pointer` are empty where the
// whole file is meant.
struct Mistake {
    std::string file;
    Mark mark;
    std::string pointer;  // JSON Pointer into the file
    std::string message;

    // "file:line:column: message (pointer)", without the parts that are empty.
    std::string text() const;
};

// Thrown with every mistake that was found, at least one.
class ContractError : public std::runtime_error {
  public:
    explicit ContractError(std::vector<Mistake> mistakes);
    explicit ContractError(Mistake mistake) : ContractError(std::vector{std::move(mistake)}) {}

    const std::vector<Mistake>& mistakes() const { return mistakes_; }

  private:
    std::vector<Mistake> mistakes_;
};

}  // namespace standin
