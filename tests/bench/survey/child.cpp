#include "tests/bench/survey/child.h"

#include <fstream>

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace survey {

namespace {

[[noreturn]] void become(const std::vector<std::string>& command) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nothing, standard);
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execvp(words.front(), words.data());
    _exit(127);
}

double kibibytes_of(const std::string& process) {
    std::ifstream stream("/proc/" + process + "/status");
    for (std::string word; stream >> word;) {
        double figure = 0;
        if (word == "VmRSS:" && stream >> figure) return figure;
    }
    return 0;
}

}  // namespace

Child::Child(const std::vector<std::string>& command) : pid_(fork()) {
    if (pid_ == 0) become(command);
    setpgid(pid_, pid_);
}

Child::~Child() {
    kill(-pid_, SIGKILL);
    if (!ended_) waitpid(pid_, nullptr, 0);
}

bool Child::is_alive() {
    if (!ended_) ended_ = waitpid(pid_, nullptr, WNOHANG) != 0;
    return !ended_;
}

double Child::memory() const {
    const std::string own = std::to_string(pid_);
    double sum = kibibytes_of(own);
    std::ifstream children("/proc/" + own + "/task/" + own + "/children");
    for (std::string child; children >> child;) sum += kibibytes_of(child);
    return sum / 1024;
}

}  // namespace survey
