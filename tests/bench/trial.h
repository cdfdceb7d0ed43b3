// What a judge of JSON is measured on, and how: shared by the programs beside it.
#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace bench {

inline double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

[[noreturn]] inline void stop(const std::string& message) {
    std::fprintf(stderr, "%s\n", message.c_str());
    std::exit(EXIT_FAILURE);
}

inline std::string text_of(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) stop("Cannot read " + file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// How many nanoseconds one call takes: the median of batches of several milliseconds each. The
// calls that find out how many make a batch are the warm-up.
template <class Call>
double nanoseconds_of(Call call) {
    constexpr double batch_seconds = 0.005;
    constexpr size_t batches = 15;
    const auto seconds_of = [&](size_t calls) {
        const auto begin = std::chrono::steady_clock::now();
        for (size_t i = 0; i < calls; ++i) call();
        return seconds_since(begin);
    };
    size_t calls = 1;
    while (seconds_of(calls) < batch_seconds) calls *= 2;
    std::array<double, batches> times;
    for (double& time : times) time = seconds_of(calls) / static_cast<double>(calls) * 1e9;
    std::nth_element(times.begin(), times.begin() + batches / 2, times.end());
    return times[batches / 2];
}

// One body of those that are measured, valid or not.
struct Trial {
    std::string name;
    bool valid;
    std::string schema;
    std::string body;
};

inline std::vector<Trial> read_trials(const std::string& folder) {
    std::vector<Trial> trials;
    for (const std::string name : {"provider", "router", "ruleset"}) {
        for (const bool valid : {true, false}) {
            const std::string file = folder + "/" + name;
            trials.push_back({name, valid, text_of(file + ".schema.json"),
                              text_of(file + (valid ? ".valid.json" : ".invalid.json"))});
        }
    }
    return trials;
}

// Prints one figure of a tool. `check` and `parse_and_check` return the verdict, which must be the
// expected one.
template <class Check, class ParseAndCheck>
void measure(const char* tool, const Trial& trial, Check check, ParseAndCheck parse_and_check) {
    const auto tell = [&](const char* mode, auto call) {
        if (call() != trial.valid) stop(std::string(tool) + " misjudges " + trial.name);
        volatile bool verdict = false;
        const double nanoseconds = nanoseconds_of([&] { verdict = call(); });
        std::printf("judge %s %s %s %s %.1f\n", tool, trial.name.c_str(),
                    trial.valid ? "valid" : "invalid", mode, nanoseconds);
    };
    tell("check", check);
    tell("parse", parse_and_check);
}

}  // namespace bench
