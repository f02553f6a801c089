#include "retrieval/text/quantities.h"

#include <cstddef>
#include <utility>

#include "absl/strings/match.h"
#include "retrieval/text/counted_nouns.h"
#include "retrieval/text/number_context.h"
#include "retrieval/text/number_words.h"
#include "retrieval/text/numerals.h"
#include "retrieval/text/quantity_bounds.h"
#include "retrieval/text/quantity_draft.h"
#include "retrieval/text/quantity_tokens.h"
#include "retrieval/text/units.h"

namespace footnote {
namespace {

using TokenKind = QuantityTokenKind;

// From here on, pounds are money and "won" is no verb.
constexpr double kLarge = 1e6;

// Returns the value of `draft` as the lower end of a range up to `upper`, whose
// scale it may share: "5 to 10 million".
double LowerEnd(const QuantityDraft& draft, const Numeral& upper) {
  const bool shares =
      draft.numeral.scale == 1 && draft.value < upper.value / upper.scale;
  return shares ? draft.value * upper.scale : draft.value;
}

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

  bool ReadMoneySign(QuantityDraft& draft) const;
  void ReadUpper(QuantityDraft& draft) const;
  void ReadUnit(QuantityDraft& draft) const;
  void ReadNoun(size_t at, QuantityDraft& draft) const;
  void TakeUnit(const Unit& unit, QuantityDraft& draft) const;
  void TakeAge(QuantityDraft& draft) const;
  void TakeMinus(QuantityDraft& draft) const;
  void Keep(const QuantityDraft& draft);

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
  QuantityDraft draft;
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
    if (StandsApart(tokens_, draft)) Keep(draft);
    return draft.end;
  }
  const bool names = !money && (IsPartOfName(tokens_, i, *numeral) ||
                                IsPartOfDate(tokens_, i, *numeral) ||
                                IsRatioOrLabel(tokens_, i, *numeral));
  if (names) return draft.end;
  ReadUpper(draft);
  ReadUnit(draft);
  if (IsSureQuantity(tokens_, draft)) Keep(draft);
  return draft.end;
}

bool QuantityReader::ReadMoneySign(QuantityDraft& draft) const {
  const auto sign = MoneySignBefore(tokens_, draft.number);
  if (!sign || sign->begin < floor_) return false;
  draft.begin = sign->begin;
  draft.unit = sign->code;
  draft.kind = QuantityKind::kMoney;
  return true;
}

// Reads the upper end of "5-10", "5 to 10", "between 5% and 10%".
void QuantityReader::ReadUpper(QuantityDraft& draft) const {
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
  const bool two_signs = money && MoneySignBefore(tokens_, at + 1);
  if (two_signs) ++at;  // "$5 to $10".
  if (at >= tokens_.size() || !MayBegin(at)) return;
  const std::optional<Numeral> upper =
      ReadNumeral(tokens_, at, {.money = money});
  if (!upper) return;
  // "$5 million to 300 workers".
  if (money && to && !two_signs && CountedNounAt(tokens_, upper->end)) return;
  if (unit) {
    const auto same = UnitAt(tokens_, tokens_.BehindHyphen(upper->end));
    if (!same || same->name != unit->name) return;
  }
  const double lower = LowerEnd(draft, *upper);
  if (to && lower >= upper->value) return;
  draft.hyphen_range = hyphen;
  draft.end = draft.number_end = upper->end;
  draft.value = lower;
  draft.upper = upper->value;
  draft.numeral.scale = upper->scale;
}

void QuantityReader::ReadUnit(QuantityDraft& draft) const {
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

void QuantityReader::ReadNoun(size_t at, QuantityDraft& draft) const {
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

void QuantityReader::TakeUnit(const Unit& unit, QuantityDraft& draft) const {
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
void QuantityReader::TakeAge(QuantityDraft& draft) const {
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
void QuantityReader::TakeMinus(QuantityDraft& draft) const {
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

void QuantityReader::Keep(const QuantityDraft& draft) {
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

}  // namespace

std::vector<Quantity> FindQuantities(absl::string_view text) {
  return QuantityReader(text).Read();
}

}  // namespace footnote
