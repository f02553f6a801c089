// Folds a word to the term that stands for it in the index.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_TERM_FOLDING_H_
#define FOOTNOTE_RETRIEVAL_TEXT_TERM_FOLDING_H_

#include <cstddef>
#include <string>

#include "absl/strings/string_view.h"

namespace footnote {

// The longest term in bytes. What a word has beyond is not part of its term;
// FTS5 itself would cut at 32,768.
inline constexpr size_t kMaxTermBytes = 128;

// Sets `*folded` to `word` with case and diacritics folded, every apostrophe as
// "'", a possessive ending dropped, and at most kMaxTermBytes long. The result
// is empty if nothing of the word is left.
//
// REQUIRES: word is valid UTF-8.
void FoldWord(absl::string_view word, std::string* folded);

// Returns the stem of `folded` if it is a word of the letters a to z, else
// `folded` itself. The view lives until the next call in the same thread, or as
// long as `folded`.
// Porter: "Snowball: a language for stemming algorithms", 2001 ("english").
absl::string_view StemWord(absl::string_view folded);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_TERM_FOLDING_H_
