#include "retrieval/text/prose_words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "retrieval/text/abbreviations.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

// The longest word that is looked up.
constexpr size_t kMaxWord = 24;

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

// Returns whether a hyphen, apostrophe or inner stop at `pos` joins the letters
// around it.
bool Joins(absl::string_view text, size_t pos, CodePoint c) {
  const char32_t next = CodePointAt(text, pos + c.size).value;
  if (c.value == '.') {
    // "U.S", "Ph.D": a letter by itself stands behind.
    if (!IsLetter(next)) return false;
    const size_t behind = pos + 1 + CodePointAt(text, pos + 1).size;
    return CodePointAt(text, behind).value == '.';
  }
  if (c.value == ',') return IsDigit(next);
  return (c.value == '-' || IsApostrophe(c.value)) &&
         (IsLetter(next) || IsDigit(next));
}

// Returns the length of the possessive or contracted ending of `word`, which
// has its apostrophes inside; 0 if it has none. "n't" is none: it says no.
size_t EndingLength(absl::string_view word) {
  const size_t curly = word.rfind("\u2019");
  const size_t straight = word.rfind('\'');
  const bool is_curly =
      curly != absl::string_view::npos &&
      (straight == absl::string_view::npos || curly > straight);
  const size_t at = is_curly ? curly : straight;
  if (at == absl::string_view::npos || at == 0) return 0;
  const absl::string_view tail = word.substr(at + (is_curly ? 3 : 1));
  for (absl::string_view ending : {"s", "S", "d", "ll", "ve", "re", "m"}) {
    if (tail == ending) return word.size() - at;
  }
  return 0;
}

// What was seen of a word while it was scanned.
struct Shape {
  size_t end = 0;
  size_t letters = 0;  // Digits as well.
  size_t capitals = 0;
  size_t last_part = 0;  // The letters behind its last stop or hyphen.
  bool joined = false;   // It has a mark inside.
  bool ascii = true;
};

// Scans the word that begins at `begin`.
Shape ScanWord(absl::string_view text, size_t begin) {
  Shape shape;
  size_t at = begin;
  while (at < text.size()) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (absl::ascii_isalnum(byte)) {
      ++shape.letters;
      ++shape.last_part;
      if (absl::ascii_isupper(byte)) ++shape.capitals;
      ++at;
      continue;
    }
    const CodePoint c = CodePointAt(text, at);
    // An overlong form of an ASCII letter comes here, too.
    if (IsLetter(c.value) || IsDigit(c.value)) {
      ++shape.letters;
      ++shape.last_part;
      if (IsUpper(c.value)) ++shape.capitals;
    } else if ((c.value != '.' || shape.last_part == 1) && Joins(text, at, c)) {
      shape.last_part = 0;
      shape.joined = true;
    } else {
      break;
    }
    if (c.size > 1) shape.ascii = false;
    at += c.size;
  }
  shape.end = at;
  return shape;
}

// Returns whether the stop behind `form` belongs to it: of an acronym, an
// initial ("U.S.", "J.").
bool HasInnerStops(absl::string_view form, const Shape& shape) {
  return shape.last_part == 1 && !IsDigit(CodePointAt(form, 0).value) &&
         (shape.letters == 1 || (shape.joined && absl::StrContains(form, '.')));
}

// Returns whether the stop behind `form` only shortens it ("Mr.", "Inc."), so
// that it ends nothing.
bool IsShortened(absl::string_view form, absl::string_view behind) {
  constexpr size_t kMaxAbbreviation = 5;
  if (form.size() > kMaxAbbreviation) return false;
  const AbbreviationKind kind = KindOfAbbreviation(form);
  return kind == AbbreviationKind::kTitle ||
         (kind == AbbreviationKind::kOpen &&
          IsUpper(CodePointAt(form, 0).value) && behind.size() > 1 &&
          behind[1] != '\n');
}

// Returns the roles of `form`, in any letter case.
uint32_t RolesOfForm(absl::string_view form, bool ascii) {
  std::array<char, kMaxWord> buffer;
  if (form.size() > buffer.size()) return 0;
  if (!ascii) return RolesOf(LowerAscii(form, buffer.data(), buffer.size()));
  for (size_t i = 0; i < form.size(); ++i) {
    buffer[i] = absl::ascii_tolower(static_cast<unsigned char>(form[i]));
  }
  return RolesOf({buffer.data(), form.size()});
}

// Reads the word at `pos`, which advances behind it and behind the stop of an
// abbreviation.
ProseWord ReadWord(absl::string_view text, size_t* pos) {
  const size_t begin = *pos;
  const Shape shape = ScanWord(text, begin);
  absl::string_view form = text.substr(begin, shape.end - begin);
  const absl::string_view behind = text.substr(shape.end);
  *pos = shape.end;
  if (!behind.empty() && behind[0] == '.') {
    if (HasInnerStops(form, shape)) {
      ++*pos;
      form = text.substr(begin, *pos - begin);
    } else if (IsShortened(form, behind)) {
      ++*pos;
    }
  }
  ProseWord word;
  const char32_t first = CodePointAt(text, begin).value;
  word.capital = IsUpper(first);
  word.number = IsDigit(first);
  word.capitals = shape.letters > 1 && shape.capitals == shape.letters;
  const size_t ending = shape.joined ? EndingLength(form) : 0;
  // "Falk's", and "officials'" without another letter.
  word.possessive = (form.back() == 's' || form.back() == 'S') &&
                    (ending > 0 || IsApostrophe(CodePointAt(behind, 0).value));
  form.remove_suffix(ending);
  word.range = {static_cast<uint32_t>(begin),
                static_cast<uint32_t>(begin + form.size())};
  word.roles = RolesOfForm(form, shape.ascii);
  return word;
}

}  // namespace

void ReadProseWords(absl::string_view text, ByteRange range,
                    std::vector<ProseWord>& words) {
  const absl::string_view head = text.substr(0, range.end);
  for (size_t at = range.begin; at < head.size();) {
    const CodePoint c = CodePointAt(head, at);
    if (IsLetter(c.value) || IsDigit(c.value)) {
      words.push_back(ReadWord(head, &at));
      continue;
    }
    if (!IsWhiteSpace(c.value)) {
      ProseWord mark;
      mark.range = {static_cast<uint32_t>(at),
                    static_cast<uint32_t>(at + c.size)};
      mark.mark = c.value;
      words.push_back(mark);
    }
    at += c.size;
  }
}

std::string LowerWord(absl::string_view word) {
  std::string lower;
  lower.reserve(word.size());
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = CodePointAt(word, at);
    at += c.size;
    const char32_t folded =
        c.value == 0x2019
            ? U'\''
            : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value)));
    char bytes[U8_MAX_LENGTH];
    int32_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(folded));
    lower.append(bytes, static_cast<size_t>(size));
  }
  return lower;
}

}  // namespace footnote
