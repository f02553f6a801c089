// Comparisons for people to read, as Markdown.

#ifndef FOOTNOTE_BENCH_PEERS_TABLES_H_
#define FOOTNOTE_BENCH_PEERS_TABLES_H_

#include <cstdint>
#include <string>

#include "bench/peers/comparison.pb.h"

namespace footnote::bench {

// Returns `number` as in `1,000,000`.
std::string WithCommas(uint64_t number);

// Returns the engines of one corpus, a line each: their times for a question
// on one thread, how many times as long as Footnote's, the overlap with the
// best passages, and what index and process take.
std::string EngineTable(const Comparison& comparison);

// Returns how many questions a second each engine answers on how many threads,
// or nothing where that was not measured.
std::string ThroughputTable(const Comparison& comparison);

// Returns the mean time of each engine, a column for each generated corpus.
std::string GrowthTable(const Comparisons& comparisons);

// Returns the goals, and which are reached.
std::string GoalTable(const Comparisons& comparisons);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PEERS_TABLES_H_
