// Keeps signals away from the threads that the transport starts.
#pragma once

#include <csignal>

namespace standin::serve {

// Blocks every signal of the calling thread, and of the threads it starts, while it lives: signals
// are left to the threads of whoever runs the server.
class SignalMask {
  public:
    SignalMask() {
        sigset_t all;
        sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~SignalMask() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    SignalMask(const SignalMask&) = delete;
    SignalMask& operator=(const SignalMask&) = delete;

  private:
    sigset_t before_{};
};

}  // namespace standin::serve
