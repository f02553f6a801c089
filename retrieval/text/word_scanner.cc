#include "retrieval/text/word_scanner.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "absl/strings/ascii.h"
#include "retrieval/text/utf8.h"

namespace footnote {
namespace {

constexpr int32_t kRightQuote = 0x2019;
constexpr int32_t kModifierApostrophe = 0x02BC;

// Returns whether `c` is an ASCII letter or digit.
bool IsAsciiAlnum(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c));
}

bool IsAsciiCodePoint(int32_t c) { return c >= 0 && c < 0x80; }

bool IsLetter(int32_t c) {
  if (IsAsciiCodePoint(c)) {
    return absl::ascii_isalpha(static_cast<unsigned char>(c));
  }
  return c > 0 && (U_MASK(u_charType(c)) & U_GC_L_MASK) != 0;
}

bool IsDigit(int32_t c) {
  if (IsAsciiCodePoint(c)) {
    return absl::ascii_isdigit(static_cast<unsigned char>(c));
  }
  return c > 0 && (U_MASK(u_charType(c)) & U_GC_N_MASK) != 0;
}

bool IsMark(int32_t c) {
  return c >= 0x300 && (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0;
}

bool IsWordCharacter(int32_t c) { return IsLetter(c) || IsDigit(c); }

bool IsCapital(int32_t c) {
  if (IsAsciiCodePoint(c)) {
    return absl::ascii_isupper(static_cast<unsigned char>(c));
  }
  return c > 0 && u_isupper(c);
}

bool IsApostrophe(int32_t c) {
  return c == '\'' || c == kRightQuote || c == kModifierApostrophe;
}

// Letters of scripts that are written without spaces are words each.
bool StandsAlone(int32_t c) {
  if (c < 0xE00) return false;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(c, &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool WordScanner::Next(Word* word) {
  while (at_ < text_.size()) {
    const size_t begin = at_;
    const int32_t c = Read(&at_);
    if (!IsWordCharacter(c)) continue;
    Shape shape;
    word->kind = WordKind::kDottedAcronym;
    size_t end = IsLetter(c) ? DottedAcronymEnd(begin) : begin;
    if (end == begin) {
      end = WordEnd(begin, &shape);
      word->kind = shape.letters == 0 ? WordKind::kNumber : WordKind::kPlain;
      if (shape.capitals > 1 && shape.capitals == shape.letters &&
          shape.digits == 0) {
        word->kind = WordKind::kCapitals;
      }
    }
    at_ = PossessiveEnd(end);
    word->range = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at_)};
    return true;
  }
  return false;
}

int32_t WordScanner::Read(size_t* i) const { return ReadCodePoint(text_, i); }

int32_t WordScanner::Peek(size_t i) const {
  return i < text_.size() ? Read(&i) : 0;
}

size_t WordScanner::DottedAcronymEnd(size_t begin) const {
  // Another letter follows the first in nearly all words.
  if (begin + 1 < text_.size() && IsAsciiAlnum(text_[begin]) &&
      IsAsciiAlnum(text_[begin + 1])) {
    return begin;
  }
  size_t end = begin;
  int letters = 0;
  for (size_t i = begin; IsLetter(Peek(i));) {
    Read(&i);
    const bool has_stop = Peek(i) == '.';
    // "U.S" may lack its last stop; "U.Sam" is not one.
    if (!has_stop && (letters == 0 || IsWordCharacter(Peek(i)))) break;
    ++letters;
    end = has_stop ? ++i : i;
    if (!has_stop) break;
  }
  return letters >= 2 ? end : begin;
}

size_t WordScanner::WordEnd(size_t begin, Shape* shape) const {
  size_t i = begin;
  while (i < text_.size()) {
    // Nearly all words have no other characters.
    for (; i < text_.size() && IsAsciiAlnum(text_[i]); ++i) {
      const auto c = static_cast<unsigned char>(text_[i]);
      absl::ascii_isdigit(c) ? ++shape->digits : ++shape->letters;
      shape->capitals += absl::ascii_isupper(c);
    }
    if (i == text_.size() || text_[i] == ' ') break;
    size_t next = i;
    const int32_t c = Read(&next);
    if (IsWordCharacter(c)) {
      // Such a letter ends the word before it, and is one by itself.
      if (StandsAlone(c)) return i == begin ? next : i;
      IsDigit(c) ? ++shape->digits : ++shape->letters;
      if (IsCapital(c)) ++shape->capitals;
    } else if (!IsMark(c)) {
      next = JoinedAt(begin, i, *shape);
      if (next == i) return i;
    }
    i = next;
  }
  return i;
}

size_t WordScanner::JoinedAt(size_t begin, size_t i, const Shape& shape) const {
  size_t behind = i;
  const int32_t c = Read(&behind);
  const int32_t next = Peek(behind);
  const bool number = shape.letters == 0;
  switch (c) {
    case '.':
      return number && IsDigit(next) ? behind : i;
    case ',':
      // "1,000" but not "1999,2000" or "2,5".
      return number && (i - begin <= 3 || text_[i - 4] == ',') &&
                     IsDigitGroup(behind)
                 ? behind
                 : i;
    case '&':
      return !number && IsLetter(next) ? behind : i;
    default:
      return IsApostrophe(c) && !number && PossessiveEnd(i) == i &&
                     IsLetter(next)
                 ? behind
                 : i;
  }
}

bool WordScanner::IsDigitGroup(size_t i) const {
  for (size_t k = i; k < i + 3; ++k) {
    if (k >= text_.size() ||
        !absl::ascii_isdigit(static_cast<unsigned char>(text_[k]))) {
      return false;
    }
  }
  return !IsWordCharacter(Peek(i + 3));
}

size_t WordScanner::PossessiveEnd(size_t i) const {
  size_t behind = i;
  if (i >= text_.size() || !IsApostrophe(Read(&behind))) return i;
  const int32_t s = Peek(behind);
  if (s != 's' && s != 'S') return i;
  return IsWordCharacter(Peek(behind + 1)) ? i : behind + 1;
}

}  // namespace footnote
