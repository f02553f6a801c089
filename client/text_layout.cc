#include "client/text_layout.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace footnote {
namespace {

constexpr char kBoldOn[] = "\x1b[1m";
constexpr char kFaintOn[] = "\x1b[2m";
constexpr char kNormalWeight[] = "\x1b[22m";

// Reads the code point at `*offset` and steps behind it. Negative if the bytes
// there are not UTF-8.
UChar32 NextCodePoint(absl::string_view text, size_t* offset) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  UChar32 code_point = 0;
  // The macro casts in ways that -Wconversion reports.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
  U8_NEXT(bytes, *offset, text.size(), code_point);
#pragma GCC diagnostic pop
  return code_point;
}

bool SteersTerminal(UChar32 c) {
  const int8_t type = u_charType(c);
  return type == U_CONTROL_CHAR || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string MakePrintable(absl::string_view text, absl::string_view kept) {
  std::string printable;
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    const UChar32 c = NextCodePoint(text, &offset);
    if (c < 0) {
      absl::StrAppend(&printable, "\uFFFD");
    } else if (SteersTerminal(c) &&
               kept.find(text[begin]) == absl::string_view::npos) {
      absl::StrAppend(&printable, "\\u{", absl::Hex(c), "}");
    } else {
      absl::StrAppend(&printable, text.substr(begin, offset - begin));
    }
  }
  return printable;
}

int CodePointWidth(UChar32 c) {
  const int8_t type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
      type == U_FORMAT_CHAR) {
    return 0;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Cuts `text` at white space.
std::vector<TextRange> Words(absl::string_view text) {
  std::vector<TextRange> words;
  for (size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    size_t end = i + 1;
    if (!absl::ascii_isspace(c)) {
      while (end < text.size() &&
             !absl::ascii_isspace(static_cast<unsigned char>(text[end]))) {
        ++end;
      }
      words.push_back({i, end});
    }
    i = end;
  }
  return words;
}

// Returns `word` of `text`, made printable, with what is emphasised in bold.
std::string StyledWord(absl::string_view text, TextRange word,
                       const std::vector<TextRange>& emphasised,
                       const TextStyle& style) {
  if (!style.color) {
    return Printable(text.substr(word.begin, word.end - word.begin));
  }
  std::string styled;
  size_t done = word.begin;
  for (const TextRange& range : emphasised) {
    const size_t begin = std::max(range.begin, done);
    const size_t end = std::min(range.end, word.end);
    if (begin >= end) continue;
    absl::StrAppend(&styled, Printable(text.substr(done, begin - done)),
                    Bold(Printable(text.substr(begin, end - begin)), style));
    done = end;
  }
  absl::StrAppend(&styled, Printable(text.substr(done, word.end - done)));
  return styled;
}

// Returns the lines of `text`, each of which ends with a line feed.
std::vector<absl::string_view> LinesOf(absl::string_view text) {
  if (text.empty()) return {};
  return absl::StrSplit(absl::StripSuffix(text, "\n"), '\n');
}

// Returns the columns of a line with what Bold() and Faint() added.
int StyledWidth(absl::string_view line) {
  return DisplayWidth(absl::StrReplaceAll(
      line, {{kBoldOn, ""}, {kFaintOn, ""}, {kNormalWeight, ""}}));
}

}  // namespace

std::optional<size_t> FirstInvalidUtf8(absl::string_view text) {
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    if (NextCodePoint(text, &offset) < 0) return begin;
  }
  return std::nullopt;
}

std::string Printable(absl::string_view text) {
  return MakePrintable(text, "");
}

std::string PrintableLines(absl::string_view text) {
  return MakePrintable(text, "\n\t");
}

int DisplayWidth(absl::string_view text) {
  int width = 0;
  for (size_t offset = 0; offset < text.size();) {
    const UChar32 c = NextCodePoint(text, &offset);
    width += c < 0 ? 1 : CodePointWidth(c);
  }
  return width;
}

std::string WrapText(absl::string_view text,
                     const std::vector<TextRange>& emphasised, int indent,
                     absl::string_view suffix, const TextStyle& style) {
  const std::string margin(static_cast<size_t>(indent), ' ');
  std::string lines = margin;
  int column = indent;
  const auto append = [&](absl::string_view word, int width) {
    if (column > indent && column + 1 + width > style.width) {
      absl::StrAppend(&lines, "\n", margin);
      column = indent;
    } else if (column > indent) {
      absl::StrAppend(&lines, " ");
      ++column;
    }
    absl::StrAppend(&lines, word);
    column += width;
  };
  for (const TextRange& word : Words(text)) {
    const std::string plain =
        Printable(text.substr(word.begin, word.end - word.begin));
    append(StyledWord(text, word, emphasised, style), DisplayWidth(plain));
  }
  if (!suffix.empty()) append(suffix, DisplayWidth(suffix));
  absl::StrAppend(&lines, "\n");
  return lines;
}

std::string DurationText(absl::Duration duration) {
  // Abseil leaves the unit of nothing out.
  return duration == absl::ZeroDuration() ? "0s"
                                          : absl::FormatDuration(duration);
}

std::string Faint(absl::string_view text, const TextStyle& style) {
  if (!style.color || text.empty()) return std::string(text);
  return absl::StrCat(kFaintOn, text, kNormalWeight);
}

std::string FaintLines(absl::string_view lines, const TextStyle& style) {
  std::string faint;
  for (const absl::string_view line : LinesOf(lines)) {
    const size_t margin = std::min(line.find_first_not_of(' '), line.size());
    absl::StrAppend(&faint, line.substr(0, margin),
                    Faint(line.substr(margin), style), "\n");
  }
  return faint;
}

std::optional<std::string> SideBySide(absl::string_view left,
                                      absl::string_view right, int width,
                                      int gap) {
  const std::vector<absl::string_view> lefts = LinesOf(left);
  const std::vector<absl::string_view> rights = LinesOf(right);
  std::string lines;
  for (size_t i = 0; i < std::max(lefts.size(), rights.size()); ++i) {
    const absl::string_view cell = i < lefts.size() ? lefts[i] : "";
    const int missing = width - StyledWidth(cell);
    if (missing < 0) return std::nullopt;
    absl::StrAppend(&lines, cell);
    if (i < rights.size()) {
      absl::StrAppend(&lines,
                      std::string(static_cast<size_t>(missing + gap), ' '),
                      rights[i]);
    }
    absl::StrAppend(&lines, "\n");
  }
  return lines;
}

std::string Bold(absl::string_view text, const TextStyle& style) {
  if (!style.color || text.empty()) return std::string(text);
  return absl::StrCat(kBoldOn, text, kNormalWeight);
}

}  // namespace footnote
