// Asks engines the same questions in turn.

#ifndef FOOTNOTE_BENCH_PEERS_COMPARE_H_
#define FOOTNOTE_BENCH_PEERS_COMPARE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "bench/peers/comparison.pb.h"
#include "bench/peers/corpus_lines.h"

namespace footnote::bench {

// An engine that takes part.
struct Contender {
  std::string name;
  std::vector<std::string> command;  // As engine_server.h has it.
  std::string index;                 // File name; those of one share an index.

  // It claims what scoring every passage gives, and is held to it.
  bool is_exact = false;

  // It is asked the first questions only, in the first round, and once before.
  bool is_slow = false;

  // Its throughput is measured.
  bool is_loaded = true;
};

// How often to ask.
struct CompareOptions {
  uint32_t warm_ups = 20;  // Times that an engine that is not slow is asked all
                           // its questions before: a compiler at run time needs
                           // as many.
  uint32_t rounds = 10;
  uint32_t slow_questions = 20;
  std::vector<uint32_t> threads = {1, 2, 4};
  double load_seconds = 3;  // About so long for each engine and thread count.
};

// Builds the indexes of `contenders`, the first of which scores every passage,
// in `folder`, starts all, warms them up, and measures them: each question of
// each engine in turn, round after round, on one thread, then their throughput.
//
// Errors: as BuildIndex() and EngineProcess; kDataLoss if an engine that is
// exact finds anything else than the first.
absl::StatusOr<Comparison> Compare(const CorpusLines& corpus,
                                   const std::vector<Contender>& contenders,
                                   const CompareOptions& options,
                                   const std::string& folder);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PEERS_COMPARE_H_
