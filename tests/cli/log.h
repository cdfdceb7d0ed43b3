// What a program tells while it runs, and waiting for it.
#pragma once

#include <chrono>
#include <functional>
#include <regex>
#include <string>
#include <thread>

namespace standin::cli {

// Waits until something is so, and fails after ten seconds.
inline bool comes_true(const std::function<bool()>& test) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!test()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

inline size_t count_of(const std::string& text, const std::string& part) {
    size_t count = 0;
    for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

// The whole lines of a log without their times, and without those of requests.
inline std::string told(const std::string& log) {
    static const std::regex left_out(
        "[0-9-]{10}T[^ ]+ info (\\[[^ ]+\\] )?[A-Z]+ /[^\n]*\n|[0-9-]{10}T[^ ]+ ");
    return std::regex_replace(log.substr(0, log.rfind('\n') + 1), left_out, "");
}

}  // namespace standin::cli
