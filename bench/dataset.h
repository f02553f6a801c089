// Reads evaluation data: a corpus and questions with their right answers.

#ifndef FOOTNOTE_BENCH_DATASET_H_
#define FOOTNOTE_BENCH_DATASET_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "retrieval/answer/answer.h"
#include "retrieval/corpus.h"
#include "retrieval/document.h"

namespace footnote::bench {

// A question and what a right sentence is: one of a document in
// `gold_documents` that overlaps a span or holds one of `gold_texts`.
struct LabelledQuestion {
  std::string id;
  std::string text;
  bool answerable = true;
  std::vector<std::string> gold_documents;

  // Spans [begin, end) in code points of the gold document.
  std::vector<std::pair<uint32_t, uint32_t>> spans;

  // Pairs of a document's id and a text that a right sentence of it holds.
  std::vector<std::pair<std::string, std::string>> gold_texts;
};

// A corpus with questions.
struct Dataset {
  std::vector<Document> documents;
  absl::flat_hash_map<std::string, size_t> document_positions;  // By id.
  std::vector<LabelledQuestion> questions;
};

// Reads `directory`/corpus.jsonl and `directory`/`questions_file`, one JSON
// object a line:
//
//   corpus    id, text; title, source, published or date if known
//   questions id, question; answerable (true if it is not said); gold_docs with
//             answer_spans (pairs of code points), gold_sentences (doc, text)
//             or gold (doc, contains)
//
// Other keys are passed over.
//
// Errors: kNotFound if a file can't be read; kInvalidArgument with file and
// line for a line that is no JSON object.
absl::StatusOr<Dataset> ReadDataset(const std::string& directory,
                                    const std::string& questions_file);

// Imports `documents` and returns those that were refused. Errors: as
// Corpus::Import().
absl::StatusOr<std::vector<ImportResult>> ImportAll(
    const std::vector<Document>& documents, Corpus* corpus);

// Returns whether `sentence` answers `question`.
bool IsRight(const LabelledQuestion& question, const CitedSentence& sentence);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_DATASET_H_
