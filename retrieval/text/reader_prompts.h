// What a page asks its reader to do, and where else it leads.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_READER_PROMPTS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_READER_PROMPTS_H_

#include "retrieval/text/page_sentence.h"

namespace footnote {

// Returns whether `sentence` asks the reader to do something with the page
// ("Subscribe to our newsletter") or is a row of its buttons. What is told of
// others, and what is quoted, is prose.
bool IsPrompt(const PageSentence& sentence);

// Returns whether `sentence` leads to another page: "Read more: ...".
bool IsPointer(const PageSentence& sentence);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_READER_PROMPTS_H_
