// The words and marks of a text, as the rules look at them that tell who says
// what.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_PROSE_WORDS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_PROSE_WORDS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/word_roles.h"

namespace footnote {

// A word or a mark of a text.
struct ProseWord {
  ByteRange range;          // Without a possessive or contracted ending ("'s").
  uint32_t roles = 0;       // Of WordRole; 0 for a mark.
  char32_t mark = 0;        // The code point if it is a mark, else 0.
  bool capital = false;     // Begins with a capital.
  bool capitals = false;    // Two letters or more, all of them capitals.
  bool possessive = false;  // Had a possessive ending.
  bool number = false;      // Begins with a digit.

  bool Is(uint32_t any_of) const { return (roles & any_of) != 0; }
  bool IsWord() const { return mark == 0; }
};

// Appends the words and marks of `text` in `range` to `words`, in order. A word
// is a run of letters, digits and the apostrophes, hyphens and stops inside
// ("Japan-U.S."); the stop of an abbreviation or initial is no mark. Malformed
// UTF-8 is passed over.
//
// REQUIRES: range lies in the text.
void ReadProseWords(absl::string_view text, ByteRange range,
                    std::vector<ProseWord>& words);

// Returns `word` in lower case, of any script, with "'" for U+2019.
std::string LowerWord(absl::string_view word);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_PROSE_WORDS_H_
