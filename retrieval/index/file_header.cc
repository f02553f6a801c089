#include "retrieval/index/file_header.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "retrieval/index/sqlite.h"

namespace footnote {
namespace {

constexpr absl::string_view kMagic("SQLite format 3\0", 16);
constexpr size_t kPageSizeOffset = 16;     // Two bytes; 1 means 65,536.
constexpr size_t kWriteFormatOffset = 18;  // And the read format's behind it.
constexpr absl::string_view kLoggedFormats("\2\2", 2);
constexpr size_t kVersionOffset = 60;
constexpr size_t kApplicationOffset = 68;
constexpr size_t kHeaderBytes = 100;
constexpr uint32_t kMostPageBytes = 65536;

FileHeader Parse(absl::string_view bytes) {
  FileHeader header;
  header.is_database = absl::StartsWith(bytes, kMagic);
  header.is_logged =
      absl::StartsWith(bytes.substr(kWriteFormatOffset), kLoggedFormats);
  header.page_bytes = BigEndian32(bytes, kPageSizeOffset) >> 16;
  if (header.page_bytes == 1) header.page_bytes = kMostPageBytes;
  header.application = BigEndian32(bytes, kApplicationOffset);
  header.version = BigEndian32(bytes, kVersionOffset);
  return header;
}

}  // namespace

absl::StatusOr<std::optional<FileHeader>> ReadFileHeader(
    const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::error_code error;
  if (!file && !std::filesystem::exists(path, error) && !error) {
    return std::optional<FileHeader>();
  }
  std::string bytes(kHeaderBytes, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.is_open() || file.bad()) {
    return SqliteStatus(SQLITE_CANTOPEN, absl::StrCat(path, ": can't be read"));
  }
  if (file.gcount() == 0) return std::optional<FileHeader>();
  return Parse(bytes);
}

uint32_t BigEndian32(absl::string_view bytes, size_t offset) {
  uint32_t value = 0;
  for (const char byte : bytes.substr(offset, 4)) {
    value = value << 8 | static_cast<unsigned char>(byte);
  }
  return value;
}

}  // namespace footnote
