// `standin explain`: what was inferred of a contract, and an overlay that says it.
#include "mock/contract/explain.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "mock/cli/command.h"
#include "mock/cli/command_line.h"
#include "mock/cli/shipped.h"
#include "mock/contract/contracts.h"

namespace standin::cli {

namespace {

namespace po = boost::program_options;
namespace fs = std::filesystem;

constexpr const char* help = R"help(Usage: standin explain FILE [OPTION…]

Prints what the mock makes of an OpenAPI document: its resources, what they are known by,
which operation does what to them and why, and which operations answer from examples.

Options:
  --overlay FILE   OpenAPI Overlay that is laid over the document first, or the name of
                   one that ships; may be given several times
  --write FILE     writes an overlay that says the same in x-standin: edit what is not
                   meant, and give it to serve --overlay. A file that is there is kept.
  --help           this text

Exit codes: 0 fine, 2 the document or a flag is wrong, 3 the program failed.
)help";

using Texts = std::vector<std::string>;

po::variables_map parsed(const Texts& arguments) {
    po::options_description all;
    all.add_options()("overlay", po::value<Texts>())("write", po::value<std::string>())("help", "")(
        "file", po::value<Texts>());
    po::variables_map map = read_command_line(arguments, all, "file", "explain");
    if (!map.count("help") && (!map.count("file") || map["file"].as<Texts>().size() != 1)) {
        throw UsageError("explain takes one file; see standin explain --help");
    }
    return map;
}

// How the overlay names its document: relative to where it stands itself.
std::string extends_of(const std::string& file, const std::string& overlay) {
    const fs::path folder = fs::absolute(overlay).lexically_normal().parent_path();
    const std::string path = fs::absolute(file).lexically_normal().lexically_relative(folder);
    return path.starts_with("../") ? path : "./" + path;
}

void write(const std::string& file, const std::string& text) {
    if (fs::exists(file)) throw UsageError("--write " + file + ": the file is there already");
    std::ofstream stream(file);
    stream << text;
    stream.close();
    if (!stream) throw UsageError("--write " + file + " cannot be written");
}

}  // namespace

Exit explain(const std::vector<std::string>& arguments) {
    const po::variables_map map = parsed(arguments);
    if (map.count("help")) {
        std::fputs(help, stdout);
        return Exit::fine;
    }
    const std::string file = map["file"].as<Texts>().front();
    Texts overlays;
    for (const std::string& overlay : map.count("overlay") ? map["overlay"].as<Texts>() : Texts{}) {
        overlays.push_back(overlay_file(overlay));
    }
    const auto contract = contract::load_contracts({{file}}, overlays).contracts.front();
    std::fputs(contract::explanation_of(*contract).c_str(), stdout);
    if (map.count("write")) {
        const std::string overlay = map["write"].as<std::string>();
        write(overlay, contract::overlay_of(*contract, extends_of(file, overlay)));
        std::printf("\nwritten to %s\n", overlay.c_str());
    }
    return Exit::fine;
}

}  // namespace standin::cli
