// Checks footnotes as a sceptical reader would: against the documents
// themselves, not against the corpus that answered.

#ifndef FOOTNOTE_BENCH_CITATION_CHECK_H_
#define FOOTNOTE_BENCH_CITATION_CHECK_H_

#include "bench/dataset.h"
#include "retrieval/answer/answer.h"

namespace footnote::bench {

// Counts citations that were checked and that failed.
struct CitationCheck {
  int checked = 0;
  int failed = 0;

  // Checks each sentence of `answer`: its text equals the document's bytes at
  // its span, counted in bytes, in code points and in UTF-16 units, and the
  // hash of both is the one that is given.
  void Check(const Dataset& dataset, const Answer& answer);
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_CITATION_CHECK_H_
