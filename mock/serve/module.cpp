#include "mock/serve/module.h"

#include <filesystem>

#include <dlfcn.h>

namespace standin::serve {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& file, const std::string& why) {
    throw ModuleError("cannot load " + file + ": " + why);
}

// dlerror starts with the path of the file where it is about the file.
std::string last_mistake() {
    const char* mistake = dlerror();
    return mistake ? mistake : "there is no reason to be had";
}

fs::path place_of(const std::string& file) {
    std::error_code error;
    const fs::path beside = fs::read_symlink("/proc/self/exe", error).parent_path();
    if (error) fail(file, "/proc/self/exe: " + error.message());
    const fs::path installed = (beside / STANDIN_MODULE_FOLDER).lexically_normal();
    for (const fs::path& folder : {beside, installed}) {
        if (fs::exists(folder / file, error)) return folder / file;
    }
    fail(file, "it lies neither in " + beside.string() + " nor in " + installed.string());
}

}  // namespace

void* symbol_of(const std::string& name, const char* symbol) {
    const std::string file = "standin-" + name + ".so";
    void* module = dlopen(place_of(file).c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!module) fail(file, last_mistake());
    void* found = dlsym(module, symbol);
    if (!found) fail(file, last_mistake());
    return found;
}

}  // namespace standin::serve
