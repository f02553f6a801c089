// Whole numbers as SQLite and FTS5 write them.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FTS_VARINT_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FTS_VARINT_H_

#include <cstdint>

#include "absl/strings/string_view.h"

namespace footnote {

// Reads a number off the front of `*bytes` into `*value` and returns true, or
// returns false if the bytes end before it does. It stands most significant
// first, seven bits a byte, where the high bit says that another byte follows;
// a ninth byte has eight.
inline bool ReadFtsVarint(absl::string_view* bytes, uint64_t* value) {
  if (!bytes->empty() && static_cast<uint8_t>(bytes->front()) < 0x80) {
    *value = static_cast<uint8_t>(bytes->front());
    bytes->remove_prefix(1);
    return true;
  }
  uint64_t read = 0;
  for (size_t i = 0; i < bytes->size() && i < 9; ++i) {
    const auto byte = static_cast<uint8_t>((*bytes)[i]);
    const bool is_last = i == 8 || byte < 0x80;
    read = i == 8 ? read << 8 | byte : read << 7 | (byte & 0x7f);
    if (!is_last) continue;
    *value = read;
    bytes->remove_prefix(i + 1);
    return true;
  }
  return false;
}

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FTS_VARINT_H_
