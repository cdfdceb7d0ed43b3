// Telling whether files are what they were.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace standin::serve {

// What tells one state of a file from another, links followed; all zero where there is no file.
struct Stamp {
    uint64_t device = 0;
    uint64_t inode = 0;
    int64_t size = 0;
    int64_t seconds = 0;  // of the last change, since 1970
    int64_t nanoseconds = 0;

    bool operator==(const Stamp&) const = default;
};

// Files, and folders of .yaml, .yml and .json files, as they were when they were noted.
class Stamps {
  public:
    // Should come before the file is read; of a path that is noted already, the first time counts.
    void note(const std::string& path);

    // Whether a file is another than was noted, is gone, or is there and was not.
    bool stale() const;

    bool empty() const { return noted_.empty(); }
    // The folders that exist in which something happens when a file changes: its own, that of what
    // it links to, and where there is none, the nearest one above.
    std::vector<std::string> folders() const;

  private:
    using Files = std::map<std::string, Stamp>;
    static Files files_at(const std::string& path);

    std::map<std::string, Files> noted_;  // by path
};

}  // namespace standin::serve
