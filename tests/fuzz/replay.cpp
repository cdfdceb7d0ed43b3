// Plays every file of the folders it is given through a fuzz target, without libFuzzer: what was
// found once stays mended. A folder that is not there is empty; no file at all is a failure.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/target.h"

namespace {

using std::filesystem::path;

std::vector<path> files_in(const path& folder) {
    std::vector<path> files;
    if (!is_directory(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void play(const path& file) {
    std::cout << file.string() << std::endl;  // the last line names the file that crashes
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    standin::fuzz::expect(!stream.bad(), "cannot be read", file.c_str());
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(text.data()), text.size());
}

}  // namespace

int main(int count, char** words) {
    size_t played = 0;
    for (int i = 1; i < count; ++i) {
        for (const path& file : files_in(words[i])) {
            play(file);
            ++played;
        }
    }
    standin::fuzz::expect(played > 0, "there is no file to play");
}
