#include "retrieval/text/quantity_tokens.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

using Gap = QuantityGap;
using Kind = QuantityTokenKind;

// More digits than any number of a text needs.
constexpr size_t kMaxNumber = 24;

constexpr char32_t kApostrophe = 0x2019;

bool IsAsciiLetter(char c) {
  return absl::ascii_isalpha(static_cast<unsigned char>(c));
}

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

bool DigitAt(absl::string_view text, size_t at) {
  return at < text.size() && IsAsciiDigit(text[at]);
}

bool LetterAt(absl::string_view text, size_t at) {
  return IsLetter(CodePointAt(text, at).value);
}

// Returns the gap at `*at`, which moves behind it.
Gap SkipGap(absl::string_view text, size_t* at) {
  const size_t begin = *at;
  const auto is_graph = [&text](size_t i) {
    return i < text.size() &&
           absl::ascii_isgraph(static_cast<unsigned char>(text[i]));
  };
  if (begin > 0 && text[begin] == ' ' && is_graph(begin + 1)) {
    ++*at;
    return Gap::kSpace;
  }
  int breaks = 0;
  for (CodePoint c = CodePointAt(text, *at);
       c.size > 0 && IsWhiteSpace(c.value); c = CodePointAt(text, *at)) {
    if (c.value == '\n') ++breaks;
    *at += c.size;
  }
  if (begin == 0 || breaks > 1) return Gap::kBreak;
  return begin == *at ? Gap::kNone : Gap::kSpace;
}

// Returns the end of the letters and apostrophes that begin at `at`.
size_t WordEnd(absl::string_view text, size_t at) {
  while (at < text.size()) {
    if (IsAsciiLetter(text[at])) {
      ++at;
      continue;
    }
    const CodePoint c = CodePointAt(text, at);
    const bool joins = (c.value == '\'' || c.value == kApostrophe) &&
                       LetterAt(text, at + c.size);
    if (!joins && (c.value < 0x80 || !IsLetter(c.value))) break;
    at += c.size;
  }
  return at;
}

// Returns the end of an acronym with stops that begins at `at`, or `at`.
size_t AcronymEnd(absl::string_view text, size_t at) {
  size_t end = at;
  int letters = 0;
  while (end + 1 < text.size() && IsAsciiLetter(text[end]) &&
         text[end + 1] == '.') {
    end += 2;
    ++letters;
  }
  return letters > 1 ? end : at;
}

// Returns the end of the digits at `at` and of what digits join: "10:30".
size_t DigitsEnd(absl::string_view text, size_t at) {
  while (at < text.size()) {
    const bool joins =
        absl::StrContains(".,:/", text[at]) && DigitAt(text, at + 1);
    if (!IsAsciiDigit(text[at]) && !joins) break;
    ++at;
  }
  return at;
}

// Returns whether the digits and separators `digits` write a number. One that
// begins with a zero does not, save "0" and "0.5": a code does.
bool IsNumber(absl::string_view digits) {
  if (digits.size() > kMaxNumber) return false;
  const size_t point = digits.find('.');
  const absl::string_view whole = digits.substr(0, point);
  const absl::string_view decimals =
      point == absl::string_view::npos ? "" : digits.substr(point + 1);
  if (!std::all_of(decimals.begin(), decimals.end(), IsAsciiDigit)) {
    return false;
  }
  if (whole.size() > 1 && whole[0] == '0') return false;
  const size_t head = std::min(whole.find(','), whole.size());
  if (head > 3 && head < whole.size()) return false;
  for (size_t i = 0; i < whole.size(); ++i) {
    const bool separator = i >= head && (i - head) % 4 == 0;
    if (separator != (whole[i] == ',')) return false;
    if (!separator && !IsAsciiDigit(whole[i])) return false;
  }
  return (whole.size() - head) % 4 == 0;
}

char32_t FoldSign(char32_t c) {
  const bool dash = (c >= 0x2010 && c <= 0x2013) || c == 0x2212;
  return dash ? U'-' : c;
}

}  // namespace

QuantityTokens::QuantityTokens(absl::string_view text) : text_(text) {
  constexpr size_t kUsualLength = 5;  // Of a token with its gap, in bytes.
  tokens_.reserve(text.size() / kUsualLength + 1);
  for (size_t at = 0; at < text.size();) {
    const Gap gap = SkipGap(text, &at);
    if (at == text.size()) break;
    const CodePoint c = CodePointAt(text, at);
    if (IsDigit(c.value)) {
      AddNumber(&at, gap);
    } else if (IsLetter(c.value)) {
      AddWord(&at, gap);
    } else {
      Add(at, at + c.size, Kind::kSign, gap);
      tokens_.back().sign = FoldSign(c.value);
      at += c.size;
    }
  }
}

absl::string_view QuantityTokens::Text(size_t i) const {
  return i < size() ? Slice(text_, tokens_[i].range) : absl::string_view();
}

std::string QuantityTokens::Lower(size_t i) const {
  if (!Is(i, Kind::kWord)) return "";
  std::string word = absl::AsciiStrToLower(Text(i));
  for (absl::string_view ending : {"'s", "\u2019s"}) {
    if (absl::EndsWith(word, ending)) word.resize(word.size() - ending.size());
  }
  return word;
}

bool QuantityTokens::Is(size_t i, Kind kind) const {
  return i < size() && tokens_[i].kind == kind;
}

bool QuantityTokens::IsSign(size_t i, char32_t sign) const {
  return Is(i, Kind::kSign) && tokens_[i].sign == sign;
}

bool QuantityTokens::IsWord(size_t i, absl::string_view word) const {
  return Is(i, Kind::kWord) && absl::EqualsIgnoreCase(Text(i), word);
}

bool QuantityTokens::IsCapital(size_t i) const {
  return Is(i, Kind::kWord) && IsUpper(CodePointAt(Text(i), 0).value);
}

bool QuantityTokens::Touches(size_t i) const {
  return i < size() && tokens_[i].gap == Gap::kNone;
}

bool QuantityTokens::Continues(size_t i) const {
  return i < size() && tokens_[i].gap != Gap::kBreak;
}

size_t QuantityTokens::BehindHyphen(size_t i) const {
  return IsSign(i, '-') && Touches(i) && Touches(i + 1) ? i + 1 : i;
}

void QuantityTokens::AddWord(size_t* at, Gap gap) {
  const size_t begin = *at;
  *at = AcronymEnd(text_, begin);
  if (*at == begin) *at = WordEnd(text_, begin);
  Add(begin, *at, Kind::kWord, gap);
}

void QuantityTokens::AddNumber(size_t* at, Gap gap) {
  const size_t begin = *at;
  *at = DigitsEnd(text_, begin);
  const bool number = IsNumber(text_.substr(begin, *at - begin));
  Add(begin, *at, number ? Kind::kNumber : Kind::kDigits, gap);
}

void QuantityTokens::Add(size_t begin, size_t end, Kind kind, Gap gap) {
  QuantityToken token;
  token.range = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  token.kind = kind;
  token.gap = gap;
  tokens_.push_back(token);
}

}  // namespace footnote
