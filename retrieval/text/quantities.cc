#include "retrieval/text/quantities.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "retrieval/text/counted_nouns.h"
#include "retrieval/text/number_context.h"
#include "retrieval/text/number_words.h"
#include "retrieval/text/numerals.h"
#include "retrieval/text/quantity_bounds.h"
#include "retrieval/text/quantity_tokens.h"
#include "retrieval/text/stop_words.h"
#include "retrieval/text/units.h"

namespace footnote {
namespace {

using TokenKind = QuantityTokenKind;

// From here on, pounds are money and "won" is no verb.
constexpr double kLarge = 1e6;

// A quantity as it is read, in tokens.
struct Draft {
  size_t number = 0;  // The first token of the number itself.
  size_t begin = 0;   // With a sign of money before it.
  size_t end = 0;
  size_t number_end = 0;
  Numeral numeral;
  QuantityKind kind = QuantityKind::kNumber;
  double value = 0;
  std::optional<double> upper;
  std::string unit;
  QuantityBound bound = QuantityBound::kExactly;
  bool hyphen_range = false;  // "5-10"
};

// Walks the tokens of a text and keeps the quantities that it meets.
class QuantityReader {
 public:
  explicit QuantityReader(absl::string_view text) : tokens_(text) {}

  std::vector<Quantity> Read() {
    for (size_t i = 0; i < tokens_.size();) {
      i = MayBegin(i) ? ReadAt(i) : i + 1;
    }
    return std::move(quantities_);
  }

 private:
  // Returns whether a number may begin at token `i`: most tokens are left here.
  bool MayBegin(size_t i) const;

  // Reads what begins at token `i`; returns the token to go on with.
  size_t ReadAt(size_t i);

  bool ReadMoneySign(Draft& draft) const;
  void ReadUpper(Draft& draft) const;
  void ReadUnit(Draft& draft) const;
  void ReadNoun(size_t at, Draft& draft) const;
  void TakeUnit(const Unit& unit, Draft& draft) const;
  void TakeAge(Draft& draft) const;
  void TakeMinus(Draft& draft) const;
  bool IsSure(const Draft& draft) const;
  bool IsSomeDay(const Draft& draft) const;
  bool IsCode(const Draft& draft) const;
  bool StandsInProse(const Draft& draft) const;
  bool IsSureAlone(const Draft& draft) const;
  bool StandsApart(const Draft& draft) const;
  void Keep(const Draft& draft);

