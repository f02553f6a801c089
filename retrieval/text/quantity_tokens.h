// A text cut into words, numbers and signs, as the search for quantities reads
// it.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_QUANTITY_TOKENS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_QUANTITY_TOKENS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// What a token is.
enum class QuantityTokenKind : uint8_t {
  kWord,    // Letters, with apostrophes; an acronym with its stops: "U.S.".
  kNumber,  // "12", "1,000", "1.5".
  kDigits,  // Digits in a form that is no number: "10:30", "9/11", "1.2.3".
  kSign,    // Any other character.
};

// What stands before a token.
enum class QuantityGap : uint8_t {
  kNone,   // It touches the token before.
  kSpace,  // White space, with one line break at most.
  kBreak,  // The beginning of the text or an empty line.
};

// A piece of a text without white space.
struct QuantityToken {
  ByteRange range;
  char32_t sign = 0;  // Of a kSign; a hyphen, en dash or minus is '-'.
  QuantityTokenKind kind = QuantityTokenKind::kSign;
  QuantityGap gap = QuantityGap::kBreak;
};

// The tokens of a text. Every question about a token takes any index: one that
// is out of range, as what lies before the first, is answered with "no".
class QuantityTokens {
 public:
  // `text` outlives the tokens and has fewer than 2^32 bytes.
  explicit QuantityTokens(absl::string_view text);

  size_t size() const { return tokens_.size(); }

  // REQUIRES: i < size().
  const QuantityToken& operator[](size_t i) const { return tokens_[i]; }

  // Returns the bytes of token `i`.
  absl::string_view Text(size_t i) const;

  // Returns the word `i` with ASCII letters in lower case and without a
  // possessive ending; empty if it is no word.
  std::string Lower(size_t i) const;

  bool Is(size_t i, QuantityTokenKind kind) const;
  bool IsSign(size_t i, char32_t sign) const;

  // Returns whether word `i` is `word`, which is in lower case.
  bool IsWord(size_t i, absl::string_view word) const;

  // Returns whether token `i` is a word that begins with a capital letter.
  bool IsCapital(size_t i) const;

  // Returns whether token `i` exists and touches the one before.
  bool Touches(size_t i) const;

  // Returns whether token `i` exists and no empty line stands before it.
  bool Continues(size_t i) const;

  // Returns `i`, or what is behind the hyphen at `i` if it joins words.
  size_t BehindHyphen(size_t i) const;

 private:
  void AddWord(size_t* at, QuantityGap gap);
  void AddNumber(size_t* at, QuantityGap gap);
  void Add(size_t begin, size_t end, QuantityTokenKind kind, QuantityGap gap);

  absl::string_view text_;
  std::vector<QuantityToken> tokens_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_QUANTITY_TOKENS_H_
