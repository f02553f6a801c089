#include "retrieval/text/time_numbers.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/time/civil_time.h"

namespace footnote {
namespace {

constexpr int kMaxDigits = 6;
constexpr int kMinutesOfHour = 60;
constexpr int kMonths = 12;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Letters of other scripts are told apart elsewhere: no unit is one.
bool IsLetter(char c) {
  return absl::ascii_isalpha(static_cast<unsigned char>(c));
}

// Returns 20250207 if that day exists, or 0.
int32_t PackDay(int year, int month, int day) {
  constexpr int kFirstYear = 1000;
  constexpr int kLastYear = 9999;
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return 0;
  const absl::CivilDay civil(year, month, day);
  if (civil.month() != month || civil.day() != day) return 0;
  return (year * 100 + month) * 100 + day;
}

// Reads one number. Each function takes the end of its first digits and
// returns whether it is of that form.
class NumberReader {
 public:
  NumberReader(absl::string_view text, size_t pos) : text_(text), at_(pos) {}

  TimeNumber Read() {
    const size_t end = DigitsEnd(at_);
    if (!IsoDay(end) && !Slashes(end) && !Clock(end) && !Glued(end)) {
      PlainNumber(end);
    }
    return number_;
  }

 private:
  bool IsoDay(size_t digits_end);
  bool Slashes(size_t digits_end);
  bool Clock(size_t digits_end);
  bool Glued(size_t digits_end);
  void PlainNumber(size_t digits_end);

  void Add(size_t end, TimeWord word, int32_t value = 0) {
    number_.end = end;
    number_.word = word;
    number_.value = value;
  }

  char At(size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  size_t DigitsEnd(size_t i) const {
    while (i < text_.size() && IsDigit(text_[i])) ++i;
    return i;
  }

  size_t WordEnd(size_t i) const {
    while (i < text_.size() && IsLetter(text_[i])) ++i;
    return i;
  }

  // Returns the number at [begin, end), or -1 if it is long.
  int NumberAt(size_t begin, size_t end) const {
    if (end - begin > kMaxDigits) return -1;
    int value = 0;
    for (size_t i = begin; i < end; ++i) value = value * 10 + (text_[i] - '0');
    return value;
  }

  absl::string_view text_;
  size_t at_;
  TimeNumber number_;
};

// "2025-02-07", with or without a time behind it.
bool NumberReader::IsoDay(size_t digits_end) {
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
  if (IsLetter(At(end))) return false;
  Add(end, TimeWord::kIsoDay, day);
  return true;
}

// "2/27/2025": month and day only where one of them can't be a month, or both
// are the same. Any other number with a slash is no time: "1/2", "24/7".
bool NumberReader::Slashes(size_t digits_end) {
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
    } else if (first == second || second > kMonths) {
      day = PackDay(third, first, second);
    } else if (first > kMonths) {
      day = PackDay(third, second, first);
    }
  }
  while (At(end) == '/' || IsDigit(At(end))) ++end;
  Add(end, day != 0 ? TimeWord::kIsoDay : TimeWord::kAmount, day);
  return true;
}

// "9:30", "21:05:12".
bool NumberReader::Clock(size_t digits_end) {
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
bool NumberReader::Glued(size_t digits_end) {
  const size_t size = digits_end - at_;
  const int value = NumberAt(at_, digits_end);
  size_t end = WordEnd(digits_end);
  const bool apostrophe = At(digits_end) == '\'' && At(digits_end + 1) == 's' &&
                          !IsLetter(At(digits_end + 2)) && value % 10 == 0;
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

void NumberReader::PlainNumber(size_t digits_end) {
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
  number_.digits = digits;
}

}  // namespace

TimeNumber TimeNumberAt(absl::string_view text, size_t pos) {
  return NumberReader(text, pos).Read();
}

}  // namespace footnote
