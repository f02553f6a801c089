// Calls that come when they are due, however long those before them take.

#ifndef FOOTNOTE_BENCH_LOAD_OPEN_LOOP_H_
#define FOOTNOTE_BENCH_LOAD_OPEN_LOOP_H_

#include <cstddef>
#include <functional>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/time/time.h"

namespace footnote::bench {

// Told once, from any thread, how a call ended.
using CallDone = std::function<void(const absl::Status&)>;

// Starts call `n` of a run, from 0, without waiting for its end, and tells
// `done` of it then.
using StartCall = absl::FunctionRef<void(size_t n, CallDone done)>;

// What became of the calls of a run.
struct LoadRun {
  // From when each was due, not from when it was sent, so that a server that
  // stalls is charged for all who would have come meanwhile. In order of the
  // calls. Gil Tene: "How NOT to measure latency", 2015.
  std::vector<absl::Duration> latencies;

  size_t failed = 0;
  absl::Status first_failure;  // Of those that failed, the first that ended.

  // From when the last call was due until all had ended.
  absl::Duration overrun;
};

// Starts a call at each of `arrivals`, which are in order and count from now,
// and returns when all have ended.
LoadRun RunOpenLoop(const std::vector<absl::Duration>& arrivals,
                    StartCall start);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_LOAD_OPEN_LOOP_H_
