// What goes in: a question, how to answer it, and what was made of it.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_QUESTION_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_QUESTION_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "retrieval/document.h"
#include "retrieval/question/answer_type.h"

namespace footnote {

// The longest question, in Unicode code points.
inline constexpr size_t kMaxQuestionCodePoints = 1024;

// The most content terms of a question.
inline constexpr size_t kMaxQuestionTerms = 32;

// The most document ids, sources, languages, labels and values of a label of a
// filter.
inline constexpr size_t kMaxFilterDocumentIds = 1000;
inline constexpr size_t kMaxFilterSources = 100;
inline constexpr size_t kMaxFilterLanguages = 100;
inline constexpr size_t kMaxFilterLabels = 16;
inline constexpr size_t kMaxFilterValues = 100;

// The most required and excluded terms and phrases of a question, and the
// longest of each in code points.
inline constexpr size_t kMaxConditionTerms = 32;
inline constexpr size_t kMaxConditionTermCodePoints = 128;
inline constexpr size_t kMaxPhrases = 16;
inline constexpr size_t kMaxPhraseCodePoints = 256;

// The most entities of a question, and the longest of them and of a speaker in
// code points.
inline constexpr size_t kMaxEntities = 16;
inline constexpr size_t kMaxNameCodePoints = 128;

// The most sentences of an answer and passages of a search.
inline constexpr int kMaxResults = 100;

// The most sentences of context on each side of a sentence.
inline constexpr int kMaxContextSentences = 10;

// A question with what narrows it.
struct Question {
  std::string text;  // 1 to kMaxQuestionCodePoints code points of UTF-8.
  DocumentFilter filter;

  // Words of which each must, or none may, stand in a passage or its title, and
  // runs of words that must stand there as runs. See PlanConditions().
  std::vector<std::string> required_terms = {};
  std::vector<std::string> excluded_terms = {};
  std::vector<std::string> phrases = {};

  // The kind of answer; nothing: by the question's words.
  std::optional<AnswerType> answer_type = std::nullopt;

  // Whom or what a sentence must be about, each: names as a reader writes them.
  std::vector<std::string> entities = {};

  // Whose words a sentence must be; empty: anyone's.
  std::string speaker = {};

  // The time that a sentence must speak of; nothing: any or none.
  std::optional<TimePeriod> event = std::nullopt;

  friend bool operator==(const Question&, const Question&) = default;
};

// The order of an answer's sentences.
enum class SentenceOrder {
  kRelevance,  // Best first.
  kTime,       // By the time they speak of, else of their publication.
};

// How a question is answered.
struct AskOptions {
  int max_sentences = 3;  // 1 to kMaxResults.

  // The least Answer::confidence to answer with, in [0, 1]. Nothing: the
  // default threshold. 0: always the best there is, the unlikely behind it.
  std::optional<double> min_confidence;

  bool explain = false;           // Sentences come with parts of their scores.
  bool include_rejected = false;  // The best of those left out come, too.

  // The sentences of context on each side: 0 to kMaxContextSentences.
  int context_sentences = 0;

  // The most sentences of one document, 1 to kMaxResults; 0: any number.
  int max_sentences_per_document = 0;

  SentenceOrder order = SentenceOrder::kRelevance;
};

// A term that was searched for.
struct QuestionTerm {
  std::string term;                // As the index spells it.
  std::string word;                // As the question has it.
  double weight = 0;               // Inverse document frequency.
  uint64_t passage_frequency = 0;  // The passages that hold it.
};

// Something that was taken from a question's words.
struct Inference {
  std::string field;  // The field of Question that would have said it.
  std::string value;  // What it would have said.
  std::string words;  // The words that tell, as they were typed.
};

// Words of a question and what a corpus has for them: an acronym and its long
// form, or the other way round.
struct Synonym {
  std::string words;
  std::string stands_for;
};

// What was made of a question.
struct Interpretation {
  std::vector<QuestionTerm> terms;         // In the question's order.
  std::vector<std::string> ignored_words;  // As they were typed.
  std::optional<AnswerType> answer_type;   // That was looked for.
  std::vector<std::string> entities;       // Given or inferred.
  std::string speaker;                     // Likewise; empty: anyone.
  std::optional<TimePeriod> event;         // Likewise.
  std::optional<TimePeriod> published;     // As DocumentFilter has it.
  std::vector<Inference> inferences;
  std::vector<Synonym> synonyms;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_QUESTION_H_
