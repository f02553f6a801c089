// What goes in: a question, how to answer it, and what was made of it.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_QUESTION_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_QUESTION_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "retrieval/document.h"

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

// The most sentences of an answer and passages of a search.
inline constexpr int kMaxResults = 100;

// A question with what narrows it.
struct Question {
  std::string text;  // 1 to kMaxQuestionCodePoints code points of UTF-8.
  DocumentFilter filter;

  // Words of which each must, or none may, stand in a passage or its title, and
  // runs of words that must stand there as runs. See PlanConditions().
  std::vector<std::string> required_terms = {};
  std::vector<std::string> excluded_terms = {};
  std::vector<std::string> phrases = {};

  friend bool operator==(const Question&, const Question&) = default;
};

// How a question is answered.
struct AskOptions {
  int max_sentences = 3;  // 1 to kMaxResults.

  // The least Answer::confidence to answer with, in [0, 1]. Nothing: the
  // default threshold. 0: always the best there is.
  std::optional<double> min_confidence;

  bool explain = false;           // Sentences come with parts of their scores.
  bool include_rejected = false;  // The best of those left out come, too.
};

// A term that was searched for.
struct QuestionTerm {
  std::string term;                // As the index spells it.
  std::string word;                // As the question has it.
  double weight = 0;               // Inverse document frequency.
  uint64_t passage_frequency = 0;  // The passages that hold it.
};

// What was made of a question.
struct Interpretation {
  std::vector<QuestionTerm> terms;         // In the question's order.
  std::vector<std::string> ignored_words;  // As they were typed.
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_QUESTION_H_
