// What baselines give back.

#ifndef FOOTNOTE_BENCH_QUALITY_BASELINE_SENTENCE_H_
#define FOOTNOTE_BENCH_QUALITY_BASELINE_SENTENCE_H_

#include "bench/quality/judge.h"
#include "retrieval/answer/answer.h"
#include "retrieval/document.h"
#include "retrieval/text/byte_range.h"

namespace footnote::bench {

// Returns the sentence of `document` at `range`: text, document, span in bytes
// and code points.
//
// REQUIRES: range lies in the text with both ends between code points.
CitedSentence SentenceAt(const Document& document, ByteRange range);

// Returns the reply of a system that gives `sentences` with their scores, best
// first, and never decides to be silent. Its confidence is the first score, 0
// if there is none.
Reply BaselineReply(const Sentences& sentences);

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_QUALITY_BASELINE_SENTENCE_H_
