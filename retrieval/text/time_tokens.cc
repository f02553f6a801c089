#include "retrieval/text/time_tokens.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "retrieval/text/time_numbers.h"

namespace footnote {
namespace {

constexpr size_t kMaxWord = 16;  // Longer words are nothing here.

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Letters of other scripts belong to words as ASCII ones do.
bool IsWordByte(char c) {
  return absl::ascii_isalpha(static_cast<unsigned char>(c)) ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool IsSpaceByte(char c) {
  return absl::ascii_isspace(static_cast<unsigned char>(c));
}

class TokenCutter {
 public:
  explicit TokenCutter(absl::string_view text) : text_(text) {
    constexpr size_t kBytesOfToken = 5;
    tokens_.reserve(text.size() / kBytesOfToken);
  }

  std::vector<TimeToken> Cut() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (IsSpaceByte(c)) {
        SkipSpace();
      } else if (IsDigit(c)) {
        CutNumber();
      } else if (IsMark(at_)) {
        CutMark();
      } else if (IsWordByte(c)) {
        CutWord();
      } else {
        CutMark();
      }
    }
    return std::move(tokens_);
  }

 private:
  char At(size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  // Returns the last byte of a mark of the block General Punctuation, or of a
  // no-break space, at `i`; 0 if there is none.
  unsigned char PunctuationAt(size_t i) const {
    if (At(i) == '\xE2' && At(i + 1) == '\x80') {
      return static_cast<unsigned char>(At(i + 2));
    }
    return At(i) == '\xC2' && At(i + 1) == '\xA0' ? 0xA0 : 0;
  }

  bool IsMark(size_t i) const { return PunctuationAt(i) != 0; }

  void Add(size_t end, TimeWord word, int32_t value = 0) {
    TimeToken token;
    token.begin = static_cast<uint32_t>(at_);
    token.end = static_cast<uint32_t>(end);
    token.value = value;
    token.word = word;
    const char first = text_[at_];
    token.capital = absl::ascii_isupper(static_cast<unsigned char>(first)) ||
                    IsDigit(first);
    token.spaced = spaced_;
    token.starts = starts_ || tokens_.empty();
    tokens_.push_back(token);
    spaced_ = false;
    starts_ = false;
    stopped_ = false;
    at_ = end;
  }

  // White space of two lines ends a paragraph; after a stop it ends a sentence
  // if a capital or a mark follows.
  void SkipSpace() {
    int lines = 0;
    while (at_ < text_.size() && IsSpaceByte(text_[at_])) {
      lines += text_[at_++] == '\n' ? 1 : 0;
    }
    spaced_ = true;
    const bool lower = absl::ascii_islower(static_cast<unsigned char>(At(at_)));
    if (lines > 1 || (stopped_ && !lower)) starts_ = true;
    stopped_ = false;
  }

  void CutMark();
  void CutNumber();
  void CutWord();

  bool CutMeridiem(size_t end);

  size_t DigitsEnd(size_t i) const {
    while (i < text_.size() && IsDigit(text_[i])) ++i;
    return i;
  }

  size_t WordEnd(size_t i) const {
    while (i < text_.size() && IsWordByte(text_[i]) && !IsMark(i)) ++i;
    return i;
  }

  absl::string_view text_;
  size_t at_ = 0;
  std::vector<TimeToken> tokens_;
  bool spaced_ = false;
  bool starts_ = true;
  bool stopped_ = false;  // The last mark ends sentences.
};

void TokenCutter::CutMark() {
  const unsigned char mark = PunctuationAt(at_);
  const char c = text_[at_];
  const size_t end = at_ + (mark == 0 ? 1 : mark == 0xA0 ? 2 : 3);
  constexpr unsigned char kEnDash = 0x93;
  constexpr unsigned char kOpeningQuote = 0x98;
  constexpr unsigned char kClosingQuote = 0x99;
  if (mark == 0xA0 || (mark >= 0x80 && mark <= 0x8A) || mark == 0xAF) {
    at_ = std::min(end, text_.size());  // A space.
    spaced_ = true;
    return;
  }
  const size_t last = std::min(end, text_.size());
  const bool apostrophe =
      c == '\'' || c == '`' || mark == kClosingQuote || mark == kOpeningQuote;
  if (apostrophe) {
    // "'80s", "'44", "'s".
    const size_t digits = DigitsEnd(last);
    if (digits == last + 2 && !IsDigit(At(digits))) {
      const int year = (text_[last] - '0') * 10 + (text_[last + 1] - '0');
      if (At(digits) == 's' && !IsWordByte(At(digits + 1))) {
        Add(digits + 1, TimeWord::kDecade, 1900 + year);
        return;
      }
      Add(digits, TimeWord::kShortYear, year);
      return;
    }
    if (absl::ascii_tolower(static_cast<unsigned char>(At(last))) == 's' &&
        !IsWordByte(At(last + 1)) && !spaced_) {
      Add(last + 1, TimeWord::kPossessive);
      return;
    }
    Add(last, TimeWord::kApostrophe);
    return;
  }
  if (c == '.' || c == '!' || c == '?') {
    // An abbreviation such as "Mr." is short and a capital.
    const bool ends = !tokens_.empty() &&
                      (tokens_.back().end - tokens_.back().begin > 3 ||
                       !tokens_.back().capital || IsDigit(text_[at_ - 1]));
    Add(last, TimeWord::kOther);
    stopped_ = ends;
    return;
  }
  if (c == '-' && At(at_ + 1) == '-') {
    Add(at_ + 2, TimeWord::kOther);
  } else if (c == '-' || mark == kEnDash || (mark >= 0x90 && mark < kEnDash)) {
    Add(last, TimeWord::kDash);
  } else if (c == ',') {
    Add(last, TimeWord::kComma);
  } else if (c == '$' || c == '#') {
    Add(last, TimeWord::kMoney);
  } else if (c == '%') {
    Add(last, TimeWord::kPercent);
  } else {
    const bool was_stopped = stopped_;  // A quote behind the stop.
    Add(last, TimeWord::kOther);
    stopped_ = was_stopped;
  }
}

void TokenCutter::CutNumber() {
  const TimeNumber number = TimeNumberAt(text_, at_);
  Add(number.end, number.word, number.value);
  tokens_.back().digits = number.digits;
}

// "a.m.", "pm", behind a number.
bool TokenCutter::CutMeridiem(size_t end) {
  if (tokens_.empty()) return false;
  const TimeWord before = tokens_.back().word;
  if (before != TimeWord::kNumber && before != TimeWord::kClock &&
      before != TimeWord::kCardinal) {
    return false;
  }
  const absl::string_view rest = text_.substr(at_, 4);
  const char first = absl::ascii_tolower(static_cast<unsigned char>(rest[0]));
  if (first != 'a' && first != 'p') return false;
  size_t i = at_ + 1;
  if (At(i) == '.') ++i;
  if (absl::ascii_tolower(static_cast<unsigned char>(At(i))) != 'm' ||
      IsWordByte(At(i + 1))) {
    return false;
  }
  ++i;
  const bool dotted = i > end;
  if (dotted && At(i) == '.') ++i;
  Add(i, TimeWord::kMeridiem, first == 'p' ? 12 : 0);
  return true;
}

void TokenCutter::CutWord() {
  const size_t end = WordEnd(at_);
  const size_t size = end - at_;
  if (CutMeridiem(end)) return;
  if (IsDigit(At(end))) {  // "A320"
    size_t glued = end;
    while (IsDigit(At(glued)) || (IsWordByte(At(glued)) && !IsMark(glued))) {
      ++glued;
    }
    const bool fiscal = text_.substr(at_, size) == "FY";
    const bool quarter = size == 1 && At(at_) == 'Q' && glued == end + 1 &&
                         At(end) >= '1' && At(end) <= '4';
    if (!fiscal) {
      Add(glued, quarter ? TimeWord::kQuarterNumber : TimeWord::kOther,
          At(end) - '0');
      return;
    }
  }
  if (size > kMaxWord) {
    Add(end, TimeWord::kOther);
    return;
  }
  std::array<char, kMaxWord> buffer;
  for (size_t i = 0; i < size; ++i) {
    buffer[i] = absl::ascii_tolower(static_cast<unsigned char>(text_[at_ + i]));
  }
  const absl::string_view lower(buffer.data(), size);
  TimeEntry entry = LookUpTimeWord(lower);
  const bool capital =
      absl::ascii_isupper(static_cast<unsigned char>(text_[at_]));
  size_t token_end = end;
  switch (entry.word) {
    case TimeWord::kMonth:
    case TimeWord::kWeekday:
    case TimeWord::kWeekdays:
    case TimeWord::kHolidayWord:
    case TimeWord::kZone:
      if (!capital) entry = {};
      break;
    case TimeWord::kMayMonth:
      if (!capital)
        entry = {lower == "may" ? TimeWord::kWill : TimeWord::kOther};
      break;
    case TimeWord::kShortMonth:
      if (!capital) entry = {};
      if (capital && At(end) == '.') {
        entry.word = TimeWord::kMonth;
        token_end = end + 1;
      }
      break;
    case TimeWord::kShortWeekday:
      if (!capital) entry = {};
      if (capital && At(end) == '.') token_end = end + 1;
      break;
    case TimeWord::kOther:
      // "succeed" and "proceed" are still to come.
      if (size > 4 && absl::EndsWith(lower, "ed") && !capital &&
          (lower == "agreed" || !absl::EndsWith(lower, "eed"))) {
        entry.word = TimeWord::kWas;
      }
      break;
    default:
      break;
  }
  Add(token_end, entry.word, entry.value);
}

}  // namespace

std::vector<TimeToken> CutTimeTokens(absl::string_view text) {
  return TokenCutter(text).Cut();
}

}  // namespace footnote
