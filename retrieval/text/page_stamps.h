// Bylines, times of publication and counters.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_PAGE_STAMPS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_PAGE_STAMPS_H_

#include "retrieval/text/page_sentence.h"

namespace footnote {

// Returns whether `sentence` is a byline ("By Jane Doe"), a time of publication
// ("Updated 5:12 PM"), a counter ("12 comments") or a row of addresses. A date
// by itself is prose, and so is a dateline, which a sentence follows.
bool IsStamp(const PageSentence& sentence);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_PAGE_STAMPS_H_
