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

// The most document ids of a filter.
inline constexpr size_t kMaxFilterDocumentIds = 1000;

// The most sentences of an answer and passages of a search.
inline constexpr int kMaxResults = 100;

// A question with what narrows it.
struct Question {
  std::string text;  // 1 to kMaxQuestionCodePoints code points of UTF-8.
  DocumentFilter filter;
};

// How a question is answered.
struct AskOptions {
  int max_sentences = 3;  // 1 to kMaxResults.

  // The least Answer::confidence to answer with, in [0, 1]. Nothing: the
  // default threshold. 0: always the best there is.
  std::optional<double> min_confidence;
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
