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

// A document to rank for a question, and whether it answers it.
struct LabelledCandidate {
  std::string document_id;
  bool is_right = false;
};

// A sentence of a document that belongs to a good answer.
struct GoldSentence {
  std::string document_id;
  uint32_t begin = 0;  // In code points of the document.
  uint32_t end = 0;    // Behind its last one.
};

// A question and what a right sentence is: one of a document in
// `gold_documents` that overlaps a span, one that overlaps a sentence of
// `gold_sentences` or holds one of `gold_texts`. Where none of these is known,
// every sentence of a document in `gold_documents` is right.
struct LabelledQuestion {
  std::string id;  // The question itself if the file gives none.
  std::string text;
  bool answerable = true;
  std::vector<std::string> gold_documents;

  // What it was written against if it is not answerable.
  std::vector<std::string> near_documents;

  // The documents to rank, each once; none: the whole corpus.
  std::vector<LabelledCandidate> candidates;

  // Spans [begin, end) in code points of the gold document.
  std::vector<std::pair<uint32_t, uint32_t>> spans;

  // Pairs of a document's id and a text that a right sentence of it holds.
  std::vector<std::pair<std::string, std::string>> gold_texts;

  // The sentences of a whole answer, each once.
  std::vector<GoldSentence> gold_sentences;
};

// A corpus with questions.
struct Dataset {
  std::vector<Document> documents;
  absl::flat_hash_map<std::string, size_t> document_positions;  // By id.
  std::vector<LabelledQuestion> questions;
};

// Reads `directory`/corpus.jsonl and `directory`/`questions_file`, unless that
// is empty, one JSON object a line:
//
//   corpus    id, text; title, source, published or date if known
//   questions id, question; answerable (if it is not said, true unless all
//             candidates are wrong); gold_docs with answer_spans (pairs of code
//             points), gold_sentences (doc, text; or texts, perhaps in a list
//             for each annotator, which are sought in the gold documents by all
//             but their white space) or gold (doc or documentId, contains);
//             near_docs; candidates (sentence, which is a document's id, label)
//
// Other keys are passed over, and so is a gold sentence that its document does
// not hold.
//
// Errors: kNotFound if a file can't be read; kInvalidArgument with file and
// line for a line that is no JSON object.
absl::StatusOr<Dataset> ReadDataset(const std::string& directory,
                                    const std::string& questions_file);

// Likewise, from two files anywhere.
absl::StatusOr<Dataset> ReadDatasetFiles(const std::string& corpus_path,
                                         const std::string& questions_path);

// Imports `documents` and returns those that were refused. Errors: as
// Corpus::Import().
absl::StatusOr<std::vector<ImportResult>> ImportAll(
    const std::vector<Document>& documents, Corpus* corpus);

// Returns whether `sentence` overlaps `gold`.
bool Overlaps(const GoldSentence& gold, const CitedSentence& sentence);

// Returns whether `sentence` answers `question`, as LabelledQuestion has it.
bool IsRight(const LabelledQuestion& question, const CitedSentence& sentence);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_DATASET_H_
