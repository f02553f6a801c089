// The sentences that may answer: those of the best passages.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CANDIDATE_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CANDIDATE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/answer/sentence_annotations.h"
#include "retrieval/deadline.h"
#include "retrieval/index/reader.h"
#include "retrieval/question/planner.h"
#include "retrieval/rank/ranker.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// One mark a term of the question, by its position in QueryPlan::terms. Most
// questions have fewer than are kept without memory of their own.
using TermMarks = absl::InlinedVector<bool, 32>;

// That a term of the question stands in a sentence.
struct TermHit {
  uint32_t term = 0;      // Its position in QueryPlan::terms.
  uint32_t position = 0;  // Among the sentence's terms, from 0.
  ByteRange range;        // In the document's text.
};

// A sentence of prose in one of the best passages.
struct Candidate {
  std::shared_ptr<const DocumentRecord> document;
  std::shared_ptr<const CutSentence> sentence;  // What the views point into.
  uint32_t sentence_index = 0;  // Among the document's sentences.
  ByteRange range;              // In the document's text.
  absl::string_view text;       // The document's bytes at `range`.
  uint32_t term_count = 0;      // Its length in terms.
  std::vector<TermHit> hits;    // In order of place.

  // Which terms of the question (by position) stand in the sentence, in those
  // before and behind it, and in the document's title.
  TermMarks in_sentence;
  TermMarks in_previous;
  TermMarks in_next;
  TermMarks in_title;

  // Which of them have a word of the same family in the sentence.
  TermMarks in_family;

  // Which of them have a word of the same meaning, a related word, or one of
  // the opposite meaning there, as QueryPlan::related tells.
  TermMarks in_synonyms;
  TermMarks in_related;
  TermMarks in_opposites;

  uint32_t kinds = 0;  // How many of its terms are a kind of what is asked for.

  // Which of them it says without the word: those of the names that its "he" or
  // "the minister" stands for, of its speaker, and of a time that it names in
  // other words.
  TermMarks in_meaning;

  SentenceAnnotations annotations;  // Of `document`.

  // Its terms in order of place: their hashes, as HashTerm(), where they stand
  // in `text`, and what they are, as WordClassesOf().
  absl::Span<const uint64_t> term_hashes;
  absl::Span<const ByteRange> term_ranges;
  absl::Span<const uint8_t> term_classes;

  double passage_score = 0;   // By that of the best passage, in [0, 1].
  size_t ranked_passage = 0;  // Its passage's position in the ranking.
  ByteRange passage_range;    // That passage, in the document's text.

  // Makes it the candidate that `cut` is.
  void SetSentence(std::shared_ptr<const CutSentence> cut);

  // Returns whether a term of the question stands in it, or is meant.
  bool Matches() const;

  // Returns whether term `i` of the question stands beside it.
  bool IsInNeighbours(size_t i) const { return in_previous[i] || in_next[i]; }
};

// Returns the candidates of `ranking`, which was made for `plan`, passage by
// passage and in order within each. Reads the snapshot that `reader` holds.
//
// Errors: those of `reader`; of `deadline`.
absl::StatusOr<std::vector<Candidate>> ReadCandidates(const QueryPlan& plan,
                                                      const Ranking& ranking,
                                                      Reader& reader,
                                                      const Deadline& deadline);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CANDIDATE_H_
