// The contracts, overlays and fixtures that ship with the program.
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

// The file of the overlay that ships under that name, or else the file of that name. Throws
// UsageError where there is neither.
std::string overlay_file(const std::string& overlay);

}  // namespace standin::cli
