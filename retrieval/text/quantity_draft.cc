#include "retrieval/text/quantity_draft.h"

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "retrieval/text/number_context.h"
#include "retrieval/text/stop_words.h"

namespace footnote {
namespace {

using TokenKind = QuantityTokenKind;

// Returns whether it is "one day" that is not said to last: "one day he left".
bool IsSomeDay(const QuantityTokens& tokens, const QuantityDraft& draft) {
  if (!draft.numeral.words || draft.value != 1 || draft.unit != "day" ||
      draft.upper) {
    return false;
  }
  if (draft.begin == 0) return true;
  const std::string before = tokens.Lower(draft.begin - 1);
  for (absl::string_view word :
       {"for", "in", "within", "only", "just", "than", "least", "after"}) {
    if (before == word) return false;
  }
  return true;
}

// Returns whether the digits are more likely a year or an identifier than an
// amount.
bool IsCode(const QuantityDraft& draft) {
  const Numeral& numeral = draft.numeral;
  const bool year = numeral.plain_digits == 4 && numeral.value < 2100;
  return year || numeral.plain_digits > 6;
}

// Returns whether words stand around a bare number, not the signs of a formula
// or table: "3 + 5", "12 -- 10", "9°19".
bool StandsInProse(const QuantityTokens& tokens, const QuantityDraft& draft) {
  const auto is_mark = [&tokens](size_t i, absl::string_view marks) {
    if (!tokens.Is(i, TokenKind::kSign)) return true;
    const char32_t sign = tokens[i].sign;
    const bool quote = (sign >= 0x2013 && sign <= 0x201F) || sign == 0x2026;
    return quote ||
           (sign < 0x80 && absl::StrContains(marks, static_cast<char>(sign)));
  };
  if (draft.begin == 0) return draft.numeral.words;
  return is_mark(draft.begin - 1, ",;:(\"'`.!?") &&
         is_mark(draft.end, ",;:()\"'.!?");
}

// Returns whether a number without a unit or noun is a quantity all the same.
bool IsSureAlone(const QuantityTokens& tokens, const QuantityDraft& draft) {
  const Numeral& numeral = draft.numeral;
  const size_t last = draft.number_end - 1;
  if (numeral.fraction) {
    return !tokens.IsWord(last, "a") && !tokens.IsWord(last, "an");
  }
  if (numeral.scale != 1 || draft.end > draft.number_end) return true;
  if (IsCode(draft) || !StandsInProse(tokens, draft)) return false;
  const bool stated =
      tokens.IsWord(draft.end, "were") || tokens.IsWord(draft.end, "of") ||
      tokens.IsWord(draft.end, "have") || tokens.IsWord(draft.end, "had") ||
      tokens.IsWord(draft.end, "are");
  const bool small = numeral.words && draft.value < 13;
  if (small) return stated && draft.value > 1;
  if (draft.number == 0 || stated) return true;
  const size_t before = draft.number - 1;
  if (tokens.IsWord(before, "at") || tokens.IsWord(before, "from")) {
    return false;
  }
  // "They won 5 to 3."
  const bool first = tokens.IsWord(draft.end, "to") &&
                     tokens.Is(draft.end + 1, TokenKind::kNumber);
  const bool second = before > 0 && tokens.IsWord(before, "to") &&
                      tokens.Is(before - 1, TokenKind::kNumber);
  if (first || second) return false;
  const std::string word = tokens.Lower(before);
  return !tokens.IsCapital(before) || IsStopWord(word);
}

}  // namespace

bool StandsApart(const QuantityTokens& tokens, const QuantityDraft& draft) {
  const size_t end = draft.end;
  if (!tokens.Touches(end)) return true;
  if (!tokens.Is(end, TokenKind::kSign)) return false;
  if (tokens.BehindHyphen(end) > end)
    return draft.kind != QuantityKind::kNumber;
  constexpr absl::string_view kGlue = "/_@=\\&*^#(";
  const char32_t sign = tokens[end].sign;
  return sign >= 0x80 || !absl::StrContains(kGlue, static_cast<char>(sign));
}

bool IsSureQuantity(const QuantityTokens& tokens, const QuantityDraft& draft) {
  if (!StandsApart(tokens, draft)) return false;
  if (draft.upper && *draft.upper <= draft.value) return false;
  if (draft.kind != QuantityKind::kNumber) return !IsSomeDay(tokens, draft);
  if (LooksLikeYear(tokens, draft.number, draft.numeral)) return false;
  if (draft.hyphen_range && draft.unit.empty()) return false;
  return !draft.unit.empty() || IsSureAlone(tokens, draft);
}

}  // namespace footnote
