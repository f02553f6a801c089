#include "retrieval/text/letters.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

#include "absl/strings/ascii.h"

namespace footnote {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

uint8_t ByteAt(absl::string_view text, size_t pos) {
  return static_cast<uint8_t>(text[pos]);
}

// Returns the length that the lead byte announces; 1 for any that is none.
size_t AnnouncedLength(uint8_t lead) {
  if (lead >= 0xF0 && lead < 0xF8) return 4;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  return 1;
}

}  // namespace

CodePoint CodePointAt(absl::string_view text, size_t pos) {
  if (pos >= text.size()) return {};
  const uint8_t lead = ByteAt(text, pos);
  if (lead < 0x80) return {lead, 1};
  const size_t length = AnnouncedLength(lead);
  if (length == 1 || length > text.size() - pos) return {kReplacement, 1};
  char32_t value = lead & (0x7F >> length);
  for (size_t i = 1; i < length; ++i) {
    const uint8_t byte = ByteAt(text, pos + i);
    if ((byte & 0xC0) != 0x80) return {kReplacement, 1};
    value = value << 6 | (byte & 0x3F);
  }
  return {value, length};
}

CodePoint CodePointBefore(absl::string_view text, size_t pos) {
  if (pos == 0) return {};
  if (ByteAt(text, pos - 1) < 0x80) return {ByteAt(text, pos - 1), 1};
  for (size_t length = 2; length <= 4 && length <= pos; ++length) {
    const CodePoint c = CodePointAt(text.substr(0, pos), pos - length);
    if (c.size == length) return c;
  }
  return {kReplacement, 1};
}

bool IsWhiteSpace(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool IsLineBreak(char32_t c) {
  return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsUpper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(static_cast<UChar32>(c)) != 0;
}

bool IsLower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_isULowercase(static_cast<UChar32>(c)) != 0;
}

bool IsLetter(char32_t c) {
  if (c < 0x80) return absl::ascii_isalpha(static_cast<unsigned char>(c));
  return u_isUAlphabetic(static_cast<UChar32>(c)) != 0;
}

bool HasDigit(absl::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return IsDigit(static_cast<unsigned char>(c));
  });
}

bool IsOpening(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case '`':
    case '(':
    case '[':
    case '{':
    case 0xAB:    // «
    case 0x2018:  // ‘
    case 0x201A:  // ‚
    case 0x201C:  // “
    case 0x201E:  // „
    case 0x2039:  // ‹
    case 0xA1:    // ¡
    case 0xBF:    // ¿
      return true;
    default:
      return false;
  }
}

bool IsClosingQuote(char32_t c) {
  return c == '"' || c == '\'' || c == 0xBB || c == 0x2019 || c == 0x201D ||
         c == 0x203A;
}

bool IsClosing(char32_t c) {
  return IsClosingQuote(c) || c == ')' || c == ']' || c == '}';
}

bool IsBullet(char32_t c) {
  switch (c) {
    case '*':
    case 0xB7:    // ·
    case 0x2022:  // •
    case 0x2023:  // ‣
    case 0x2043:  // ⁃
    case 0x25A0:  // ■
    case 0x25AA:  // ▪
    case 0x25B6:  // ▶
    case 0x25BA:  // ►
    case 0x25CF:  // ●
    case 0x25E6:  // ◦
    case 0x25B8:  // ▸
      return true;
    default:
      return false;
  }
}

size_t SkipWhiteSpace(absl::string_view text, size_t pos) {
  for (CodePoint c = CodePointAt(text, pos);
       c.size > 0 && IsWhiteSpace(c.value); c = CodePointAt(text, pos)) {
    pos += c.size;
  }
  return pos;
}

size_t SkipWhiteSpaceBack(absl::string_view text, size_t pos) {
  for (CodePoint c = CodePointBefore(text, pos);
       c.size > 0 && IsWhiteSpace(c.value); c = CodePointBefore(text, pos)) {
    pos -= c.size;
  }
  return pos;
}

ByteRange Trim(absl::string_view text, ByteRange range) {
  const absl::string_view head = text.substr(0, range.end);
  const size_t begin = SkipWhiteSpace(head, range.begin);
  if (begin >= range.end) return {range.end, range.end};
  return {static_cast<uint32_t>(begin),
          static_cast<uint32_t>(SkipWhiteSpaceBack(head, range.end))};
}

absl::string_view LowerAscii(absl::string_view word, char* buffer,
                             size_t buffer_size) {
  if (word.size() > buffer_size) return {};
  size_t size = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    if (ByteAt(word, i) >= 0x80 && word.substr(i, 3) == "\u2019") {
      buffer[size++] = '\'';
      i += 2;
    } else {
      buffer[size++] = absl::ascii_tolower(static_cast<unsigned char>(word[i]));
    }
  }
  return {buffer, size};
}

}  // namespace footnote
