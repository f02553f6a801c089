// Cuts a text into terms, the units that are indexed and searched.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TERMS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TERMS_H_

#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A term and the place it was read from.
struct Term {
  std::string text;  // Folded and stemmed.
  ByteRange range;   // Of the word in the text it was read from.

  friend bool operator==(const Term&, const Term&) = default;
};

// Calls `visit` for each term of `text` in order of place. `visit` returns
// whether to go on; the view it gets lives until it returns. Thread-safe.
//
// - Words are runs of letters, digits and combining marks; han, kana and other
//   letters written without spaces are terms each. Hyphens and slashes part
//   words ("Japan-U.S." is "japan" and "u.s").
// - Case and diacritics are folded (Unicode NFKC_Casefold, marks removed).
// - A possessive ending is dropped ("Japan's" is "japan"); an apostrophe inside
//   a word is kept as "'" ("O’Brien" is "o'brien").
// - An acronym with stops equals the one without ("N.A.T.O.", "NATO": "nato").
//   One that would read as a common word keeps a stop, so that "U.S." and "US"
//   are "u.s" but "us" is "us". In a run of capitals ("TELL US NOW") a word is
//   not taken for an acronym.
// - Separators in a number are dropped ("1,000" is "1000"), a decimal point
// kept.
// - Latin words are stemmed (Porter: Snowball's English stemmer, 2001).
//
// Text that is not valid UTF-8 is read up to its first invalid byte, and again
// behind it.
void ForEachTerm(
    absl::string_view text,
    absl::FunctionRef<bool(absl::string_view term, ByteRange)> visit);

// Returns the terms of `text` in order of place; see ForEachTerm().
std::vector<Term> Tokenize(absl::string_view text);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TERMS_H_
