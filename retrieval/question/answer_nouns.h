// Nouns that tell what kind of answer a question asks for.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_NOUNS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_NOUNS_H_

#include <optional>

#include "absl/strings/string_view.h"
#include "retrieval/question/answer_type.h"

namespace footnote {

// Returns the type of answer that is a `noun` in lower case and the singular
// ("city": kPlace), or nothing. Thread-safe.
std::optional<AnswerType> AnswerTypeOfNoun(absl::string_view noun);

// Returns whether `noun`, in lower case and the singular, only leads to the one
// that tells: "name of the river", "kind of animal". Thread-safe.
bool LeadsToNoun(absl::string_view noun);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_ANSWER_NOUNS_H_
