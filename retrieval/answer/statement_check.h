// Is a sentence a statement of the kind that was asked for?

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_STATEMENT_CHECK_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_STATEMENT_CHECK_H_

#include <optional>

#include "retrieval/answer/answer.h"
#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/question/planner.h"

namespace footnote {

// Returns the first condition of `plan` that the sentence of `candidate` fails,
// or nothing if it passes: the entities it must be about, its speaker, the time
// it speaks of, and the type of answer if that was given. `span` is what
// FindAnswerSpan() found in it. Thread-safe.
std::optional<RejectionReason> FailedCondition(
    const Candidate& candidate, const std::optional<TypedSpan>& span,
    const QueryPlan& plan);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_STATEMENT_CHECK_H_
