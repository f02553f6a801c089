// Loads a real server and tells what it bears.

#ifndef FOOTNOTE_BENCH_LOAD_MEASURE_H_
#define FOOTNOTE_BENCH_LOAD_MEASURE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "bench/load/load_report.pb.h"
#include "bench/load/loaded_server.h"

namespace footnote::bench {

// What is measured, and how long.
struct LoadOptions {
  std::string data;       // Folder of the two files below; for the report.
  std::string corpus;     // File of documents, as ReadDatasetFiles() has it.
  std::string questions;  // File of questions, likewise.
  Programs programs;
  std::vector<std::string> server_arguments;
  uint64_t passages = 0;  // At least so many, made of the documents.
  int threads = 1;        // That make the calls.
  double seconds = 5;     // Of a turn.
  int turns = 3;          // Of each method.
  uint32_t seed = 1;      // Of the arrivals.
  bool during_import = false;
};

// Starts a server with the corpus and measures `Health/Check` and `Ask` in
// turns: the greatest rate of each that it keeps up with, then how long calls
// take at half of that; and, if asked for, `Ask` without and during an import.
//
// Errors: those of a call that fails other than by overload; kUnavailable if a
// program does not do its part; kFailedPrecondition if an import ends too soon.
absl::StatusOr<LoadReport> MeasureLoad(const LoadOptions& options);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_LOAD_MEASURE_H_
