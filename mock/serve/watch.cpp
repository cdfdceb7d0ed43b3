#include "mock/serve/watch.h"

#include <array>
#include <chrono>

#include <poll.h>
#include <sys/inotify.h>

#include "mock/serve/signal_mask.h"

namespace standin::serve {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds quiet{50};
constexpr milliseconds patience{1000};
// Writing alone is none: a log that grows beside the contract must not keep this busy.
constexpr uint32_t changes = IN_CREATE | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE | IN_DELETE_SELF |
                             IN_MOVED_FROM | IN_MOVED_TO | IN_MOVE_SELF;

std::unique_ptr<Descriptor> events_of(const Stamps& files) {
    if (files.empty()) return nullptr;
    return std::make_unique<Descriptor>(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC), "inotify");
}

}  // namespace

Watch::Watch(Stamps files, Task task)
    : files_(std::move(files)), task_(std::move(task)), events_(events_of(files_)) {
    watch_folders();
    const SignalMask mask;
    thread_ = std::thread([this] { run(); });
}

Watch::~Watch() {
    stop_.ring();
    thread_.join();
}

void Watch::run() {
    while (wait()) {
        files_ = task_();
        watch_folders();
    }
}

// Until the task is to be run; false where that is over. Files are looked at first: they may have
// changed while nobody watched.
bool Watch::wait() {
    while (!files_.stale()) {
        std::array<pollfd, 3> events = {{{stop_.descriptor(), POLLIN, 0},
                                         {asked_.descriptor(), POLLIN, 0},
                                         {events_ ? events_->number() : -1, POLLIN, 0}}};
        ::poll(events.data(), events.size(), -1);
        if (events[0].revents) return false;
        if (events[1].revents) break;
        settle();
        watch_folders();
    }
    asked_.quiet();
    if (files_.stale()) settle();
    return !stop_.wait(milliseconds(0));
}

// Waits until nothing happens any more.
void Watch::settle() {
    if (!events_) return;
    const auto end = std::chrono::steady_clock::now() + patience;
    pollfd event{events_->number(), POLLIN, 0};
    do {
        drain();
    } while (::poll(&event, 1, static_cast<int>(quiet.count())) > 0 &&
             std::chrono::steady_clock::now() < end);
}

// What happened does not matter: the files tell.
void Watch::drain() {
    std::array<char, 4096> events;
    while (::read(events_->number(), events.data(), events.size()) > 0) continue;
}

// Folders come and go with the files in them, so all are named again; those that are watched stay.
void Watch::watch_folders() {
    if (!events_) return;
    for (const std::string& folder : files_.folders()) {
        ::inotify_add_watch(events_->number(), folder.c_str(), changes);
    }
}

}  // namespace standin::serve
