// One engine as a program of its own, which is told what to do line by line.
//
//   build CORPUS INDEX   makes the index, prints `built NANOSECONDS`, and ends
//   serve INDEX K        prints `ready PROCESS VERSION`, then answers
//     ask WORD ...           `found NANOSECONDS PASSAGE:SCORE ...`: the K best
//                            passages, and the time from the line to them
//     load THREADS COUNT FILE
//                            `loaded NANOSECONDS`: the time in which so many
//                            threads together found COUNT times, the file's
//                            questions in turn
//
// A line that it can't obey ends it with an exit status of 1 and a message on
// stderr. Lucene (bench/quality/lucene, BestPassages) and Tantivy
// (bench/peers/tantivy) obey likewise.

#ifndef FOOTNOTE_BENCH_PEERS_ENGINE_SERVER_H_
#define FOOTNOTE_BENCH_PEERS_ENGINE_SERVER_H_

#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "bench/peers/engine.h"

namespace footnote::bench {

// Does with `engine` what `arguments` say, as above. Errors: kInvalidArgument
// for what is none of the above; kNotFound if a file can't be read; those of
// the engine.
absl::Status RunEngine(const Engine& engine,
                       const std::vector<std::string>& arguments,
                       std::istream& in, std::ostream& out);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PEERS_ENGINE_SERVER_H_
