// Answers as a timeline on a terminal.

#ifndef FOOTNOTE_CLIENT_TIMELINE_TEXT_H_
#define FOOTNOTE_CLIENT_TIMELINE_TEXT_H_

#include <string>

#include "client/footnotes.h"
#include "client/text_layout.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns when `sentence` stands in a timeline, as precisely as it is known but
// no more than to the day: `2025-02-07`, `2024-11`, `2030`; `undated` if that
// is not known. As it came, not made printable.
std::string TimelineDate(const v1::CitedSentence& sentence);

// Returns the sentences in their order, each as SentenceParagraph() with an
// empty line behind, and in the margin their date; those of one date that
// follow each other share it. Where it is the date of publication, that is told
// below. Safe to print on a terminal.
std::string TimelineText(const v1::Answer& answer, Footnotes& footnotes,
                         const TextStyle& style);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_TIMELINE_TEXT_H_
