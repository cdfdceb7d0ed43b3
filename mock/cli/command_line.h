// Reading a command's words.
#pragma once

#include <string>
#include <vector>

#include <boost/program_options.hpp>

namespace standin::cli {

// The flags and the words that stand alone, which are the values of the option `alone`. Flags are
// not cut short. Throws UsageError, with a hint at `standin COMMAND --help`.
boost::program_options::variables_map read_command_line(
    const std::vector<std::string>& arguments,
    const boost::program_options::options_description& options, const char* alone,
    const std::string& command);

}  // namespace standin::cli
