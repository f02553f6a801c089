// English words that numbers are written with.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_NUMBER_WORDS_H_
#define FOOTNOTE_RETRIEVAL_TEXT_NUMBER_WORDS_H_

#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"

namespace footnote {

// How a number word joins with others.
enum class NumberWordKind : uint8_t {
  kOnes,   // "zero" to "nine".
  kTeens,  // "ten" to "nineteen".
  kTens,   // "twenty" to "ninety".
  kScale,  // "hundred", "dozen", "million": multiplies what stands before.
  kPart,   // "half", "third", "quarters": of a whole.
};

// A number word and what it stands for.
struct NumberWord {
  NumberWordKind kind = NumberWordKind::kOnes;
  double value = 0;
};

// Returns what `word` stands for, in any case, or nothing. A plural of a scale
// ("millions") is none: it names no number. Thread-safe.
std::optional<NumberWord> FindNumberWord(absl::string_view word);

// Returns the factor that `suffix` stands for behind digits: "bn", "tn", "mln"
// in any case, and of amounts of money ("$3.5m") single letters too; 0 if none.
// Thread-safe.
double ScaleOfSuffix(absl::string_view suffix, bool money);

// Returns what a character like "½" stands for; 0 if nothing. Thread-safe.
double ValueOfFractionSign(char32_t sign);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_NUMBER_WORDS_H_
