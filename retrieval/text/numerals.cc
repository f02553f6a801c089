#include "retrieval/text/numerals.h"

#include <cstdint>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "retrieval/text/number_words.h"

namespace footnote {
namespace {

using TokenKind = QuantityTokenKind;
using WordKind = NumberWordKind;

std::optional<NumberWord> WordAt(const QuantityTokens& tokens, size_t i) {
  if (!tokens.Is(i, TokenKind::kWord)) return std::nullopt;
  return FindNumberWord(tokens.Text(i));
}

std::optional<NumberWord> WordAt(const QuantityTokens& tokens, size_t i,
                                 WordKind kind) {
  const std::optional<NumberWord> word = WordAt(tokens, i);
  return word && word->kind == kind ? word : std::nullopt;
}

// Returns whether "and" at `i` leads to a smaller number: "hundred and ten".
bool AndJoins(const QuantityTokens& tokens, size_t i, NumeralContext context) {
  if (context.between || !tokens.IsWord(i, "and")) return false;
  const std::optional<NumberWord> next = WordAt(tokens, i + 1);
  return next && next->kind != WordKind::kScale &&
         next->kind != WordKind::kPart;
}

// A cardinal in words as it grows, word by word.
class Cardinal {
 public:
  // Takes `word` in, if the number can go on with it.
  bool Add(const NumberWord& word) {
    const bool added =
        word.kind == WordKind::kScale ? AddScale(word.value) : AddSmall(word);
    if (added) last_ = word.kind;
    return added;
  }

  double value() const { return total_ + current_; }
  bool ends_in_scale() const { return last_ == WordKind::kScale; }

 private:
  bool AddSmall(const NumberWord& word) {
    const bool begins = current_ == 0 || (ends_in_scale() && current_ >= 100);
    const bool behind_tens =
        last_ == WordKind::kTens && word.kind == WordKind::kOnes;
    if (word.kind == WordKind::kPart || !(begins || behind_tens)) return false;
    if (started_ && word.value == 0) return false;
    started_ = true;
    current_ += word.value;
    return true;
  }

  bool AddScale(double scale) {
    if (current_ == 0 || scale >= last_scale_) return false;
    if (scale <= 100) {  // "Two hundred" may be of thousands yet.
      if (current_ >= 100) return false;
      current_ *= scale;
      return true;
    }
    total_ += current_ * scale;
    current_ = 0;
    last_scale_ = scale;
    return true;
  }

