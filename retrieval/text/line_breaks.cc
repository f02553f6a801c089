#include "retrieval/text/line_breaks.h"

#include <algorithm>
#include <cstddef>

#include "retrieval/text/abbreviations.h"
#include "retrieval/text/letters.h"

namespace footnote {
namespace {

// Lines wrapped by a program are filled up to a width within these bytes.
constexpr size_t kMinWrapWidth = 50;
constexpr size_t kMaxWrapWidth = 110;

// The fewest lines that show that a paragraph is wrapped.
constexpr size_t kMinWrappedLines = 3;

// How far back the last word of a line is looked for, in bytes.
constexpr size_t kMaxWord = 24;

// Returns the offset of the first line break at or after `pos`, or the end.
size_t FindLineBreak(absl::string_view text, size_t pos) {
  while (pos < text.size()) {
    const char c = text[pos];
    if (c >= '\n' && c <= '\r') return pos;
    if (c == '\xC2' || c == '\xE2') {
      if (IsLineBreak(CodePointAt(text, pos).value)) return pos;
    }
    ++pos;
  }
  return pos;
}

// Returns the offset behind the line break at `pos`; CR LF counts as one.
size_t SkipLineBreak(absl::string_view text, size_t pos) {
  if (text.substr(pos, 2) == "\r\n") return pos + 2;
  return pos + CodePointAt(text, pos).size;
}

absl::string_view LastWord(absl::string_view line) {
  const size_t floor = line.size() > kMaxWord ? line.size() - kMaxWord : 0;
  const size_t space = line.substr(floor).rfind(' ');
  return space == absl::string_view::npos ? line.substr(floor)
                                          : line.substr(floor + space + 1);
}

size_t FirstWordSize(absl::string_view line) {
  return std::min(line.find(' '), line.size());
}

// Returns whether `line` begins with a lower-case word, other than a name such
// as "iPhone".
bool BeginsInLowerCase(absl::string_view line) {
  const CodePoint first = CodePointAt(line, 0);
  if (!IsLower(first.value)) return false;
  return !IsUpper(CodePointAt(line, first.size).value);
}

// Returns whether the sentence that `block` ends with goes on in `next`.
bool RunsOn(absl::string_view block, absl::string_view next) {
  absl::string_view word = LastWord(block);
  if (LeavesSentenceOpen(word)) return IsLetter(CodePointAt(next, 0).value);
  const char last = block.back();
  if (last == '.') {
    word.remove_suffix(1);
    const AbbreviationKind kind = KindOfAbbreviation(word);
    if (kind == AbbreviationKind::kTitle) return true;
    return kind != AbbreviationKind::kNone && BeginsInLowerCase(next);
  }
  if (last == '!' || last == '?' || last == ':') return false;
  return BeginsInLowerCase(next) && !BeginsInLowerCase(block);
}

// Returns whether every line but the last is so full that the next line's first
// word had no room on it.
bool IsWrapped(absl::string_view text, const std::vector<ByteRange>& lines) {
  if (lines.size() < kMinWrappedLines) return false;
  size_t width = 0;
  for (const ByteRange& line : lines) {
    width = std::max<size_t>(width, line.size());
  }
  if (width < kMinWrapWidth || width > kMaxWrapWidth) return false;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const size_t next_word = FirstWordSize(Slice(text, lines[i + 1]));
    if (lines[i].size() + 1 + next_word <= width) return false;
  }
  return true;
}

// Appends the blocks that `lines`, which no blank line parts, make up.
void AppendBlocks(absl::string_view text, const std::vector<ByteRange>& lines,
                  std::vector<ByteRange>& blocks) {
  if (lines.empty()) return;
  const bool wrapped = IsWrapped(text, lines);
  blocks.push_back(lines[0]);
  for (size_t i = 1; i < lines.size(); ++i) {
    if (wrapped || RunsOn(Slice(text, blocks.back()), Slice(text, lines[i]))) {
      blocks.back().end = lines[i].end;
    } else {
      blocks.push_back(lines[i]);
    }
  }
}

}  // namespace

std::vector<ByteRange> FindBlocks(absl::string_view text) {
  std::vector<ByteRange> blocks;
  std::vector<ByteRange> lines;
  size_t pos = 0;
  while (pos < text.size()) {
    const size_t end = FindLineBreak(text, pos);
    const ByteRange line =
        Trim(text, {static_cast<uint32_t>(pos), static_cast<uint32_t>(end)});
    if (line.empty()) {
      AppendBlocks(text, lines, blocks);
      lines.clear();
    } else {
      lines.push_back(line);
    }
    pos = end < text.size() ? SkipLineBreak(text, end) : end;
  }
  AppendBlocks(text, lines, blocks);
  return blocks;
}

}  // namespace footnote
