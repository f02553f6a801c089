// The features of the sentences of labelled questions, as a server would
// compute them.

#ifndef FOOTNOTE_BENCH_TRAINING_FEATURE_ROWS_H_
#define FOOTNOTE_BENCH_TRAINING_FEATURE_ROWS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/status/statusor.h"
#include "retrieval/answer/features.h"
#include "retrieval/question/thesaurus.h"

namespace footnote::bench {

// The sentences found for a question.
struct QuestionRows {
  uint64_t fold = 0;  // As FoldOf(), of kInnerFolds.
  uint32_t part = 0;  // As FoldOf(), of the parts asked for.
  bool is_answerable = true;
  std::vector<SentenceFeatures> sentences;
  std::vector<bool> is_right;  // One a sentence.

  // Returns whether something is to be learned about order: some are right.
  bool HasBoth() const;
};

// The questions of one file.
struct QuestionSet {
  std::string name;    // "squad2_half/queries.jsonl".
  std::string sha256;  // Of the corpus's and the questions' bytes.
  std::vector<QuestionRows> questions;
};

// How many folds the questions are learned from in, so that what is learned
// behind the ranker sees scores of rankers that did not know the question.
inline constexpr uint32_t kInnerFolds = 5;

// What of a file is read.
struct RowSelection {
  uint32_t parts = 1;  // For QuestionRows::part.

  // Texts, as TextsOf(): questions against one of them are passed over.
  absl::flat_hash_set<std::string> without;
};

// Returns the texts of the corpus in `directory`. Errors: as ReadDataset().
absl::StatusOr<absl::flat_hash_set<std::string>> TextsOf(
    const std::string& directory);

// Imports the corpus beside the questions in the file at `path`, asks each, and
// returns what was found. A question that is refused is passed over.
//
// Errors: as ReadDataset(); those of Corpus and Reader.
absl::StatusOr<QuestionSet> ReadQuestionSet(const std::string& path,
                                            const RowSelection& selection,
                                            const Thesaurus* thesaurus);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_TRAINING_FEATURE_ROWS_H_
