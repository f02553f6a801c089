// What comes out of a question: cited sentences, or that there are none.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_H_

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

// A sentence of an answer. `text` equals the document's bytes at
// `citation.span`.
struct CitedSentence {
  std::string text;
  Citation citation;
  double score = 0;                // 0 or more; comparable within one answer.
  std::vector<TermMatch> matches;  // In order of place.
};

// Why a question was not answered.
enum class NotAnsweredReason {
  kNoMatch,               // No sentence holds a term of the question.
  kLowConfidence,         // The best is less sure than was asked for.
  kQuestionHasNoContent,  // Only words like "the" and "of".
};

// Confidence in coarse steps.
enum class ConfidenceBand { kLow, kMedium, kHigh };

// What the documents say to a question.
struct Answer {
  std::vector<CitedSentence> sentences;    // Best first; empty: not answered.
  std::vector<NotAnsweredReason> reasons;  // Why not; empty if answered.
  double confidence = 0;  // In [0, 1]. Orders answers; no probability yet.
  ConfidenceBand band = ConfidenceBand::kLow;
  Interpretation interpretation;
  uint64_t corpus_revision = 0;  // All of it was computed on this revision.
};

// What one term gave to a passage's score.
struct TermScore {
  std::string term;
  double score = 0;
  uint32_t frequency = 0;  // In the passage and its title.
  double inverse_document_frequency = 0;
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
  Interpretation interpretation;
  uint64_t corpus_revision = 0;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_H_
