#include "retrieval/text/utf8.h"

#include <unicode/utf8.h>

#include <cstring>

namespace footnote {
namespace {

// Returns whether the eight bytes at `p` are all ASCII.
bool AreAscii(const char* p) {
  uint64_t bytes;
  std::memcpy(&bytes, p, sizeof(bytes));
  return (bytes & 0x8080808080808080u) == 0;
}

}  // namespace

int32_t ReadLongCodePoint(absl::string_view text, size_t* i) {
  UChar32 code_point;
// ICU's macro narrows within itself.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
  U8_NEXT(text.data(), *i, text.size(), code_point);
#pragma GCC diagnostic pop
  return code_point;
}

std::optional<size_t> FirstInvalidUtf8Byte(absl::string_view text) {
  const size_t size = text.size();
  size_t i = 0;
  while (i < size) {
    if (i + 8 <= size && AreAscii(text.data() + i)) {
      i += 8;
      continue;
    }
    const size_t begin = i;
    if (ReadCodePoint(text, &i) < 0) return begin;
  }
  return std::nullopt;
}

size_t CountCodePoints(absl::string_view text) {
  size_t count = 0;
  for (const char c : text) count += !U8_IS_TRAIL(static_cast<uint8_t>(c));
  return count;
}

TextSpan SpanCounter::Span(ByteRange range) {
  const Position begin =
      Walk(range.begin >= last_.byte ? last_ : Position(), range.begin);
  const Position end = Walk(begin, range.end);
  last_ = begin;
  return {range, begin.code_point, end.code_point, begin.utf16, end.utf16};
}

SpanCounter::Position SpanCounter::Walk(Position from, uint32_t byte) const {
  for (; from.byte < byte; ++from.byte) {
    const auto unit = static_cast<uint8_t>(text_[from.byte]);
    if (U8_IS_TRAIL(unit)) continue;
    ++from.code_point;
    // Four bytes of UTF-8 are a surrogate pair in UTF-16.
    from.utf16 += unit >= 0xF0 ? 2 : 1;
  }
  return from;
}

}  // namespace footnote
