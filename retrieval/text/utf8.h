// UTF-8: is it valid, and how far is it in other units?

#ifndef FOOTNOTE_RETRIEVAL_TEXT_UTF8_H_
#define FOOTNOTE_RETRIEVAL_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/strings/string_view.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// As ReadCodePoint(), for a byte that is not ASCII.
int32_t ReadLongCodePoint(absl::string_view text, size_t* i);

// Returns the code point that begins at byte `*i` of `text` and moves `*i`
// behind it. A malformed sequence is skipped and gives a negative number.
//
// REQUIRES: *i < text.size().
inline int32_t ReadCodePoint(absl::string_view text, size_t* i) {
  const auto first = static_cast<uint8_t>(text[*i]);
  if (first >= 0x80) return ReadLongCodePoint(text, i);
  ++*i;
  return first;
}

// Returns the offset of the first byte that does not begin or continue a
// well-formed UTF-8 sequence (The Unicode Standard 15, table 3-7: no overlong
// forms, no surrogates, nothing above U+10FFFF), or nothing if all do.
std::optional<size_t> FirstInvalidUtf8Byte(absl::string_view text);

// Returns the number of Unicode code points in `text`.
//
// REQUIRES: text is valid UTF-8.
size_t CountCodePoints(absl::string_view text);

// One place in a text in each of the units that programming languages count
// in. Every end is exclusive.
struct TextSpan {
  ByteRange bytes;
  uint32_t begin_code_point = 0;
  uint32_t end_code_point = 0;
  uint32_t begin_utf16 = 0;
  uint32_t end_utf16 = 0;

  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

// Turns byte ranges of one text into spans. Ranges that come in order of their
// beginnings cost one walk over the text in all. Not thread-safe.
class SpanCounter {
 public:
  // `text` is valid UTF-8 and outlives the counter.
  explicit SpanCounter(absl::string_view text) : text_(text) {}

  // Returns `range` in all units.
  //
  // REQUIRES: range lies in the text with both ends between code points.
  TextSpan Span(ByteRange range);

 private:
  struct Position {
    uint32_t byte = 0;
    uint32_t code_point = 0;
    uint32_t utf16 = 0;
  };

  // Returns the position of `byte`, walking on from `from`.
  Position Walk(Position from, uint32_t byte) const;

  absl::string_view text_;
  Position last_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_UTF8_H_