  double total_ = 0;
  double current_ = 0;
  double last_scale_ = 1e18;
  WordKind last_ = WordKind::kPart;
  bool started_ = false;
};

// Multiplies the scale words behind `numeral` in: "10 million", "$5-billion".
void ReadScales(const QuantityTokens& tokens, NumeralContext context,
                Numeral& numeral) {
  const size_t suffix = numeral.end;
  if (tokens.Is(suffix, TokenKind::kWord) && tokens.Continues(suffix)) {
    const double scale = ScaleOfSuffix(tokens.Text(suffix),
                                       context.money && tokens.Touches(suffix));
    if (scale > 0) {
      numeral.scale = scale;
      numeral.end = suffix + 1;
    }
  }
  for (int words = 0; words < 2; ++words) {
    const size_t next = tokens.BehindHyphen(numeral.end);
    const auto scale = WordAt(tokens, next, WordKind::kScale);
    if (!scale || !tokens.Continues(next)) break;
    numeral.scale *= scale->value;
    numeral.end = next + 1;
  }
  numeral.value *= numeral.scale;
}

// Adds "and a half", "and a quarter" behind `numeral`.
void ReadMixed(const QuantityTokens& tokens, Numeral& numeral) {
  const size_t i = numeral.end;
  if (!tokens.IsWord(i, "and") || !tokens.IsWord(i + 1, "a")) return;
  const auto part = WordAt(tokens, i + 2, WordKind::kPart);
  if (!part || tokens.IsWord(i + 3, "of")) return;
  numeral.value += 1 / part->value;
  numeral.plain_digits = 0;
  numeral.end = i + 3;
}

// Reads "1/2": a small fraction in its lowest terms, as dates seldom are.
std::optional<double> ReadSlashed(absl::string_view text) {
  const std::pair<absl::string_view, absl::string_view> parts =
      absl::StrSplit(text, absl::MaxSplits('/', 1));
  int32_t over = 0;
  int32_t under = 0;
  if (!absl::SimpleAtoi(parts.first, &over) ||
      !absl::SimpleAtoi(parts.second, &under) || over < 1 || over >= under ||
      under > 8 || (over > 1 && under % over == 0)) {
    return std::nullopt;
  }
  return static_cast<double>(over) / under;
}

// Adds a fraction in digits or as one sign behind `numeral`: "2 1/2", "2½".
void ReadFractionBehind(const QuantityTokens& tokens, Numeral& numeral) {
  double part = 0;
  const size_t i = numeral.end;
  if (tokens.Is(i, TokenKind::kSign)) {
    part = ValueOfFractionSign(tokens[i].sign);
  } else if (tokens.Is(i, TokenKind::kDigits) && tokens.Continues(i)) {
    part = ReadSlashed(tokens.Text(i)).value_or(0);
  }
  if (part == 0) return;
  numeral.value += part;
  numeral.plain_digits = 0;
  numeral.end = i + 1;
}

std::optional<Numeral> ReadDigits(const QuantityTokens& tokens, size_t i,
                                  NumeralContext context) {
  const std::string digits = absl::StrReplaceAll(tokens.Text(i), {{",", ""}});
  Numeral numeral{.end = i + 1};
  if (!absl::SimpleAtod(digits, &numeral.value)) return std::nullopt;
  const bool plain =
      tokens.Text(i).find_first_of(".,") == absl::string_view::npos;
  if (plain) numeral.plain_digits = digits.size();
  if (plain) ReadFractionBehind(tokens, numeral);
  ReadMixed(tokens, numeral);
  ReadScales(tokens, context, numeral);
  if (numeral.scale != 1) numeral.plain_digits = 0;
  return numeral;
}

// Reads the parts of a whole behind the cardinal `numeral`: "two-thirds", and
// with a space where it says of what: "two thirds of".
void ReadParts(const QuantityTokens& tokens, Numeral& numeral) {
  const size_t next = tokens.BehindHyphen(numeral.end);
  const auto part = WordAt(tokens, next, WordKind::kPart);
  if (!part || !tokens.Continues(next)) return;
  if (next == numeral.end && !tokens.IsWord(next + 1, "of")) return;
  // "Eighty-ninth" is a place in an order.
  const bool plural = absl::EndsWith(tokens.Lower(next), "s");
  if (!plural && numeral.value != 1) return;
  numeral.value /= part->value;
  numeral.fraction = true;
  numeral.end = next + 1;
}

std::optional<Numeral> ReadWords(const QuantityTokens& tokens, size_t i,
                                 NumeralContext context) {
  Cardinal cardinal;
  Numeral numeral{.end = i, .words = true};
  size_t at = i;
  if (tokens.IsWord(i, "a") || tokens.IsWord(i, "an")) {
    cardinal.Add({WordKind::kOnes, 1});
    at = i + 1;
  }
  while (true) {
    const auto word = WordAt(tokens, at);
    if (!word || (at > i && !tokens.Continues(at)) || !cardinal.Add(*word)) {
      break;
    }
    numeral.end = at + 1;
    at = tokens.BehindHyphen(numeral.end);
    if (cardinal.ends_in_scale() && AndJoins(tokens, at, context)) ++at;
  }
  if (numeral.end == i) return std::nullopt;
  numeral.value = cardinal.value();
  if (cardinal.ends_in_scale()) return numeral;
  ReadMixed(tokens, numeral);
  if (numeral.value == cardinal.value()) ReadParts(tokens, numeral);
  if (!numeral.fraction) ReadScales(tokens, context, numeral);
  return numeral;
}

// Reads "half a million", "half an", "half of", "a third of", and a "½" that
// stands alone.
std::optional<Numeral> ReadPart(const QuantityTokens& tokens, size_t i) {
  if (tokens.Is(i, TokenKind::kSign)) {
    const double value = ValueOfFractionSign(tokens[i].sign);
    if (value == 0) return std::nullopt;
    return Numeral{.end = i + 1, .value = value, .fraction = true};
  }
  const bool article = tokens.IsWord(i, "a");
  const size_t at = article ? i + 1 : i;
  const auto part = WordAt(tokens, at, WordKind::kPart);
  if (!part) return std::nullopt;
  Numeral numeral{
      .end = at + 1, .value = 1 / part->value, .words = true, .fraction = true};
  const bool half = part->value == 2;
  if (tokens.IsWord(at + 1, "of") || (half && tokens.IsWord(at + 1, "the"))) {
    return article || half ? std::optional(numeral) : std::nullopt;
  }
  const bool of_a = tokens.IsWord(at + 1, "a") || tokens.IsWord(at + 1, "an");
  if (!half || article || !of_a) return std::nullopt;
  numeral.end = at + 2;
  ReadScales(tokens, {}, numeral);
  numeral.fraction = numeral.scale == 1;
  return numeral;
}

}  // namespace

std::optional<Numeral> ReadNumeral(const QuantityTokens& tokens, size_t i,
                                   NumeralContext context) {
  if (tokens.Is(i, TokenKind::kNumber)) return ReadDigits(tokens, i, context);
  if (tokens.Is(i, TokenKind::kDigits)) {
    const std::optional<double> value = ReadSlashed(tokens.Text(i));
    if (!value) return std::nullopt;
    return Numeral{.end = i + 1, .value = *value, .fraction = true};
  }
  if (tokens.Is(i, TokenKind::kSign)) return ReadPart(tokens, i);
  const bool article = tokens.IsWord(i, "a") || tokens.IsWord(i, "an");
  const auto word = WordAt(tokens, article ? i + 1 : i);
  if (!word) return std::nullopt;
  if (word->kind == WordKind::kPart) return ReadPart(tokens, i);
  const bool bare_scale = word->kind == WordKind::kScale;
  if (article != bare_scale) return std::nullopt;
  return ReadWords(tokens, i, context);
}

}  // namespace footnote
