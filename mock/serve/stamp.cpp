#include "mock/serve/stamp.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <sys/stat.h>

namespace standin::serve {

namespace {

namespace fs = std::filesystem;

Stamp stamp_of(const std::string& file) {
    struct stat found {};
    if (::stat(file.c_str(), &found) != 0) return {};
    return {found.st_dev, found.st_ino, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

// The nearest folder that is there: the path itself, or one above it.
std::string nearest_folder(fs::path path) {
    std::error_code error;
    while (!fs::is_directory(path, error) && path.has_relative_path()) path = path.parent_path();
    return path.string();
}

}  // namespace

Stamps::Files Stamps::files_at(const std::string& path) {
    std::error_code error;
    if (!fs::is_directory(path, error)) return {{path, stamp_of(path)}};
    Files files;
    for (const auto& entry : fs::directory_iterator(path, error)) {
        const auto extension = entry.path().extension();
        const bool read = extension == ".yaml" || extension == ".yml" || extension == ".json";
        if (read) files[entry.path().string()] = stamp_of(entry.path().string());
    }
    return files;
}

void Stamps::note(const std::string& path) {
    const auto [noted, fresh] = noted_.try_emplace(fs::absolute(path).lexically_normal().string());
    if (fresh) noted->second = files_at(noted->first);
}

bool Stamps::stale() const {
    return std::ranges::any_of(
        noted_, [](const auto& each) { return files_at(each.first) != each.second; });
}

std::vector<std::string> Stamps::folders() const {
    std::set<std::string> folders;
    for (const auto& [path, files] : noted_) {
        folders.insert(nearest_folder(path));
        for (const auto& [file, stamp] : files) {
            std::error_code error;
            folders.insert(nearest_folder(fs::path(file).parent_path()));
            const fs::path linked = fs::canonical(file, error);
            if (!error) folders.insert(linked.parent_path().string());
        }
    }
    return {folders.begin(), folders.end()};
}

}  // namespace standin::serve
