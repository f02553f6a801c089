#include "retrieval/text/number_context.h"

#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/counted_nouns.h"

namespace footnote {
namespace {

using Kind = QuantityTokenKind;
using WordSet = absl::flat_hash_set<absl::string_view>;

// Words that a number behind them numbers.
constexpr absl::string_view kNumbered =
    "article articles art section sections sec sect chapter chapters paragraph "
    "para "
    "clause page pages room flight highway route interstate lane step phase "
    "level grade class type model version volume vol part act scene verse "
    "psalm "
    "figure fig table box block unit building gate apartment apt suite channel "
    "episode season round week day group division district area zone sector "
    "ward precinct resolution amendment protocol proposition title form bill "
    "boeing airbus apollo windows iphone formula number numbers top tel phone "
    "ext stage game lap heat category platform terminal line bus exhibit item "
    "question rule runway studio tier zip division brigade battalion regiment "
    "catch agenda vision goal mark super liberty euro cup";

constexpr absl::string_view kMonths =
    "january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec";

constexpr absl::string_view kWeekdays =
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed "
    "thu thur thurs fri sat sun";

constexpr absl::string_view kClock =
    "a.m. p.m. am pm o'clock o\u2019clock gmt utc noon midnight";

constexpr absl::string_view kYearWords =
    "in since by until till from during before after year of to and early late "
    "mid circa summer winter spring autumn fall";

const WordSet& SetOf(absl::string_view words) {
  return *new WordSet(absl::StrSplit(words, ' '));
}

bool IsCapitalOf(const QuantityTokens& tokens, size_t i, const WordSet& set) {
  return tokens.IsCapital(i) && set.contains(tokens.Lower(i));
}

bool IsMonth(const QuantityTokens& tokens, size_t i) {
  static const WordSet& months = SetOf(kMonths);
  return IsCapitalOf(tokens, i, months);
}

// Returns the index of the word before token `i`, past the stop of an
// abbreviation.
size_t WordBefore(const QuantityTokens& tokens, size_t i) {
  const bool stop = tokens.IsSign(i - 1, '.') && tokens.Touches(i - 1);
  return stop ? i - 2 : i - 1;
}

bool JoinsDays(const QuantityTokens& tokens, size_t i) {
  return tokens.IsSign(i, '-') || tokens.IsSign(i, ',') ||
         tokens.IsWord(i, "to") || tokens.IsWord(i, "and") ||
         tokens.IsWord(i, "through") || tokens.IsWord(i, "or");
}

bool IsDayOfMonth(const Numeral& numeral) {
  return numeral.plain_digits > 0 && numeral.plain_digits <= 2 &&
         numeral.value >= 1 && numeral.value <= 31;
}

bool IsClock(const QuantityTokens& tokens, size_t i) {
  static const WordSet& clock = SetOf(kClock);
  return tokens.Continues(i) && clock.contains(tokens.Lower(i));
}

// Returns whether what touches the token `i` before it makes it part of a code:
// a letter, a digit, a hyphen that is not a minus.
bool IsGlued(const QuantityTokens& tokens, size_t i) {
  if (i == 0 || !tokens.Touches(i)) return false;
  if (!tokens.Is(i - 1, Kind::kSign)) return true;
  if (tokens.IsSign(i - 1, '-')) return tokens.Touches(i - 1);
  constexpr absl::string_view kGlue = "/_@#.:\\=&+*^'";
  const char32_t sign = tokens[i - 1].sign;
  return sign < 0x80 && absl::StrContains(kGlue, static_cast<char>(sign));
}

bool IsDigitsToken(const QuantityTokens& tokens, size_t i) {
  return tokens.Is(i, Kind::kNumber) || tokens.Is(i, Kind::kDigits);
}

bool IsYearToken(const QuantityTokens& tokens, size_t i) {
  const absl::string_view text = tokens.Text(i);
  return tokens.Is(i, Kind::kNumber) && text.size() == 4 &&
         (absl::StartsWith(text, "19") || absl::StartsWith(text, "20"));
}

// Returns whether digits follow each other as in a telephone number.
bool IsInRow(const QuantityTokens& tokens, size_t i, size_t end) {
  const bool behind = IsDigitsToken(tokens, end) && tokens.Continues(end);
  const bool before = i > 0 && IsDigitsToken(tokens, i - 1) &&
                      tokens.Continues(i) && !IsYearToken(tokens, i - 1);
  const size_t second = tokens.BehindHyphen(end);
  const bool chain = second > end && IsDigitsToken(tokens, second) &&
                     IsDigitsToken(tokens, tokens.BehindHyphen(second + 1)) &&
                     tokens.Touches(second + 1);
  return tokens.Is(i, Kind::kNumber) && (behind || before || chain);
}

// Returns whether token `i` stands between the numbers of a ratio: "in".
bool IsRatioLink(const QuantityTokens& tokens, size_t i) {
  return tokens.IsWord(i, "in") || tokens.IsWord(i, "per");
}

}  // namespace

bool IsPartOfName(const QuantityTokens& tokens, size_t i,
                  const Numeral& numeral) {
  static const WordSet& numbered = SetOf(kNumbered);
  if (IsGlued(tokens, i) || IsInRow(tokens, i, numeral.end)) return true;
  if (!tokens.Continues(i) || numeral.words || numeral.scale != 1) return false;
  const size_t before = WordBefore(tokens, i);
  const std::string word = tokens.Lower(before);
  if (word.empty()) return false;
  // A stop behind a whole word ends the sentence.
  if (before + 1 < i && word.size() > 4) return false;
  return numbered.contains(word);
}

bool IsPartOfDate(const QuantityTokens& tokens, size_t i,
                  const Numeral& numeral) {
  static const WordSet& weekdays = SetOf(kWeekdays);
  if (IsClock(tokens, numeral.end)) return true;
  if (!IsDayOfMonth(numeral)) return false;
  const size_t end = numeral.end;
  if (tokens.Continues(end) && IsMonth(tokens, end)) return true;
  if (JoinsDays(tokens, end) && tokens.Is(end + 1, Kind::kNumber) &&
      (IsMonth(tokens, end + 2) || IsClock(tokens, end + 2))) {
    return true;
  }
  if (!tokens.Continues(i)) return false;
  const size_t before = WordBefore(tokens, i);
  if (IsMonth(tokens, before) || IsCapitalOf(tokens, before, weekdays)) {
    return true;
  }
  const bool second = i > 2 && JoinsDays(tokens, i - 1) &&
                      tokens.Is(i - 2, Kind::kNumber) &&
                      IsMonth(tokens, WordBefore(tokens, i - 2));
  return second && !CountedNounAt(tokens, end).has_value();
}

bool IsRatioOrLabel(const QuantityTokens& tokens, size_t i,
                    const Numeral& numeral) {
  const auto numeral_at = [&tokens](size_t at) {
    return ReadNumeral(tokens, at, {}).has_value();
  };
  const size_t end = numeral.end;
  if (IsRatioLink(tokens, end) && numeral.value < 10 && numeral_at(end + 1) &&
      !IsYearToken(tokens, end + 1)) {
    return true;
  }
  if (i > 1 && IsRatioLink(tokens, i - 1) && numeral_at(i - 2)) return true;
  if (i > 1 && tokens.IsWord(i - 1, "of") && tokens.IsWord(i - 2, "out")) {
    return true;
  }
  if (tokens.IsWord(end, "out") && tokens.IsWord(end + 1, "of") &&
      numeral_at(end + 2)) {
    return true;
  }
  const bool closes = tokens.IsSign(end, ')') || tokens.IsSign(end, ']');
  const bool opens =
      i > 0 && (tokens.IsSign(i - 1, '(') || tokens.IsSign(i - 1, '['));
  if (closes && opens && numeral.plain_digits > 0) return true;
  const bool stop = tokens.IsSign(end, '.') && tokens.Touches(end);
  const bool first = i == 0 || !tokens.Continues(i);
  return first && numeral.plain_digits > 0 && (closes || stop);
}

bool LooksLikeYear(const QuantityTokens& tokens, size_t i,
                   const Numeral& numeral) {
  static const WordSet& year_words = SetOf(kYearWords);
  if (numeral.plain_digits != 4 || numeral.value >= 2100) return false;
  if (numeral.value >= 1900) return true;
  return numeral.value >= 1100 && i > 0 &&
         year_words.contains(tokens.Lower(i - 1));
}

bool IsOrdinal(const QuantityTokens& tokens, size_t i, size_t* begin) {
  if (i == 0 || !tokens.Is(i, Kind::kNumber) || !tokens.Continues(i)) {
    return false;
  }
  *begin = i - 1;
  if (tokens.IsSign(i - 1, '#')) {
    return tokens.Touches(i) && tokens.Text(i).size() <= 3;
  }
  const bool stop = tokens.IsSign(i - 1, '.') && tokens.Touches(i - 1);
  if (!stop || i < 2) return false;
  *begin = i - 2;
  return tokens.Text(i - 2) == "No";
}

}  // namespace footnote
