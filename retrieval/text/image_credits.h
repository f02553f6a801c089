// Who made the pictures and the text.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_IMAGE_CREDITS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_IMAGE_CREDITS_H_

#include "retrieval/text/page_sentence.h"

namespace footnote {

// Returns whether `sentence` credits a picture, those who wrote, or an agency:
// "Photo: AP", "(AP Photo/Jane Doe)", "Image courtesy of NASA", "Reporting by
// Jane Doe"; a caption without a stop included that ends in such a credit.
bool IsCredit(const PageSentence& sentence);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_IMAGE_CREDITS_H_
