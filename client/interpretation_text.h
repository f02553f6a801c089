// What the server made of a question, in words.

#ifndef FOOTNOTE_CLIENT_INTERPRETATION_TEXT_H_
#define FOOTNOTE_CLIENT_INTERPRETATION_TEXT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Returns what was taken from the question's words, as
// `taken from the question: answer type date ("when"), entity "Ishiba"`, and
// what else was searched for, as `searched for, too: "Status of Forces
// Agreement" ("SOFA")`; what is empty is left out. As it came, not made
// printable.
std::vector<std::string> InterpretationLines(
    const v1::Interpretation& interpretation);

// Returns whether `field` of the question, as `answer_type`, was taken from its
// words.
bool IsInferred(const v1::Interpretation& interpretation,
                absl::string_view field);

// Returns the entities that the question named in its field, not those that
// were taken from its words, in order.
std::vector<std::string> GivenEntities(
    const v1::Interpretation& interpretation);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_INTERPRETATION_TEXT_H_
