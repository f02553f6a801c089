// Answers as they travel, in the library's terms, so that what judges those
// judges these.

#ifndef FOOTNOTE_BENCH_QUALITY_ANSWER_READING_H_
#define FOOTNOTE_BENCH_QUALITY_ANSWER_READING_H_

#include "footnote/v1/question_answering.pb.h"
#include "retrieval/answer/answer.h"

namespace footnote::bench {

// Returns `message` with its confidence and its sentences: text, score, and of
// the citation the document's id, the span and both hashes.
Answer ReadAnswer(const v1::Answer& message);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_ANSWER_READING_H_
