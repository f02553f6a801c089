// The statements of one unit: content, cue, and the words that name the source.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_STATEMENTS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_STATEMENTS_H_

#include <vector>

#include "retrieval/text/byte_range.h"
#include "retrieval/text/noun_phrase.h"
#include "retrieval/text/statement_unit.h"

namespace footnote {

// A statement before it is known who "he" is.
struct Statement {
  ByteRange content;  // Empty if the next unit has it: "She went on:".
  ByteRange cue;
  NounPhrase source;  // Never empty.
  bool is_direct = false;
};

// Returns the statements of `unit` in order of their cues. A quotation belongs
// to one statement at most. Only the last may be without content.
std::vector<Statement> FindStatements(const StatementUnit& unit);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_STATEMENTS_H_
