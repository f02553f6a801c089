// What was found in one sentence when its document was imported.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_ANNOTATIONS_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_ANNOTATIONS_H_

#include <vector>

#include "absl/types/span.h"
#include "retrieval/index/annotations.h"
#include "retrieval/question/statement_conditions.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// The annotations of a sentence: those of its document that lie in it. They
// point into the document's, which outlive them.
struct SentenceAnnotations {
  absl::Span<const NamePlace> places;
  absl::Span<const TimeExpression> times;
  std::vector<const Speech*> speeches;  // Also those that begin before it.
};

// Returns those of `annotations` that lie in the sentence at `range`.
SentenceAnnotations AnnotationsIn(const Annotations& annotations,
                                  ByteRange range);

// Returns whether a sentence with `sentence` of `document` speaks of a time
// that lies mostly in `period`.
bool SpeaksOf(const SentenceAnnotations& sentence, const TimePeriod& period);

// Returns the speech of `speaker` in a sentence with `sentence`: what is quoted
// before what is reported, then what takes up the most of it; or null. An empty
// `speaker` is anyone.
const Speech* SpeechOf(absl::string_view speaker,
                       const SentenceAnnotations& sentence,
                       const Annotations& document, ByteRange range);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SENTENCE_ANNOTATIONS_H_
