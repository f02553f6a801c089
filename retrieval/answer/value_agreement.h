// Whether two values can both be true.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_VALUE_AGREEMENT_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_VALUE_AGREEMENT_H_

#include "absl/strings/string_view.h"
#include "retrieval/answer/answer_span.h"

namespace footnote {

// How two values stand to each other.
enum class ValueRelation {
  kAgree,         // Both can be true: "over 10" and "12", a day of that month.
  kDiffer,        // They can't.
  kIncomparable,  // They are of different units or kinds, or too vague.
};

// Returns how two dates, durations or quantities stand to each other. What is
// rounded agrees with what rounds to it, "about" with what is within a tenth,
// a bound or a range with what lies in it. `text_a` and `text_b` are the words
// of the spans. Thread-safe.
ValueRelation CompareValues(const TypedSpan& a, absl::string_view text_a,
                            const TypedSpan& b, absl::string_view text_b);

// Returns whether `span` leaves its value open: a bound, a range, "about", a
// month or a year. Such a value agrees with several that differ.
bool IsVague(const TypedSpan& span);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_VALUE_AGREEMENT_H_
