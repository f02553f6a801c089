// The text that all engines are given: passages and questions, a line each,
// words of lower-case ASCII letters with a space between any two, so that
// whatever cuts at spaces cuts alike.

#ifndef FOOTNOTE_BENCH_PEERS_CORPUS_LINES_H_
#define FOOTNOTE_BENCH_PEERS_CORPUS_LINES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace footnote::bench {

// Where a corpus stands, and how great it is.
struct CorpusLines {
  std::string passages;                // A file.
  std::string questions_file;          // Another.
  std::vector<std::string> questions;  // What it holds.
  uint64_t passage_count = 0;
  uint64_t words = 0;
  uint64_t bytes = 0;  // Of the passages' file.
};

// Writes a generated corpus of so many passages into `folder`, with questions
// of seven different words each. All corpora of a seed begin alike, and their
// questions are the same, drawn from the first 10,000 passages at most.
//
// Errors: kUnavailable if a file can't be written.
absl::StatusOr<CorpusLines> WriteGeneratedCorpus(uint64_t seed,
                                                 uint64_t passages,
                                                 uint32_t questions,
                                                 const std::string& folder);

// Writes the documents of the data set `data` into `folder`, cut into passages
// and terms as the product does, and the terms of its first `questions`
// questions, each once. A term becomes the WordOf() a number of its own.
//
// Errors: as ReadDataset() and Prepare(); kUnavailable if a file can't be
// written.
absl::StatusOr<CorpusLines> WriteDataCorpus(const std::string& data,
                                            const std::string& questions_file,
                                            uint32_t questions,
                                            const std::string& folder);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_PEERS_CORPUS_LINES_H_
