// Where documents contradict each other, on a terminal.

#ifndef FOOTNOTE_CLIENT_CONFLICT_TEXT_H_
#define FOOTNOTE_CLIENT_CONFLICT_TEXT_H_

#include <string>

#include "client/footnotes.h"
#include "client/text_layout.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns in what the sides of `conflict` differ, as `The documents differ on
// "electoral votes"`. As it came, not made printable.
std::string ConflictHeading(const v1::Conflict& conflict);

// Returns what one side says, as `312, later report`. That a report is later is
// told, and never that it is right. As it came, not made printable.
std::string PositionHeading(const v1::ConflictPosition& position);

// Returns each conflict of `answer` below its heading: the sides with value,
// source, date, the best sentence, and who else says so, with the marks of
// their footnotes. Two sides stand beside each other if lines have 80 columns
// or more and their words fit, else one stands under the other. An empty line
// stands behind each conflict. Safe to print on a terminal.
std::string ConflictsText(const v1::Answer& answer, Footnotes& footnotes,
                          const TextStyle& style);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_CONFLICT_TEXT_H_
