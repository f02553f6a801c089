// What an answer to a question has to hold, as far as its first words tell.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_EXPECTED_FORM_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_EXPECTED_FORM_H_

#include "absl/strings/string_view.h"
#include "retrieval/question/answer_type.h"

namespace footnote {

// The form of an answer.
enum class ExpectedForm {
  kAny,     // Nothing is known.
  kNumber,  // "How many", "how much", "how old", "what percentage".
  kDate,    // "When", "what year", "on what day".
  kName,    // "Who", "which country": a word with a capital.
  kPlace,   // "Where": a name too, most often behind "in", "at", "from".
};

// Returns the form that an answer of `type` has. Thread-safe.
ExpectedForm FormOf(AnswerType type);

// Returns the form that `question` asks for. Thread-safe.
ExpectedForm ExpectForm(absl::string_view question);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_EXPECTED_FORM_H_
