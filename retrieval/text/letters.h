// Code points as a reader of prose tells them apart: white space, capitals,
// quotes and brackets.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_LETTERS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_LETTERS_H_

#include <cstddef>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A code point and the bytes it takes. A byte that is not UTF-8 is read as
// U+FFFD of one byte.
struct CodePoint {
  char32_t value = 0;
  size_t size = 0;  // In bytes; 0: there is none.
};

// Returns the code point that begins at byte `pos`, or none at the end.
CodePoint CodePointAt(absl::string_view text, size_t pos);

// Returns the code point that ends before byte `pos`, or none at the start.
CodePoint CodePointBefore(absl::string_view text, size_t pos);

// Returns whether `c` has the property White_Space (The Unicode Standard 15).
bool IsWhiteSpace(char32_t c);

// Returns whether `c` ends a line (The Unicode Standard 15, section 5.8).
bool IsLineBreak(char32_t c);

// Return whether `c` is a letter of that kind, of any script.
bool IsUpper(char32_t c);
bool IsLower(char32_t c);
bool IsLetter(char32_t c);

// Returns whether `c` is one of 0 to 9.
inline bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

// Returns whether `text` holds one of 0 to 9.
bool HasDigit(absl::string_view text);

// Return whether `c` is a quote or bracket that may open or close. The straight
// quotes do both.
bool IsOpening(char32_t c);
bool IsClosing(char32_t c);

// Returns whether `c` is a double or single quote that may close.
bool IsClosingQuote(char32_t c);

// Returns whether `c` is a mark that list items begin with.
bool IsBullet(char32_t c);

// Returns the offset of the first byte at or after `pos` that is no white
// space.
size_t SkipWhiteSpace(absl::string_view text, size_t pos);

// Returns the offset behind the last byte before `pos` that is no white space.
size_t SkipWhiteSpaceBack(absl::string_view text, size_t pos);

// Returns `range` of `text` without white space at its ends.
ByteRange Trim(absl::string_view text, ByteRange range);

// Returns `word` with ASCII letters in lower case, U+2019 as "'" and any other
// byte kept, in `buffer`; empty if it does not fit.
absl::string_view LowerAscii(absl::string_view word, char* buffer,
                             size_t buffer_size);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_LETTERS_H_
