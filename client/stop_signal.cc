#include "client/stop_signal.h"

#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

namespace footnote {
namespace {

// What the signal handler sets; a handler takes no arguments.
std::atomic<StopSignal*> interrupted = nullptr;

void StopInterrupted(int) {
  if (StopSignal* signal = interrupted.load()) signal->Stop();
}

}  // namespace

StopSignal::StopSignal() : fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

StopSignal::~StopSignal() {
  StopSignal* self = this;
  interrupted.compare_exchange_strong(self, nullptr);
  close(fd_);
}

void StopSignal::StopOnInterrupt() {
  interrupted.store(this);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action = {};
    sigaction(number, nullptr, &action);
    // Whoever began this process with nohup means it to go on.
    if (action.sa_handler == SIG_IGN) continue;
    action = {};
    action.sa_handler = StopInterrupted;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigaction(number, &action, nullptr);
  }
}

void StopSignal::Stop() {
  stopped_.store(true);
  const uint64_t one = 1;
  // A full counter is readable as well, so a failed write loses nothing.
  [[maybe_unused]] const ssize_t written = write(fd_, &one, sizeof(one));
}

}  // namespace footnote
