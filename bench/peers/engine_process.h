// An engine's process, as engine_server.h has it, seen from outside.

#ifndef FOOTNOTE_BENCH_PEERS_ENGINE_PROCESS_H_
#define FOOTNOTE_BENCH_PEERS_ENGINE_PROCESS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "bench/peers/engine.h"
#include "tests/client/program.h"

namespace footnote::bench {

// What an engine found, and how long it took.
struct Finding {
  double microseconds = 0;
  std::vector<Hit> hits;  // Best first.
};

// The memory that a process has.
struct ResidentMemory {
  uint64_t bytes = 0;
  uint64_t bytes_of_files = 0;  // Among them, pages of files that are mapped.
};

// Runs the program `command` to make `index` of `corpus`, and returns the
// seconds that it says it took. Errors: kFailedPrecondition if it fails.
absl::StatusOr<double> BuildIndex(const std::vector<std::string>& command,
                                  const std::string& corpus,
                                  const std::string& index);

// An engine that serves. Ends with this object. Not thread-safe.
//
// Errors of all: kFailedPrecondition if the process has ended or says what
// makes no sense.
class EngineProcess {
 public:
  // Runs `command` to serve `index`, `limit` passages a question.
  static absl::StatusOr<std::unique_ptr<EngineProcess>> Start(
      const std::vector<std::string>& command, const std::string& index,
      size_t limit);

  const std::string& version() const { return version_; }

  absl::StatusOr<Finding> Ask(const std::string& question);

  // Returns how many questions a second so many threads answer, `count` of
  // those in the file in all.
  absl::StatusOr<double> QuestionsPerSecond(size_t threads, size_t count,
                                            const std::string& file);

  absl::StatusOr<ResidentMemory> Memory() const;

 private:
  explicit EngineProcess(const std::vector<std::string>& arguments);

  // Writes `line`, and returns what stands behind `word` in the line that
  // answers.
  absl::StatusOr<std::string> Exchange(const std::string& line,
                                       const std::string& word);

  testing::Program program_;
  std::string process_;  // Its number.
  std::string version_;
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PEERS_ENGINE_PROCESS_H_
