// What the first bytes of a database file say of it.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FILE_HEADER_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FILE_HEADER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// The header of a database (sqlite.org, "Database File Format", 1.3). Of a file
// that is none, all but `is_database` means nothing.
struct FileHeader {
  bool is_database = false;
  bool is_logged = false;   // By a write-ahead log.
  uint32_t page_bytes = 0;  // As it stands there, of whatever sense.
  int64_t application = 0;  // PRAGMA application_id.
  int64_t version = 0;      // PRAGMA user_version.

  friend bool operator==(const FileHeader&, const FileHeader&) = default;
};

// Returns the header of the file at `path`, or nothing if it is missing or
// empty. SQLite is not asked: it might write where it recovers.
//
// Errors: kUnavailable (STORAGE_FAILED) if the file can't be read.
absl::StatusOr<std::optional<FileHeader>> ReadFileHeader(
    const std::string& path);

// Returns the four bytes of `bytes` at `offset` as a big-endian number.
//
// REQUIRES: offset + 4 <= bytes.size().
uint32_t BigEndian32(absl::string_view bytes, size_t offset);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FILE_HEADER_H_
