// Whole numbers in as few bytes as they need.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_VARINT_H_
#define FOOTNOTE_RETRIEVAL_INDEX_VARINT_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace footnote {

// Appends `value` to `*bytes`, seven bits a byte, least significant first; the
// high bit says that another byte follows.
inline void AppendVarint(uint64_t value, std::string* bytes) {
  for (; value >= 0x80; value >>= 7) {
    bytes->push_back(static_cast<char>((value & 0x7f) | 0x80));
  }
  bytes->push_back(static_cast<char>(value));
}

// Reads a number of at most 63 bits off the front of `*bytes` into `*value` and
// returns true, or returns false if none stands there.
inline bool ReadVarint(absl::string_view* bytes, uint64_t* value) {
  *value = 0;
  for (int shift = 0; shift < 63 && !bytes->empty(); shift += 7) {
    const auto byte = static_cast<uint8_t>(bytes->front());
    bytes->remove_prefix(1);
    *value |= static_cast<uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_VARINT_H_
