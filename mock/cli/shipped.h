// The contracts and fixtures that ship with the program.
#pragma once

#include <string>
#include <vector>

namespace standin::cli {

// The folder "contracts" or "fixtures" that belongs to this program: beside the build folder it was
// made in, or under share/standin where it was installed; "" where there is none.
std::string find_shipped_folder(const std::string& name);

// The same; throws std::runtime_error where there is none.
std::string shipped_folder(const std::string& name);

// The contract files of the shipped folder, by name.
std::vector<std::string> shipped_contracts();

}  // namespace standin::cli
