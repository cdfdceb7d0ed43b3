#include "mock/cli/shipped.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "mock/cli/command.h"

namespace standin::cli {

namespace fs = std::filesystem;

std::string find_shipped_folder(const std::string& name) {
    const fs::path program = fs::canonical("/proc/self/exe").parent_path();
    // <prefix>/bin/standin, and <source>/build/<preset>/standin
    for (const fs::path& around : {program / ".." / "share" / "standin", program / ".." / ".."}) {
        if (fs::is_directory(around / name)) return (around / name).lexically_normal().string();
    }
    return {};
}

std::string shipped_folder(const std::string& name) {
    std::string folder = find_shipped_folder(name);
    if (!folder.empty()) return folder;
    throw std::runtime_error("no folder \"" + name + "\" belongs to this program");
}

std::vector<std::string> shipped_contracts() {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(shipped_folder("contracts"))) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string overlay_file(const std::string& overlay) {
    std::set<std::string> names;
    const fs::path folder = fs::path(find_shipped_folder("contracts")) / "overlays";
    if (fs::is_directory(folder)) {
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (entry.path().extension() == ".yaml") names.insert(entry.path().stem().string());
        }
    }
    if (names.contains(overlay)) return (folder / (overlay + ".yaml")).string();
    if (fs::exists(overlay)) return overlay;
    std::string known;
    for (const std::string& name : names) {
        known += (known.empty() ? "; the overlays that ship are " : ", ") + name;
    }
    throw UsageError("--overlay " + overlay + " is no file" + known);
}

}  // namespace standin::cli
