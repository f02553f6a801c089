// Work that may die without us.

#ifndef FOOTNOTE_SERVICE_CHILD_PROCESS_H_
#define FOOTNOTE_SERVICE_CHILD_PROCESS_H_

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/statusor.h"

namespace footnote {

// What a child process may use.
struct ChildLimits {
  uint64_t memory_bytes = 0;  // Address space, beyond what we have mapped.
  uint64_t cpu_seconds = 0;
};

// Runs `work` in a process of its own and returns what it returned there.
// Nothing else that it does to memory is seen here. It leaves no core behind,
// and ends with us. Only for a process of one thread.
//
// Errors: kAborted if the process ended otherwise than by returning from
// `work`, with how; kUnavailable if none can be started.
absl::StatusOr<std::string> RunApart(const ChildLimits& limits,
                                     const std::function<std::string()>& work);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_CHILD_PROCESS_H_
