// Doing something whenever files change.
#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "mock/serve/bell.h"
#include "mock/serve/stamp.h"

namespace standin::serve {

// Runs a task, in a thread of its own which blocks all signals, when one of some files is another
// than it was, and whenever it is asked to. Editors write files in several steps: the task is run
// once nothing has happened beside the files for 50 ms, or after a second. inotify (7) tells when
// to look at them; where files change without it, as on network drives, nobody is told.
class Watch {
  public:
    // Returns the files that matter from then on, noted before they were read. Throws nothing.
    using Task = std::function<Stamps()>;

    // Without files it waits to be asked. Throws std::system_error where the system lets nobody
    // watch files.
    Watch(Stamps files, Task task);
    ~Watch();  // waits for a task that is under way
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    // Has the task run, whatever the files are. From any thread, and from a signal handler.
    void ask() noexcept { asked_.ring(); }

  private:
    void run();
    bool wait();
    void settle();
    void watch_folders();
    void drain();

    Stamps files_;
    const Task task_;
    Bell stop_;
    Bell asked_;
    const std::unique_ptr<Descriptor> events_;  // of inotify; null where no files were given
    std::thread thread_;
};

}  // namespace standin::serve
