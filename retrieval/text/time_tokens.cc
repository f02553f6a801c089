#include "retrieval/text/time_tokens.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

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

// Returns whether `mark` is a space of General Punctuation, or a no-break one;
// see TokenCutter::PunctuationAt().
bool IsSpaceMark(unsigned char mark) {
  return mark == 0xA0 || (mark >= 0x80 && mark <= 0x8A) || mark == 0xAF;
}

// Returns what `word`, which `entry` is of, is without a capital: names are
// none, "may" is a verb, and what ends in "ed" is one of the past.
TimeEntry InLowerCase(absl::string_view word, TimeEntry entry) {
  constexpr size_t kShortVerb = 4;
  switch (entry.word) {
    case TimeWord::kMonth:
    case TimeWord::kShortMonth:
    case TimeWord::kWeekday:
    case TimeWord::kShortWeekday:
    case TimeWord::kWeekdays:
    case TimeWord::kHolidayWord:
    case TimeWord::kZone:
      return {};
    case TimeWord::kMayMonth:
      return {word == "may" ? TimeWord::kWill : TimeWord::kOther};
    case TimeWord::kOther: {
      // "succeed" and "proceed" are still to come.
      const bool past = word.size() > kShortVerb &&
                        absl::EndsWith(word, "ed") &&
                        (word == "agreed" || !absl::EndsWith(word, "eed"));
      return {past ? TimeWord::kWas : TimeWord::kOther};
    }
    default:
      return entry;
  }
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
  void CutApostrophe(size_t end);
  void CutNumber();
  void CutWord();

  bool CutMeridiem(size_t end);
  bool CutGluedWord(size_t end);

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
  constexpr unsigned char kNoBreakSpace = 0xA0;
  constexpr unsigned char kDashes[] = {0x90, 0x93};  // Hyphen to en dash.
  constexpr unsigned char kOpeningQuote = 0x98;
  constexpr unsigned char kClosingQuote = 0x99;
  const unsigned char mark = PunctuationAt(at_);
  const char c = text_[at_];
  const size_t end =
      std::min(text_.size(), at_ + (mark == 0               ? 1
                                    : mark == kNoBreakSpace ? 2
                                                            : 3));
  if (IsSpaceMark(mark)) {
    at_ = end;
    spaced_ = true;
  } else if (c == '\'' || c == '`' || mark == kClosingQuote ||
             mark == kOpeningQuote) {
    CutApostrophe(end);
  } else if (c == '.' || c == '!' || c == '?') {
    // An abbreviation such as "Mr." is short and a capital.
    constexpr uint32_t kShort = 3;
    const bool ends = !tokens_.empty() &&
                      (tokens_.back().end - tokens_.back().begin > kShort ||
                       !tokens_.back().capital || IsDigit(text_[at_ - 1]));
    Add(end, TimeWord::kOther);
    stopped_ = ends;
  } else if (c == '-' && At(at_ + 1) == '-') {
    Add(at_ + 2, TimeWord::kOther);
  } else if (c == '-' || (mark >= kDashes[0] && mark <= kDashes[1])) {
    Add(end, TimeWord::kDash);
  } else {
    const bool stopped = stopped_;  // Before a quote.
    Add(end, c == ','               ? TimeWord::kComma
             : c == '$' || c == '#' ? TimeWord::kMoney
             : c == '%'             ? TimeWord::kPercent
                                    : TimeWord::kOther);
    stopped_ = stopped;
  }
}

// "'80s", "'44", "'s".
void TokenCutter::CutApostrophe(size_t end) {
  constexpr size_t kDigits = 2;
  const size_t digits = DigitsEnd(end);
  if (digits == end + kDigits) {
    const int year = (text_[end] - '0') * 10 + (text_[end + 1] - '0');
    if (At(digits) == 's' && !IsWordByte(At(digits + 1))) {
      Add(digits + 1, TimeWord::kDecade, 1900 + year);
    } else {
      Add(digits, TimeWord::kShortYear, year);
    }
    return;
  }
  const bool possessive =
      absl::ascii_tolower(static_cast<unsigned char>(At(end))) == 's' &&
      !IsWordByte(At(end + 1)) && !spaced_;
  if (possessive) {
    Add(end + 1, TimeWord::kPossessive);
  } else {
    Add(end, TimeWord::kApostrophe);
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

// "A320", "Q3"; but "FY" of "FY25" is a word.
bool TokenCutter::CutGluedWord(size_t end) {
  if (!IsDigit(At(end)) || text_.substr(at_, end - at_) == "FY") return false;
  size_t glued = end;
  while (IsDigit(At(glued)) || (IsWordByte(At(glued)) && !IsMark(glued))) {
    ++glued;
  }
  const bool quarter = end == at_ + 1 && At(at_) == 'Q' && glued == end + 1 &&
                       At(end) >= '1' && At(end) <= '4';
  Add(glued, quarter ? TimeWord::kQuarterNumber : TimeWord::kOther,
      At(end) - '0');
  return true;
}

void TokenCutter::CutWord() {
  const size_t end = WordEnd(at_);
  if (CutMeridiem(end) || CutGluedWord(end)) return;
  const size_t size = end - at_;
  if (size > kMaxWord) {
    Add(end, TimeWord::kOther);
    return;
  }
  std::array<char, kMaxWord> buffer;
  for (size_t i = 0; i < size; ++i) {
    buffer[i] = absl::ascii_tolower(static_cast<unsigned char>(text_[at_ + i]));
  }
  const absl::string_view lower(buffer.data(), size);
  const bool capital =
      absl::ascii_isupper(static_cast<unsigned char>(text_[at_]));
  TimeEntry entry = LookUpTimeWord(lower);
  const bool stop = capital && At(end) == '.' &&
                    (entry.word == TimeWord::kShortMonth ||
                     entry.word == TimeWord::kShortWeekday);
  if (!capital) entry = InLowerCase(lower, entry);
  if (stop && entry.word == TimeWord::kShortMonth) {
    entry.word = TimeWord::kMonth;
  }
  Add(stop ? end + 1 : end, entry.word, entry.value);
}

}  // namespace

std::vector<TimeToken> CutTimeTokens(absl::string_view text) {
  return TokenCutter(text).Cut();
}

}  // namespace footnote
