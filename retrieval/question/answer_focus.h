// The noun of a question that says what is asked for.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_FOCUS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_FOCUS_H_

#include <cstddef>
#include <optional>
#include <string>

#include "retrieval/question/answer_type.h"
#include "retrieval/question/question_words.h"

namespace footnote {

// The noun that says what is asked for.
struct AnswerFocus {
  std::string noun;  // In the singular; empty if there is none.
  std::optional<AnswerType> type;
  std::optional<AnswerType>
      owner;              // Of what it belongs to: "her husband's name".
  size_t end = 0;         // Behind it.
  bool asked = false;     // "Which" or "what" stands right before its phrase.
  bool plural = false;    // It is in the plural.
  bool numbered = false;  // A number stands behind it: "article 5".
  bool article = false;   // "A" or "an" stands before it.
  bool the = false;       // "The" or an owner stands before it.
  bool best = false;      // A word that singles out: "the largest".
  bool of = false;        // "Of" or another preposition stands behind it.

  // Returns whether its type is known, and is not that of any thing.
  bool IsSure() const { return type && *type != AnswerType::kOther; }
};

// Returns the noun that the words from `at` lead to, past "name of the" and
// "kind of", behind which anything may be the answer; `asked` if "which" or
// "what" stands right before them, so that a verb may follow. Thread-safe.
AnswerFocus FocusAt(const QuestionWords& words, size_t at, bool asked);

// Returns the noun that the words from `at` end in, which may be the "name" of
// "name of the". Thread-safe.
AnswerFocus PlainFocusAt(const QuestionWords& words, size_t at, bool asked);

// Returns an answer of `type` that the words [begin, end) told. Thread-safe.
InferredAnswerType ToldBy(const QuestionWords& words, AnswerType type,
                          size_t begin, size_t end);

// Returns an answer of `type` that the words from `begin` to `focus` told.
// Thread-safe.
InferredAnswerType ToldBy(const QuestionWords& words, AnswerType type,
                          size_t begin, const AnswerFocus& focus);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_FOCUS_H_
