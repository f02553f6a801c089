// What comes out of a question: cited sentences, or that there are none.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "retrieval/answer/conflicts.h"
#include "retrieval/question/question.h"
#include "retrieval/text/quantities.h"
#include "retrieval/text/time_expression.h"
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
  std::optional<double> weight;  // Of a unit of it; nothing: trees have none.
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

// The words of a sentence that answer. `text` equals the document's bytes at
// `span`.
struct AnswerSpan {
  std::string text;
  TextSpan span;
  AnswerType type = AnswerType::kOther;
  std::string value;                   // As TypedSpan::value.
  std::optional<TimeExpression> time;  // Of dates and durations.
  std::optional<Quantity> quantity;    // Of numbers and amounts.
};

// Who says what a sentence holds.
struct Speaker {
  std::string name;        // In full, or the words that stand for the speaker.
  std::string title;       // Empty if the document gives none.
  bool is_direct = false;  // Quoted; else reported.
  TextSpan content_span;   // The words, as far as they stand in the sentence.
  std::optional<TextSpan> source_span;  // The words that name the speaker.
};

// A time that a sentence speaks of.
struct TimeMention {
  std::string text;
  TextSpan span;
  TimeExpression time;
};

// When a sentence stands in a timeline.
struct SentenceTime {
  std::string value;            // ISO 8601.
  absl::Time begin;             // The first instant of it.
  bool is_publication = false;  // Of its document; the sentence names no time.
};

// A sentence beside one of an answer.
struct ContextSentence {
  std::string text;
  TextSpan span;
};

// The same statement elsewhere.
struct Corroboration {
  std::string text;
  Citation citation;
  bool is_copy = false;  // Adds nothing to `independent_sources`.
};

// The most corroborations of a sentence that are told.
inline constexpr size_t kMaxCorroborations = 10;

// A sentence of an answer. `text` equals the document's bytes at
// `citation.span`.
struct CitedSentence {
  std::string text;
  Citation citation;
  double score = 0;                // 0 or more; comparable within one answer.
  std::vector<TermMatch> matches;  // In order of place.
  std::optional<SentenceExplanation> explanation;  // If it was asked for.
  std::optional<AnswerSpan> answer_span;
  std::optional<Speaker> speaker;   // Nothing: the document says it itself.
  std::vector<TimeMention> events;  // In order of place.
  std::optional<SentenceTime> time;
  std::vector<ContextSentence> context_before;  // In the document's order.
  std::vector<ContextSentence> context_after;
  std::vector<Corroboration> corroborations;  // Independent ones first.
  uint32_t independent_sources = 1;           // That say it, this one included.
};

// One side of a conflict.
struct ConflictPosition {
  std::string value;
  std::vector<CitedSentence> sentences;  // Best first.
  uint32_t independent_sources = 1;
  bool is_later = false;  // First reported after every other side.
};

// Sentences that give different answers to the question.
struct Conflict {
  ConflictKind kind = ConflictKind::kValues;
  std::string subject;
  std::vector<ConflictPosition> positions;  // By date, the undated last.
};

// The most sentences of one side of a conflict that are told.
inline constexpr size_t kMaxConflictSentences = 3;

// The test that a sentence failed.
enum class RejectionReason {
  kNoMatch,        // It holds no term of the question.
  kLowConfidence,  // The best is less sure than was asked for.
  kNearDuplicate,  // A better one says the same in nearly the same words.
  kMaxSentences,   // There were enough better ones.
  kMaxSentencesPerDocument,  // There were enough better ones of its document.
  kEntityNotFound,           // It is not about what was asked for.
  kOtherSpeaker,             // Someone else says it, or nobody.
  kOtherTime,                // It speaks of no time that was asked for.
  kTypeNotFound,             // It holds nothing of the type that was asked for.
  kUnlikely,                 // It hardly adds to the better ones.
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
  kTypeNotFound,          // Nothing that matches is of the type of answer.
  kEntityNotFound,        // Nothing that matches is about what was asked for.
  kSpeakerNotFound,       // Nothing that matches was said by the speaker.
  kNoEventInWindow,       // Nothing that matches speaks of the time.
};

// Confidence in coarse steps.
enum class ConfidenceBand { kLow, kMedium, kHigh };

// What the documents say to a question.
struct Answer {
  std::vector<CitedSentence> sentences;    // In the order asked for; or empty.
  std::vector<RejectedSentence> rejected;  // Best first; if asked for.
  std::vector<Conflict> conflicts;
  std::vector<NotAnsweredReason> reasons;  // Why not; empty if answered.
  double confidence = 0;  // That the best sentence answers, in [0, 1].

  // Whether `confidence` is a probability; else it only orders answers.
  bool is_probability = false;
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
