// Whether a sentence plainly gives a value for what is asked.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_VALUE_STATEMENT_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_VALUE_STATEMENT_H_

#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/answer/matter.h"

namespace footnote {

// Returns whether `candidate` plainly says that `span`, which stands in it, is
// the value of what is asked: a predicate of `matter` stands in the same clause
// and no other value of the kind anywhere in the sentence; and the value is
// not denied, left open, a part, a rate, a change or what another is compared
// with, nor the day of the report. Thread-safe.
bool StatesValue(const Candidate& candidate, const TypedSpan& span,
                 const Matter& matter);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_VALUE_STATEMENT_H_
