// Asks a server and its peers the questions of a data set.

#ifndef FOOTNOTE_BENCH_QUALITY_MEASURE_H_
#define FOOTNOTE_BENCH_QUALITY_MEASURE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "bench/quality/measurement.pb.h"

namespace footnote::bench {

// What to measure, and against what.
struct MeasureOptions {
  std::string data;                         // Folder of the set.
  std::string questions = "queries.jsonl";  // File in it.

  // A server that runs, HOST:PORT; empty: one of our own, the program
  // `footnoted` with `server_arguments`.
  std::string server;
  std::string footnoted;
  std::vector<std::string> server_arguments;

  // Of `fts5`, `plain` and `lucene`, the latter by the program `lucene`.
  std::vector<std::string> baselines;
  std::string lucene;

  // Only the questions that FoldOf() gives to `part` of `parts`.
  uint32_t part = 0;
  uint32_t parts = 1;

  // At most as many questions, evenly spaced over the others; 0: all.
  size_t limit = 0;
};

// Measures Footnote first, then the baselines. A baseline that can't be had is
// told of on stderr and passed over. Documents are imported in an order that
// says nothing of how they were given, so that no system gains by it.
//
// Errors: as ReadDataset(), ServerProgram::Start() and ServerCorpus;
// kInvalidArgument if no question is left to ask.
absl::StatusOr<Measurement> MeasureQuality(const MeasureOptions& options);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_MEASURE_H_
