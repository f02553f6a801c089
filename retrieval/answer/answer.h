// What comes out of a question: cited sentences, or that there are none.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "retrieval/question/question.h"
#include "retrieval/text/utf8.h"

namespace footnote {

// Where a quotation stands, and how to check it.
struct Citation {
  std::string document_id;
  uint64_t document_revision = 0;
  std::string title;
  std::string uri;
  std::string source;
  std::string published;
  TextSpan span;                // In the document's text.
  uint32_t sentence_index = 0;  // Among the document's sentences, from 0.
  std::string sha256;           // Of the quoted bytes, hexadecimal.
  std::string document_sha256;  // Of the document's text, hexadecimal.
};

// A term of the question found in a quoted text.
struct TermMatch {
  std::string term;  // As the index spells it.
  TextSpan span;     // In the document's text.
};

// What one feature gave to a sentence's score.
struct FeatureShare {
  std::string feature;  // Its name, as `coverage`.
  double value = 0;
  double weight = 0;
  double contribution = 0;
};

// What one term gave to a passage's score.
struct TermScore {
  std::string term;
  double score = 0;
  uint32_t frequency = 0;  // In the passage and its title.
  double inverse_document_frequency = 0;
};

// How a passage got its score.
struct PassageScore {
  TextSpan span;                  // In the document's text.
  double score = 0;               // The sum of the scores in `terms`, in order.
  std::vector<TermScore> terms;   // Those that it holds.
  uint32_t term_count = 0;        // Its length, the title included.
  double average_term_count = 0;  // Of the corpus's passages.
};

// How a sentence got its score.
struct SentenceExplanation {
  std::vector<FeatureShare> features;  // Their sum, in order, is the score.
  PassageScore passage;
};

// A sentence of an answer. `text` equals the document's bytes at
// `citation.span`.
struct CitedSentence {
  std::string text;
  Citation citation;
  double score = 0;                // 0 or more; comparable within one answer.
  std::vector<TermMatch> matches;  // In order of place.
  std::optional<SentenceExplanation> explanation;  // If it was asked for.
};

// The test that a sentence failed.
enum class RejectionReason {
  kNoMatch,        // It holds no term of the question.
  kLowConfidence,  // The best is less sure than was asked for.
  kNearDuplicate,  // A better one says the same in nearly the same words.
  kMaxSentences,   // There were enough better ones.
};

// A sentence that was left out.
struct RejectedSentence {
  CitedSentence sentence;
  RejectionReason reason = RejectionReason::kNoMatch;
  double confidence = 0;  // As Answer::confidence, of this sentence.
};

// The most sentences left out that are returned.
inline constexpr int kMaxRejected = 10;

// Why a question was not answered.
enum class NotAnsweredReason {
  kNoMatch,               // No sentence holds a term of the question.
  kLowConfidence,         // The best is less sure than was asked for.
  kQuestionHasNoContent,  // Only words like "the" and "of".
  kNoDocumentInWindow,    // No document passes the filter.
};

// Confidence in coarse steps.
enum class ConfidenceBand { kLow, kMedium, kHigh };

// What the documents say to a question.
struct Answer {
  std::vector<CitedSentence> sentences;    // Best first; empty: not answered.
  std::vector<RejectedSentence> rejected;  // Best first; if asked for.
  std::vector<NotAnsweredReason> reasons;  // Why not; empty if answered.
  double confidence = 0;  // In [0, 1]. Orders answers; no probability yet.
  ConfidenceBand band = ConfidenceBand::kLow;
  Interpretation interpretation;
  uint64_t corpus_revision = 0;  // All of it was computed on this revision.
};

// Which of the passages found are wanted.
struct SearchPage {
  size_t offset = 0;  // How many better ones are passed over.
  int limit = 10;     // 1 to kMaxResults.
};

// A passage found by a search. `text` equals the document's bytes at
// `citation.span`.
struct FoundPassage {
  std::string text;
  Citation citation;  // sentence_index: that of the passage's first sentence.
  double score = 0;   // The sum of the scores in `terms`.
  std::vector<TermScore> terms;
  uint32_t term_count = 0;
  std::vector<TermMatch> matches;
};

// What a search found.
struct SearchResult {
  std::vector<FoundPassage> passages;  // Best first; ties by passage id.
  bool has_more = false;               // Whether passages follow.
  Interpretation interpretation;
  uint64_t corpus_revision = 0;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_H_