  QuantityTokens tokens_;
  size_t floor_ = 0;  // Tokens before it are part of a quantity.
  std::vector<Quantity> quantities_;
};

bool QuantityReader::MayBegin(size_t i) const {
  switch (tokens_[i].kind) {
    case TokenKind::kNumber:
    case TokenKind::kDigits:
      return true;
    case TokenKind::kSign:
      return ValueOfFractionSign(tokens_[i].sign) > 0;
    case TokenKind::kWord:
      break;
  }
  const absl::string_view word = tokens_.Text(i);
  const bool article = word == "a" || word == "A" || word == "an";
  const absl::string_view number = article ? tokens_.Text(i + 1) : word;
  return FindNumberWord(number).has_value();
}

size_t QuantityReader::ReadAt(size_t i) {
  Draft draft;
  draft.number = draft.begin = i;
  const bool money = ReadMoneySign(draft);
  const bool between = i > 0 && tokens_.IsWord(draft.begin - 1, "between");
  const std::optional<Numeral> numeral =
      ReadNumeral(tokens_, i, {.money = money, .between = between});
  if (!numeral) return i + 1;
  draft.numeral = *numeral;
  draft.value = numeral->value;
  draft.end = draft.number_end = numeral->end;
  size_t ordinal = 0;
  if (IsOrdinal(tokens_, i, &ordinal)) {
    draft.begin = ordinal;
    draft.kind = QuantityKind::kOrdinal;
    if (StandsApart(draft)) Keep(draft);
    return draft.end;
  }
  const bool names = !money && (IsPartOfName(tokens_, i, *numeral) ||
                                IsPartOfDate(tokens_, i, *numeral) ||
                                IsRatioOrLabel(tokens_, i, *numeral));
  if (names) return draft.end;
  ReadUpper(draft);
  ReadUnit(draft);
  if (IsSure(draft)) Keep(draft);
  return draft.end;
}

bool QuantityReader::ReadMoneySign(Draft& draft) const {
  const auto sign = MoneySignBefore(tokens_, draft.number);
  if (!sign || sign->begin < floor_) return false;
  draft.begin = sign->begin;
  draft.unit = sign->code;
  draft.kind = QuantityKind::kMoney;
  return true;
}

// Reads the upper end of "5-10", "5 to 10", "between 5% and 10%".
void QuantityReader::ReadUpper(Draft& draft) const {
  const bool between =
      draft.begin > 0 && tokens_.IsWord(draft.begin - 1, "between");
  const bool moves = draft.begin > 0 && tokens_.IsWord(draft.begin - 1, "from");
  const std::optional<Unit> unit =
      UnitAt(tokens_, tokens_.BehindHyphen(draft.end));
  const size_t link = unit ? unit->end : draft.end;
  const bool hyphen = tokens_.BehindHyphen(link) > link;
  const bool to = !between && !moves && tokens_.IsWord(link, "to");
  if (!hyphen && !to && !(between && tokens_.IsWord(link, "and"))) return;
  size_t at = link + 1;
  const bool money = draft.kind == QuantityKind::kMoney;
  if (money && MoneySignBefore(tokens_, at + 1)) ++at;  // "$5 to $10".
  if (at >= tokens_.size() || !MayBegin(at)) return;
  const std::optional<Numeral> upper =
      ReadNumeral(tokens_, at, {.money = money});
  if (!upper) return;
  double lower = draft.value;
  const double digits = upper->value / upper->scale;
  if (draft.numeral.scale == 1 && lower < digits) lower *= upper->scale;
  if (unit) {
    const auto same = UnitAt(tokens_, tokens_.BehindHyphen(upper->end));
    if (!same || same->name != unit->name) return;
  }
  draft.hyphen_range = hyphen;
  draft.end = draft.number_end = upper->end;
  draft.value = lower;
  draft.upper = upper->value;
  draft.numeral.scale = upper->scale;
}

void QuantityReader::ReadUnit(Draft& draft) const {
  const Qualifier qualifier = QualifierBehind(tokens_, draft.end);
  size_t at = qualifier.edge;
  draft.bound = qualifier.bound;
  const bool compound = tokens_.BehindHyphen(at) > at;
  at = tokens_.BehindHyphen(at);
  const std::optional<Unit> unit = UnitAt(tokens_, at);
  if (draft.kind == QuantityKind::kMoney) {
    const bool money = unit && unit->kind == UnitKind::kMoney;
    if (money) draft.end = unit->end;
    if (money && unit->name != "USD") draft.unit = unit->name;
  } else if (unit) {
    TakeUnit(*unit, draft);
  } else if (tokens_.IsWord(at, "won") && draft.value >= kLarge) {
    TakeUnit({at + 1, "KRW", UnitKind::kMoney}, draft);
  } else if (!compound) {
    ReadNoun(at, draft);
  } else if (tokens_.IsWord(at, "strong")) {
    draft.end = at + 1;
  } else if (const auto noun = CompoundNounAt(tokens_, at)) {
    draft.unit = noun->name;
    draft.end = noun->end;
  }
  TakeMinus(draft);
}

void QuantityReader::ReadNoun(size_t at, Draft& draft) const {
  if (draft.numeral.fraction) return;
  const bool one = draft.numeral.words && draft.value == 1;
  const auto noun = one && !draft.upper ? SingleNounAt(tokens_, at)
                                        : CountedNounAt(tokens_, at);
  if (noun) {
    const std::optional<Unit> unit = UnitAt(tokens_, noun->end - 1);
    if (unit) return TakeUnit(*unit, draft);  // "Two more years".
    draft.unit = noun->name;
    draft.end = noun->end;
  } else if (tokens_.IsSign(at - 1, '+')) {
    draft.end = at;
  } else {
    TakeAge(draft);
  }
}

void QuantityReader::TakeUnit(const Unit& unit, Draft& draft) const {
  // "20m people" are millions, "20m" alone is a length.
  const bool letter = unit.name == "m" && tokens_.Touches(unit.end - 1) &&
                      unit.end == draft.end + 1;
  const auto noun = letter ? CountedNounAt(tokens_, unit.end) : std::nullopt;
  if (noun) {
    draft.value *= 1e6;
    if (draft.upper) *draft.upper *= 1e6;
    draft.unit = noun->name;
    draft.end = noun->end;
    return;
  }
  draft.end = unit.end;
  draft.unit = unit.name;
  draft.kind = unit.kind == UnitKind::kMoney     ? QuantityKind::kMoney
               : unit.kind == UnitKind::kPercent ? QuantityKind::kPercent
                                                 : QuantityKind::kMeasure;
  if (draft.value >= kLarge && unit.name == "pound") {
    draft.kind = QuantityKind::kMoney;
    draft.unit = "GBP";
  }
  draft.value *= unit.factor;
  if (draft.upper) *draft.upper *= unit.factor;
  // "64-year-old", "10 years old".
  const size_t old = tokens_.BehindHyphen(draft.end);
  const bool compound = old > draft.end;
  if (tokens_.IsWord(old, "old") || (compound && tokens_.IsWord(old, "long"))) {
    draft.end = old + 1;
  }
}

// Reads an age without its unit: "aged 64", "the age of 64", "Falk, 64, said".
void QuantityReader::TakeAge(Draft& draft) const {
  constexpr double kOldest = 115;
  const size_t i = draft.number;
  if (draft.numeral.plain_digits == 0 || draft.value > kOldest || i == 0) {
    return;
  }
  const size_t before = tokens_.IsWord(i - 1, "of") && i > 1 ? i - 2 : i - 1;
  const bool aged =
      tokens_.IsWord(before, "aged") || tokens_.IsWord(before, "age");
  const bool apposed = i > 1 && tokens_.IsSign(i - 1, ',') &&
                       tokens_.IsSign(draft.end, ',') &&
                       tokens_.IsCapital(i - 2) && draft.value >= 10;
  if (!aged && !apposed) return;
  draft.kind = QuantityKind::kMeasure;
  draft.unit = "year";
}

// Takes a minus before degrees and percentages in: "-5 °C", "minus 5 degrees".
void QuantityReader::TakeMinus(Draft& draft) const {
  const bool signed_unit = draft.kind == QuantityKind::kPercent ||
                           absl::StartsWith(draft.unit, "\u00B0") ||
                           draft.unit == "degree";
  if (draft.begin == 0 || draft.begin <= floor_ || !signed_unit) return;
  const size_t before = draft.begin - 1;
  const bool minus =
      (tokens_.IsSign(before, '-') && tokens_.Touches(draft.begin)) ||
      tokens_.IsWord(before, "minus");
  if (!minus || draft.upper) return;
  draft.value = -draft.value;
  draft.begin = before;
}

// Returns whether nothing that touches the quantity makes it part of a code:
// "3D", "1990s", "10-something".
bool QuantityReader::StandsApart(const Draft& draft) const {
  const size_t end = draft.end;
  if (!tokens_.Touches(end)) return true;
  if (!tokens_.Is(end, TokenKind::kSign)) return false;
  if (tokens_.BehindHyphen(end) > end)
    return draft.kind != QuantityKind::kNumber;
  constexpr absl::string_view kGlue = "/_@=\\&*^#";
  const char32_t sign = tokens_[end].sign;
  return sign >= 0x80 || !absl::StrContains(kGlue, static_cast<char>(sign));
}

// Returns whether it is "one day" that is not said to last: "one day he left".
bool QuantityReader::IsSomeDay(const Draft& draft) const {
  if (!draft.numeral.words || draft.value != 1 || draft.unit != "day" ||
      draft.upper) {
    return false;
  }
  if (draft.begin == 0) return true;
  const std::string before = tokens_.Lower(draft.begin - 1);
  for (absl::string_view word :
       {"for", "in", "within", "only", "just", "than", "least", "after"}) {
    if (before == word) return false;
  }
  return true;
}

bool QuantityReader::IsSure(const Draft& draft) const {
  if (!StandsApart(draft)) return false;
  if (draft.upper && *draft.upper <= draft.value) return false;
  if (draft.kind != QuantityKind::kNumber) return !IsSomeDay(draft);
  if (LooksLikeYear(tokens_, draft.number, draft.numeral)) return false;
  if (draft.hyphen_range && draft.unit.empty()) return false;
  return !draft.unit.empty() || IsSureAlone(draft);
}

// Returns whether the digits are more likely a year, an identifier or the
// emergency number than an amount.
bool QuantityReader::IsCode(const Draft& draft) const {
  const Numeral& numeral = draft.numeral;
  const bool year = numeral.plain_digits == 4 && numeral.value < 2100;
  return year || numeral.plain_digits > 6;
}

// Returns whether words stand around a bare number, not the signs of a formula
// or table: "3 + 5", "12 -- 10", "9°19".
bool QuantityReader::StandsInProse(const Draft& draft) const {
  const auto is_mark = [this](size_t i, absl::string_view marks) {
    if (!tokens_.Is(i, TokenKind::kSign)) return true;
    const char32_t sign = tokens_[i].sign;
    const bool quote = (sign >= 0x2013 && sign <= 0x201F) || sign == 0x2026;
    return quote ||
           (sign < 0x80 && absl::StrContains(marks, static_cast<char>(sign)));
  };
  if (draft.begin == 0) return draft.numeral.words;
  return is_mark(draft.begin - 1, ",;:(\"'`.!?") &&
         is_mark(draft.end, ",;:()\"'.!?");
}

// Returns whether a number without a unit or noun is a quantity all the same.
bool QuantityReader::IsSureAlone(const Draft& draft) const {
  const Numeral& numeral = draft.numeral;
  const size_t last = draft.number_end - 1;
  if (numeral.fraction) {
    return !tokens_.IsWord(last, "a") && !tokens_.IsWord(last, "an");
  }
  if (numeral.scale != 1 || draft.end > draft.number_end) return true;
  if (IsCode(draft) || !StandsInProse(draft)) return false;
  const bool stated =
      tokens_.IsWord(draft.end, "were") || tokens_.IsWord(draft.end, "of") ||
      tokens_.IsWord(draft.end, "have") || tokens_.IsWord(draft.end, "had") ||
      tokens_.IsWord(draft.end, "are");
  const bool small = numeral.words && draft.value < 13;
  if (small) return stated && draft.value > 1;
  if (draft.number == 0 || stated) return true;
  const size_t before = draft.number - 1;
  if (tokens_.IsWord(before, "at") || tokens_.IsWord(before, "from")) {
    return false;
  }
  const bool second = before > 0 && tokens_.IsWord(before, "to") &&
                      tokens_.Is(before - 1, TokenKind::kNumber);
  if (second) return false;
  const std::string word = tokens_.Lower(before);
  return !tokens_.IsCapital(before) || IsStopWord(word);
}

void QuantityReader::Keep(const Draft& draft) {
  const bool time =
      draft.kind == QuantityKind::kMeasure && IsTimeUnit(draft.unit);
  const Qualifier before = QualifierBefore(tokens_, floor_, draft.begin, time);
  Qualifier behind{draft.end, draft.bound};
  if (behind.bound == QuantityBound::kExactly) {
    behind = QualifierBehind(tokens_, draft.end);
  }
  Quantity quantity;
  quantity.range = {tokens_[draft.begin].range.begin,
                    tokens_[draft.end - 1].range.end};
  quantity.whole = {tokens_[before.edge].range.begin,
                    tokens_[behind.edge - 1].range.end};
  quantity.kind = draft.kind;
  quantity.value = draft.value;
  quantity.upper = draft.upper;
  quantity.unit = draft.unit;
  quantity.bound =
      before.bound != QuantityBound::kExactly ? before.bound : behind.bound;
  quantities_.push_back(std::move(quantity));
  floor_ = behind.edge;
}

absl::string_view SignOf(QuantityBound bound) {
  switch (bound) {
    case QuantityBound::kExactly:
      return "";
    case QuantityBound::kAbout:
      return "~";
    case QuantityBound::kMoreThan:
      return ">";
    case QuantityBound::kAtLeast:
      return ">=";
    case QuantityBound::kLessThan:
      return "<";
    case QuantityBound::kAtMost:
      return "<=";
  }
  return "";
}

// Returns the shortest decimal that reads back as `value`, without an exponent
// as long as that is of use.
std::string Decimal(double value) {
  constexpr double kLargest = 1e24;
  std::array<char, 64> buffer;
  char* const end = buffer.data() + buffer.size();
  const auto result =
      value < kLargest
          ? std::to_chars(buffer.data(), end, value, std::chars_format::fixed)
          : std::to_chars(buffer.data(), end, value);
  return std::string(buffer.data(), result.ptr);
}

}  // namespace

std::vector<Quantity> FindQuantities(absl::string_view text) {
  return QuantityReader(text).Read();
}

std::string NormalizedQuantity(const Quantity& quantity) {
  const std::string value = Decimal(quantity.value);
  if (quantity.kind == QuantityKind::kOrdinal) return absl::StrCat("#", value);
  return absl::StrCat(
      SignOf(quantity.bound), value,
      quantity.upper ? absl::StrCat("..", Decimal(*quantity.upper)) : "",
      quantity.unit.empty() ? "" : " ", quantity.unit);
}

}  // namespace footnote
