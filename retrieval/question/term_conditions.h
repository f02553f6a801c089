// What must and what must not stand in a passage for it to take part.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_TERM_CONDITIONS_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_TERM_CONDITIONS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "retrieval/question/question.h"

namespace footnote {

// One or more terms, as the index spells them, in the order they were given.
using TermGroup = std::vector<std::string>;

// Conditions on the terms of a passage and its title. All of them hold for a
// passage that takes part.
struct TermConditions {
  std::vector<TermGroup> required;  // Every term of each stands there.
  std::vector<TermGroup> excluded;  // Of none of these does every term.

  // The terms of each stand there one directly behind the other, all in the
  // text or all in the title.
  std::vector<TermGroup> phrases;

  // Whether one of the terms that are searched for has to stand in the text
  // itself, not in the title alone.
  bool needs_term_in_text = false;

  bool empty() const {
    return required.empty() && excluded.empty() && phrases.empty() &&
           !needs_term_in_text;
  }
};

// Returns the conditions that `question` sets. Thread-safe.
//
// Errors: kInvalidArgument for one without a word, as `required_terms[0]`.
absl::StatusOr<TermConditions> PlanConditions(const Question& question);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_TERM_CONDITIONS_H_
