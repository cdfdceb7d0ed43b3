// The commands of the program.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace standin::cli {

// How the program ends.
enum class Exit : int {
    fine = 0,
    wrong_input = 2,  // a contract, fixture or flag is wrong
    failed = 3,       // the mock failed
};

// A flag that is wrong; what() is the line to print.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct ServeOptions;

// Serves until somebody stops it. Throws UsageError and ContractError.
Exit stand_in(const ServeOptions& options);

// `standin serve …`; `arguments` are those after the command's name. Throws UsageError and
// ContractError.
Exit serve(const std::vector<std::string>& arguments);

// `standin mock …`: Prism's face. Throws as serve does.
Exit mock(const std::vector<std::string>& arguments);

// `standin explain …`: prints what was inferred. Throws UsageError and ContractError.
Exit explain(const std::vector<std::string>& arguments);

// `standin check …`: prints what it found. Throws UsageError.
Exit check(const std::vector<std::string>& arguments);

}  // namespace standin::cli
