// Where the clauses of a statement begin and end: its cue, what it tells.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_CLAUSES_H_
#define FOOTNOTE_RETRIEVAL_TEXT_CLAUSES_H_

#include <cstddef>
#include <optional>

#include "retrieval/text/statement_unit.h"

namespace footnote {

// The fewest words of a clause that may be content before its cue.
inline constexpr size_t kMinClause = 4;

// The most items between a cue and "that", or the quotation that it announces.
inline constexpr size_t kMaxLead = 16;

// Returns the end of the fewest items of [begin, end) that have `count` words,
// from the first on, or `end` + 1 if all have fewer; a quotation is kMinClause.
size_t WordsEnd(const StatementUnit& unit, size_t begin, size_t end,
                size_t count);

// Returns whether the items [begin, end) have `count` words at least, counted
// so.
bool HasWords(const StatementUnit& unit, size_t begin, size_t end,
              size_t count);

// Returns whether [begin, end) is quoted for the most part.
//
// REQUIRES: begin < end <= unit.size().
bool IsMostlyQuoted(const StatementUnit& unit, size_t begin, size_t end);

// Returns the end of the subject of the verb at `i`: the item behind the last
// word that is no auxiliary or adverb. Nothing if the verb is negated, merely
// possible, or passive.
std::optional<size_t> SubjectEnd(const StatementUnit& unit, size_t i);

// Returns where the clause that begins at `begin` ends: before the closing
// stop, or before ", adding ...", or ", he said".
size_t ClauseEnd(const StatementUnit& unit, size_t begin);

// Returns where the clause begins that ends before `end`, for content that
// precedes its cue.
size_t ClauseBegin(const StatementUnit& unit, size_t end);

// Returns the quotation that the cue at `cue` announces, or size() if none
// follows before another clause.
size_t AnnouncedQuotation(const StatementUnit& unit, size_t cue);

// Returns where content begins behind the one that the verb at `cue` speaks to,
// and behind when and where.
size_t ContentBegin(const StatementUnit& unit, size_t cue);

// Returns whether [begin, end) opens with a short noun phrase that no verb
// follows: "the throne in 1271", "the right to fish", "himself king". It has a
// determiner, and nothing in [begin, end) is quoted.
bool IsThing(const StatementUnit& unit, size_t begin, size_t end);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_CLAUSES_H_
