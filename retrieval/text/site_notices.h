// What a page says about itself: its terms, and that a part of it fails.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_SITE_NOTICES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_SITE_NOTICES_H_

#include "retrieval/text/page_sentence.h"

namespace footnote {

// Returns whether `sentence` is a notice of rights, terms or cookies to the
// reader. What others do about these is prose.
bool IsLegalNotice(const PageSentence& sentence);

// Returns whether `sentence` says that a part of the page does not work.
bool IsWidgetError(const PageSentence& sentence);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_SITE_NOTICES_H_
