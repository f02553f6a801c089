// The words of a sentence that answer, and their value.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_SPAN_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_SPAN_H_

#include <optional>
#include <string>

#include "retrieval/answer/candidate.h"
#include "retrieval/question/answer_type.h"
#include "retrieval/question/planner.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/names.h"
#include "retrieval/text/quantities.h"
#include "retrieval/text/time_expression.h"

namespace footnote {

// Words that answer a question of a certain type.
struct TypedSpan {
  ByteRange range;  // In the document's text, inside the sentence.
  AnswerType type = AnswerType::kOther;

  // Alike wherever it is the same: ISO 8601, NormalizedQuantity(), a name in
  // full, the words of a quotation without its marks.
  std::string value;

  std::optional<TimeExpression> time;  // Of dates and durations.
  std::optional<Quantity> quantity;    // Of numbers and amounts.
};

// Returns the kind of names that answer a question of `type`, if names do.
std::optional<NameKind> NameKindFor(AnswerType type);

// Returns whether answers of `type` are words that can be pointed at.
bool HasSpan(AnswerType type);

// Returns the words of the sentence of `candidate` that answer `plan`: of those
// that have its type and are no repetition of the question's own words, the
// ones that stand nearest to its terms; nothing if there are none. Thread-safe.
std::optional<TypedSpan> FindAnswerSpan(const Candidate& candidate,
                                        const QueryPlan& plan);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_ANSWER_SPAN_H_
