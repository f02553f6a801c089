// A place in a text.

#ifndef FOOTNOTE_RETRIEVAL_TEXT_BYTE_RANGE_H_
#define FOOTNOTE_RETRIEVAL_TEXT_BYTE_RANGE_H_

#include <algorithm>
#include <cstdint>

#include "absl/strings/string_view.h"

namespace footnote {

// The bytes [begin, end) of a UTF-8 text. Both ends lie between code points.
struct ByteRange {
  uint32_t begin = 0;  // Included.
  uint32_t end = 0;    // Not included.

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// Returns whether the two have a byte in common.
inline bool Overlap(ByteRange a, ByteRange b) {
  return a.begin < b.end && b.begin < a.end;
}

// Returns the bytes that the two have in common; an empty range if there are
// none.
inline ByteRange Intersection(ByteRange a, ByteRange b) {
  const uint32_t begin = std::max(a.begin, b.begin);
  return {begin, std::max(begin, std::min(a.end, b.end))};
}

// Returns the bytes of `text` at `range`.
//
// REQUIRES: range.begin <= range.end <= text.size().
inline absl::string_view Slice(absl::string_view text, ByteRange range) {
  return text.substr(range.begin, range.size());
}

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_TEXT_BYTE_RANGE_H_
