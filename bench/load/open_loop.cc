#include "bench/load/open_loop.h"

#include <chrono>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"

namespace footnote::bench {
namespace {

using Clock = std::chrono::steady_clock;

// Notes the ends of a run's calls. Thread-safe.
class Ends {
 public:
  explicit Ends(size_t calls) : open_(calls) { run_.latencies.resize(calls); }

  void Note(size_t call, absl::Duration latency, const absl::Status& status) {
    const absl::MutexLock lock(&mutex_);
    run_.latencies[call] = latency;
    if (!status.ok() && run_.failed++ == 0) run_.first_failure = status;
    --open_;
  }

  // Waits until all calls have ended and returns what became of them.
  LoadRun Wait() {
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(
        +[](size_t* open) { return *open == 0; }, &open_));
    return std::move(run_);
  }

 private:
  absl::Mutex mutex_;
  LoadRun run_ ABSL_GUARDED_BY(mutex_);
  size_t open_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

LoadRun RunOpenLoop(const std::vector<absl::Duration>& arrivals,
                    StartCall start) {
  Ends ends(arrivals.size());
  const Clock::time_point begin = Clock::now();
  Clock::time_point due = begin;
  for (size_t i = 0; i < arrivals.size(); ++i) {
    due = begin + absl::ToChronoNanoseconds(arrivals[i]);
    std::this_thread::sleep_until(due);
    start(i, [&ends, i, due](const absl::Status& status) {
      ends.Note(i, absl::FromChrono(Clock::now() - due), status);
    });
  }
  LoadRun run = ends.Wait();
  run.overrun = absl::FromChrono(Clock::now() - due);
  return run;
}

}  // namespace footnote::bench
