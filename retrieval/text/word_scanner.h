// Finds the words of a text, before they are folded to terms.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_WORD_SCANNER_H_
#define FOOTNOTE_RETRIEVAL_TEXT_WORD_SCANNER_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// What a word is made of, as far as folding has to know.
enum class WordKind {
  kPlain,          // Letters, or letters and digits.
  kNumber,         // Digits, perhaps with separators and a decimal point.
  kDottedAcronym,  // Single letters with stops: "U.S.", "a.m."
  kCapitals,       // Two or more capital letters and nothing else.
};

// A word of a text. The range takes in a possessive ending and the stops of an
// acronym.
struct Word {
  ByteRange range;
  WordKind kind = WordKind::kPlain;
};

// Walks the words of a text; see ForEachTerm() for what a word is.
class WordScanner {
 public:
  // `text` outlives the scanner and has fewer than 2^32 bytes.
  explicit WordScanner(absl::string_view text) : text_(text) {}

  // Sets `*word` to the next word and returns true, or returns false at the end
  // of the text.
  bool Next(Word* word);

 private:
  // What kinds of character a word has shown.
  struct Shape {
    int letters = 0;
    int digits = 0;
    int capitals = 0;
  };

  // Reads the code point at `i`, which advances behind it; below 0 if
  // malformed.
  int32_t Read(size_t* i) const;

  // Returns the code point at `i`, or 0 at the end.
  int32_t Peek(size_t i) const;

  // Returns the end of an acronym with stops that begins at `begin`, or
  // `begin`.
  size_t DottedAcronymEnd(size_t begin) const;

  // Returns the end of the word that begins at `begin`, and its shape.
  size_t WordEnd(size_t begin, Shape* shape) const;

  // Returns where a word goes on if the separator at `i` joins what stands
  // around it, or `i` if the word ends there.
  size_t JoinedAt(size_t begin, size_t i, const Shape& shape) const;

  // Returns whether three digits and no more stand at `i`.
  bool IsDigitGroup(size_t i) const;

  // Returns the end of a possessive ending at `i`, or `i`.
  size_t PossessiveEnd(size_t i) const;

  absl::string_view text_;
  size_t at_ = 0;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_WORD_SCANNER_H_
