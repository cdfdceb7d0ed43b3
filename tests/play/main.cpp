// Plays case files: case_player [--socket] [--twice] [--update] FILE…
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <vector>

#include "tests/play/player.h"

namespace {

using namespace standin::play;
namespace http = standin::http;

struct Order {
    Way way = Way::engine;
    bool twice = false;
    bool update = false;
    std::vector<std::string> files;
};

bool same(const Played& first, const Played& second) {
    for (size_t i = 0; i < first.answers.size(); ++i) {
        const http::Response& left = first.answers[i].response;
        const http::Response& right = second.answers[i].response;
        if (first.answers[i].wire != second.answers[i].wire || left.status != right.status ||
            left.body != right.body || !(left.headers == right.headers)) {
            return false;
        }
    }
    return true;
}

// How many failures a file has.
size_t play_file(const std::string& file, const Order& order) {
    const Case read = read_case(file);
    Played played = play(read, order.way, STANDIN_SOURCE_DIR);
    if (order.update) {
        const std::string text = with_answers(read, played.answers);  // reads the file
        std::ofstream(file) << text;
        return 0;
    }
    if (order.twice && !same(played, play(read, order.way, STANDIN_SOURCE_DIR))) {
        played.failures.push_back(file + ": the second run gave other bytes\n");
    }
    for (const std::string& failure : played.failures) std::fputs(failure.c_str(), stderr);
    return played.failures.size();
}

}  // namespace

int main(int count, char** words) {
    Order order;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--socket") {
            order.way = Way::socket;
        } else if (word == "--twice") {
            order.twice = true;
        } else if (word == "--update") {
            order.update = true;
        } else {
            order.files.push_back(word);
        }
    }
    if (order.files.empty()) {
        std::fputs("case_player: no case file is named\n", stderr);
        return 2;
    }
    size_t failures = 0;
    try {
        for (const std::string& file : order.files) failures += play_file(file, order);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
    return failures == 0 ? 0 : 1;
}
