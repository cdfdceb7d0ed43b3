#include "mock/serve/crew.h"

#include <algorithm>

#include "mock/serve/signal_mask.h"

namespace standin::serve {

Crew::Crew(Work work, size_t threads, size_t most) : work_(std::move(work)), most_(most) {
    hire(threads);
}

void Crew::relieve() {
    if (stuck()) hire(std::min(size(), most_ - std::min(most_, size())));
}

void Crew::join() {
    for (Worker& worker : workers_) {
        if (worker.thread.joinable()) worker.thread.join();
    }
}

void Crew::hire(size_t threads) {
    const SignalMask mask;
    for (size_t i = 0; i < threads; ++i) {
        Worker& worker = workers_.emplace_back();
        worker.thread = std::thread([this, &worker] { work_(worker.pulse); });
    }
}

bool Crew::stuck() {
    bool all = true;
    for (Worker& worker : workers_) {
        const uint64_t count = worker.pulse.count();
        all = all && count == worker.seen && count % 2 == 1;
        worker.seen = count;
    }
    return all;
}

}  // namespace standin::serve
