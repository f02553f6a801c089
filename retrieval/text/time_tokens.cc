#include "retrieval/text/time_tokens.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/time/civil_time.h"

namespace footnote {
namespace {

constexpr size_t kMaxWord = 16;  // Longer words are nothing here.
constexpr int kMaxDigits = 6;
constexpr int kMinutesOfHour = 60;

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

  bool CutIsoDay(size_t digits_end);
  bool CutSlashes(size_t digits_end);
  bool CutClock(size_t digits_end);
  bool CutGlued(size_t digits_end);
  void CutPlainNumber(size_t digits_end);
  bool CutMeridiem(size_t end);

  size_t DigitsEnd(size_t i) const {
    while (i < text_.size() && IsDigit(text_[i])) ++i;
    return i;
  }

  size_t WordEnd(size_t i) const {
    while (i < text_.size() && IsWordByte(text_[i]) && !IsMark(i)) ++i;
    return i;
  }

  // Returns the number at [begin, end), or -1 if it is long.
  int NumberAt(size_t begin, size_t end) const {
    if (end - begin > kMaxDigits) return -1;
    int value = 0;
    for (size_t i = begin; i < end; ++i) value = value * 10 + (text_[i] - '0');
    return value;
  }

  // Returns 20250207 if that day exists, or 0.
  static int32_t PackDay(int year, int month, int day) {
    if (year < 1000 || year > 9999 || month < 1 || day < 1) return 0;
    const absl::CivilDay civil(year, month, day);
    if (civil.month() != month || civil.day() != day) return 0;
    return (year * 100 + month) * 100 + day;
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
      const int year = NumberAt(last, digits);
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

// "2025-02-07", with or without a time behind it.
bool TokenCutter::CutIsoDay(size_t digits_end) {
  if (digits_end - at_ != 4 || At(digits_end) != '-') return false;
  const size_t month_end = DigitsEnd(digits_end + 1);
  if (month_end != digits_end + 3 || At(month_end) != '-') return false;
  const size_t day_end = DigitsEnd(month_end + 1);
  if (day_end != month_end + 3) return false;
  const int32_t day =
      PackDay(NumberAt(at_, digits_end), NumberAt(digits_end + 1, month_end),
              NumberAt(month_end + 1, day_end));
  if (day == 0) return false;
  size_t end = day_end;
  if (At(end) == 'T' && IsDigit(At(end + 1))) {
    while (IsDigit(At(end)) || At(end) == ':' || At(end) == 'T' ||
           At(end) == 'Z') {
      ++end;
    }
  }
  if (IsWordByte(At(end))) return false;
  Add(end, TimeWord::kIsoDay, day);
  return true;
}

// "2/27/2025": month and day only where one of them can't be a month, or both
// are the same. Any other number with a slash is no time: "1/2", "24/7".
bool TokenCutter::CutSlashes(size_t digits_end) {
  if (At(digits_end) != '/' || !IsDigit(At(digits_end + 1))) return false;
  const size_t second_end = DigitsEnd(digits_end + 1);
  size_t end = second_end;
  int32_t day = 0;
  if (At(second_end) == '/' && IsDigit(At(second_end + 1))) {
    end = DigitsEnd(second_end + 1);
    const int first = NumberAt(at_, digits_end);
    const int second = NumberAt(digits_end + 1, second_end);
    const int third = NumberAt(second_end + 1, end);
    if (digits_end - at_ == 4) {
      day = PackDay(first, second, third);
    } else if (first == second || second > 12) {
      day = PackDay(third, first, second);
    } else if (first > 12) {
      day = PackDay(third, second, first);
    }
  }
  while (At(end) == '/' || IsDigit(At(end))) ++end;
  Add(end, day != 0 ? TimeWord::kIsoDay : TimeWord::kAmount, day);
  return true;
}

// "9:30", "21:05:12".
bool TokenCutter::CutClock(size_t digits_end) {
  if (digits_end - at_ > 2 || At(digits_end) != ':') return false;
  const size_t minute_end = DigitsEnd(digits_end + 1);
  if (minute_end != digits_end + 3) return false;
  const int hour = NumberAt(at_, digits_end);
  const int minute = NumberAt(digits_end + 1, minute_end);
  size_t end = minute_end;
  if (At(end) == ':' && DigitsEnd(end + 1) == end + 3) end += 3;
  const bool right = hour < 24 && minute < kMinutesOfHour &&
                     !IsDigit(At(end + (At(end) == ':' ? 1 : 0)));
  Add(end, right ? TimeWord::kClock : TimeWord::kAmount,
      hour * kMinutesOfHour + minute);
  return true;
}

// "1990s", "1990's", "3rd", "9pm"; other letters make it an amount.
bool TokenCutter::CutGlued(size_t digits_end) {
  const size_t size = digits_end - at_;
  const int value = NumberAt(at_, digits_end);
  size_t end = WordEnd(digits_end);
  const bool apostrophe = At(digits_end) == '\'' && At(digits_end + 1) == 's' &&
                          !IsWordByte(At(digits_end + 2)) && value % 10 == 0;
  if (apostrophe) end = digits_end + 2;
  const absl::string_view letters = text_.substr(digits_end, end - digits_end);
  if (letters.empty()) return false;
  if (letters == "s" || apostrophe) {
    const bool decade = value % 10 == 0 && (size == 4 || size == 2);
    if (apostrophe && (!decade || size == 2)) return false;
    Add(end, decade ? TimeWord::kDecade : TimeWord::kAmount,
        size == 2 ? 1900 + value : value);
    return true;
  }
  if (absl::EqualsIgnoreCase(letters, "st") ||
      absl::EqualsIgnoreCase(letters, "nd") ||
      absl::EqualsIgnoreCase(letters, "rd") ||
      absl::EqualsIgnoreCase(letters, "th")) {
    Add(end, TimeWord::kOrdinal, value);
    return true;
  }
  if (absl::EqualsIgnoreCase(letters, "am") ||
      absl::EqualsIgnoreCase(letters, "pm") ||
      ((At(end) == '.') && (letters == "a" || letters == "p") &&
       At(end + 1) == 'm')) {
    return false;  // A number and a word.
  }
  Add(end, TimeWord::kAmount);
  return true;
}

void TokenCutter::CutPlainNumber(size_t digits_end) {
  size_t end = digits_end;
  while ((At(end) == '.' || At(end) == ',') && IsDigit(At(end + 1))) {
    end = DigitsEnd(end + 1);
  }
  const int value = NumberAt(at_, digits_end);
  if (end > digits_end || value < 0) {
    Add(end, TimeWord::kAmount);
    return;
  }
  const auto digits = static_cast<uint8_t>(digits_end - at_);
  Add(end, TimeWord::kNumber, value);
  tokens_.back().digits = digits;
}

void TokenCutter::CutNumber() {
  const size_t end = DigitsEnd(at_);
  if (CutIsoDay(end) || CutSlashes(end) || CutClock(end) || CutGlued(end)) {
    return;
  }
  CutPlainNumber(end);
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
