// Does a sentence hold what a question asks for?

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_FORM_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_FORM_H_

#include "retrieval/answer/candidate.h"
#include "retrieval/question/planner.h"

namespace footnote {

// Returns whether the sentence of `candidate` holds something of the form that
// `plan` expects, beside the question's own terms: a number written in digits
// or words, a date, a name in capitals. True if nothing is expected.
// Thread-safe.
bool HoldsForm(const Candidate& candidate, const QueryPlan& plan);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_FORM_H_
