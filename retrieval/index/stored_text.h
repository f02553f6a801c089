// The text of a document as a corpus file holds it: compressed.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_STORED_TEXT_H_
#define FOOTNOTE_RETRIEVAL_INDEX_STORED_TEXT_H_

#include <cstddef>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A text is compressed in pieces of so many bytes, so that a passage of a long
// document is read without the rest. An article of news is one piece.
inline constexpr size_t kStoredPieceBytes = 16 << 10;

// Returns `text` as it is stored: the frames of its pieces, one behind the
// other. Collet, Kucherawy: "Zstandard Compression and the
// 'application/zstd' Media Type", RFC 8878, 2021. Thread-safe.
//
// Errors: kResourceExhausted without memory.
absl::StatusOr<std::string> CompressText(absl::string_view text);

// Returns the bytes at `range` of the text stored as `stored`, fewer where it
// ends before. Thread-safe.
//
// Errors: kDataLoss (STORAGE_CORRUPT) if that is no stored text, as far as it
// was looked at.
absl::StatusOr<std::string> ReadStoredText(absl::string_view stored,
                                           ByteRange range);

// Gives the connection the SQL function stored_text(stored, begin, end), which
// is ReadStoredText() as TEXT. The view of passages needs it.
absl::Status RegisterStoredText(Database& database);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_STORED_TEXT_H_
