// The real program, run as a user runs it.
#pragma once

#include <csignal>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/cli/folder.h"
#include "tests/serve/wire.h"

namespace standin::cli {

// A program that runs; what it writes goes through a pipe (stdout) and into a file (stderr). It is
// killed when this goes.
class Running {
  public:
    Running(const std::string& program, const std::vector<std::string>& arguments) {
        int ends[2];
        if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
        child_ = ::fork();
        if (child_ == 0) run(program, arguments, ends);
        ::close(ends[1]);
        out_ = ::fdopen(ends[0], "r");
    }
    ~Running() {
        if (child_ > 0) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
        std::fclose(out_);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    // The next line of stdout without its end; waits for it. "" at the end.
    std::string line() {
        std::string text;
        for (int c = std::fgetc(out_); c != EOF && c != '\n'; c = std::fgetc(out_)) {
            text += static_cast<char>(c);
        }
        return text;
    }
    std::string rest() {
        std::string text;
        for (int c = std::fgetc(out_); c != EOF; c = std::fgetc(out_)) text += static_cast<char>(c);
        return text;
    }
    pid_t process() const { return child_; }
    void signal(int number) { ::kill(child_, number); }
    // Waits for the end; the exit code, or minus the signal that ended it.
    int wait() {
        int status = 0;
        ::waitpid(child_, &status, 0);
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
    std::string errors() const { return text_of(folder_.file("stderr")); }

  private:
    [[noreturn]] void run(const std::string& program, const std::vector<std::string>& arguments,
                          const int (&ends)[2]) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        const int errors = ::open(folder_.file("stderr").c_str(), O_WRONLY | O_CREAT, 0600);
        ::dup2(errors, STDERR_FILENO);
        std::vector<char*> words = {const_cast<char*>(program.c_str())};
        for (const std::string& each : arguments) words.push_back(const_cast<char*>(each.c_str()));
        words.push_back(nullptr);
        ::execvp(program.c_str(), words.data());
        ::_exit(127);
    }

    Folder folder_;
    pid_t child_ = -1;
    std::FILE* out_ = nullptr;
};

struct Ended {
    int code = 0;
    std::string out;
    std::string errors;
};

// Runs a program to its end.
inline Ended run(const std::string& program, const std::vector<std::string>& arguments) {
    Running running(program, arguments);
    Ended ended;
    ended.out = running.rest();
    ended.code = running.wait();
    ended.errors = running.errors();
    return ended;
}

inline Ended standin(const std::vector<std::string>& arguments) {
    return run(STANDIN_PROGRAM, arguments);
}

// "http://127.0.0.1:4010" at the end of a line: the port.
inline int port_in(const std::string& line) {
    return std::stoi(line.substr(line.rfind(':') + 1));
}

// The whole answer to one request over a connection of its own.
inline std::string ask(int port, const std::string& head, const std::string& body = "") {
    serve::Client client(port);
    client.send(head + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" +
                "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n\r\n" + body);
    return client.receive_all();
}

}  // namespace standin::cli
