#include "mock/cli/command_line.h"

#include "mock/cli/command.h"

namespace standin::cli {

namespace po = boost::program_options;

po::variables_map read_command_line(const std::vector<std::string>& arguments,
                                    const po::options_description& options, const char* alone,
                                    const std::string& command) {
    po::positional_options_description positional;
    positional.add(alone, -1);
    po::variables_map map;
    try {
        using namespace po::command_line_style;
        po::store(po::command_line_parser(arguments)
                      .options(options)
                      .positional(positional)
                      .style(default_style & ~allow_guessing)
                      .run(),
                  map);
    } catch (const po::error& error) {
        throw UsageError(std::string(error.what()) + "; see standin " + command + " --help");
    }
    return map;
}

}  // namespace standin::cli
