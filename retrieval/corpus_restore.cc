#include "retrieval/corpus_restore.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "retrieval/corpus_files.h"
#include "retrieval/index/consistency.h"
#include "retrieval/index/file_header.h"
#include "retrieval/index/schema.h"
#include "retrieval/status.h"
#include "retrieval/text/sha256.h"

namespace footnote {
namespace {

constexpr size_t kPieceBytes = 1 << 20;

absl::Status Failed(const std::string& path, absl::string_view what) {
  return StorageFailed(absl::StrCat(path, " ", what));
}

// Copies `file` to `target`, durably, and returns the SHA-256 of the bytes.
absl::StatusOr<std::string> Copy(const std::string& file,
                                 const std::string& target) {
  std::ifstream from(file, std::ios::binary);
  std::ofstream to(target, std::ios::binary | std::ios::trunc);
  if (!to) return Failed(target, "can't be written; look at the disk.");
  std::string piece(kPieceBytes, '\0');
  Sha256 hash;
  while (from) {
    from.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    const absl::string_view bytes(piece.data(),
                                  static_cast<size_t>(from.gcount()));
    hash.Add(bytes);
    to.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  to.close();
  if (!from.eof()) return Failed(file, "can't be read to its end.");
  // Asked for the reason if writing failed, and for good if it did not.
  FOOTNOTE_RETURN_IF_ERROR(Sync(target));
  if (!to) return Failed(target, "can't be written; is the disk full?");
  return hash.Hex();
}

// Returns OK if `directory` holds nothing but what a restore may find there.
absl::Status CheckIsEmpty(const std::string& directory) {
  std::error_code error;
  std::filesystem::directory_iterator entry(directory, error);
  for (; !error && entry != end(entry); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    // The root of a new volume holds the last of these.
    if (name == "LOCK" || absl::StartsWith(name, kRestoringPrefix) ||
        name == "lost+found") {
      continue;
    }
    return StorageUnsupported(
        absl::StrCat("The directory ", directory, " is not empty: it holds ",
                     name, ". Restore into an empty or a new one."));
  }
  return error ? Failed(directory, error.message()) : absl::OkStatus();
}

// Returns OK if the database at `path` ends where a page does: SQLite takes
// what is missing of its last page for zeros.
absl::Status CheckSize(const std::string& path) {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(path, error);
  if (error) return Failed(path, error.message());
  FOOTNOTE_ASSIGN_OR_RETURN(const auto header, ReadFileHeader(path));
  if (header->page_bytes > 0 && bytes % header->page_bytes == 0) {
    return absl::OkStatus();
  }
  return StorageCorrupt("The file is cut off within a page; copy it again.");
}

}  // namespace

absl::Status CheckIsCopy(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return Failed(path, "is no file that can be read; name a copy.");
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const std::optional<FileHeader> header,
                            ReadFileHeader(path));
  if (!header.has_value() || !header->is_database ||
      header->application != kApplicationId) {
    return StorageUnsupported(
        absl::StrCat(path, " is no copy of a corpus of Footnote."));
  }
  if (header->version != kSchemaVersion) {
    return StorageUnsupported(
        absl::StrCat(path, " has schema version ", header->version,
                     " and this version restores ", kSchemaVersion,
                     "; restore it with the version that it was copied with."));
  }
  const auto log_bytes = std::filesystem::file_size(path + "-wal", error);
  if (!error && log_bytes > 0) {
    return StorageUnsupported(absl::StrCat(
        path, " is a part of a corpus: ", path,
        "-wal beside it holds the "
        "rest. Copy both into the directory and start the server on it."));
  }
  return absl::OkStatus();
}

absl::StatusOr<CorpusCheck> CheckCopy(const std::string& path) {
  FOOTNOTE_RETURN_IF_ERROR(CheckIsCopy(path));
  CorpusCheck check;
  FOOTNOTE_RETURN_IF_ERROR(NoteDamage(CheckSize(path), &check.damages));
  FOOTNOTE_RETURN_IF_ERROR(NoteDamage(StartLog(path), &check.damages));
  if (!check.damages.empty()) return check;
  return CheckCorpus(path);
}

StagedCopy::StagedCopy(const std::string& directory, absl::string_view name,
                       std::unique_ptr<DirectoryLock> lock)
    : directory_(directory),
      name_(name),
      path_(absl::StrCat(directory, "/", kRestoringPrefix, name)),
      lock_(std::move(lock)) {}

StagedCopy::~StagedCopy() {
  // Of a copy that was placed nothing is left under this name. What can't be
  // removed now, the next to open the directory removes.
  RemoveWithLog(path_).IgnoreError();
}

absl::StatusOr<std::unique_ptr<StagedCopy>> StagedCopy::Make(
    const std::string& file, const std::string& directory,
    absl::string_view name) {
  std::error_code error;
  std::filesystem::create_directories(directory, error);
  if (error) return Failed(directory, error.message());
  FOOTNOTE_ASSIGN_OR_RETURN(auto lock, DirectoryLock::Take(directory));
  FOOTNOTE_RETURN_IF_ERROR(CheckIsEmpty(directory));
  FOOTNOTE_RETURN_IF_ERROR(RemoveLeftovers(directory));
  std::unique_ptr<StagedCopy> copy(
      new StagedCopy(directory, name, std::move(lock)));
  FOOTNOTE_ASSIGN_OR_RETURN(copy->sha256_, Copy(file, copy->path_));
  return copy;
}

absl::Status StagedCopy::Place() {
  // The check has put it into write-ahead logging since it was copied.
  FOOTNOTE_RETURN_IF_ERROR(Sync(path_));
  std::error_code error;
  std::filesystem::rename(path_, CorpusPath(directory_, name_), error);
  if (error) return Failed(path_, error.message());
  return Sync(directory_);
}

}  // namespace footnote
