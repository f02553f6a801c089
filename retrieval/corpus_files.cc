#include "retrieval/corpus_files.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

constexpr size_t kMaxNameBytes = 63;
constexpr absl::string_view kEnding = ".footnote.db";

absl::Status FileError(const std::string& path, int error) {
  const bool is_full = error == ENOSPC || error == EDQUOT;
  return SqliteStatus(is_full ? SQLITE_FULL : SQLITE_IOERR,
                      absl::StrCat(path, ": ", std::strerror(error)));
}

// Returns the names of all that is in `directory`, in no order.
absl::StatusOr<std::vector<std::string>> FileNames(
    const std::string& directory) {
  std::vector<std::string> names;
  std::error_code error;
  // Not a range's loop, whose step would throw.
  std::filesystem::directory_iterator entry(directory, error);
  for (; !error && entry != end(entry); entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  if (error) return FileError(directory, error.value());
  return names;
}

absl::Status Remove(const std::string& path) {
  std::error_code error;
  std::filesystem::remove(path, error);
  return error ? FileError(path, error.value()) : absl::OkStatus();
}

// Removes what is left of the corpus `name` once its file is renamed.
absl::Status RemoveDeleted(const std::string& directory,
                           absl::string_view name) {
  const std::string path = CorpusPath(directory, name);
  std::error_code error;
  // A corpus that was created since has a log of its own.
  if (!std::filesystem::exists(path, error)) {
    FOOTNOTE_RETURN_IF_ERROR(RemoveWithLog(path));
  }
  // Last, since it tells that there may be a log to remove.
  return Remove(absl::StrCat(directory, "/", kDeletedPrefix, name));
}

}  // namespace

bool IsCorpusName(absl::string_view name) {
  const auto is_alnum = [](char c) {
    return absl::ascii_islower(static_cast<unsigned char>(c)) ||
           absl::ascii_isdigit(static_cast<unsigned char>(c));
  };
  return !name.empty() && name.size() <= kMaxNameBytes &&
         is_alnum(name.front()) &&
         std::all_of(name.begin(), name.end(), [&](char c) {
           return is_alnum(c) || c == '-' || c == '_';
         });
}

absl::Status RequireCorpusName(absl::string_view name) {
  if (IsCorpusName(name)) return absl::OkStatus();
  return InvalidFields(
      {{"corpus",
        "is no corpus name; use 1 to 63 of a-z, 0-9, '-' and '_', beginning "
        "with a letter or digit."}});
}

std::string CorpusPath(absl::string_view directory, absl::string_view name) {
  return absl::StrCat(directory, "/", name, kEnding);
}

absl::StatusOr<std::vector<std::string>> CorpusNames(
    const std::string& directory) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto files, FileNames(directory));
  std::vector<std::string> names;
  for (absl::string_view name : files) {
    if (absl::ConsumeSuffix(&name, kEnding) && IsCorpusName(name)) {
      names.emplace_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

uint64_t CorpusFileBytes(const std::string& path) {
  uint64_t total = 0;
  for (const absl::string_view ending : {"", "-wal"}) {
    std::error_code error;
    const auto size =
        std::filesystem::file_size(absl::StrCat(path, ending), error);
    if (!error) total += size;
  }
  return total;
}

absl::Status Sync(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return FileError(path, errno);
  const int error = fsync(file) == 0 ? 0 : errno;
  close(file);
  return error == 0 ? absl::OkStatus() : FileError(path, error);
}

absl::StatusOr<bool> MakeEmptyFile(const std::string& path) {
  const int file =
      open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (file < 0 && errno == EEXIST) return false;
  if (file < 0) return FileError(path, errno);
  close(file);
  return true;
}

absl::Status RemoveWithLog(const std::string& path) {
  for (const absl::string_view ending : {"", "-wal", "-shm"}) {
    FOOTNOTE_RETURN_IF_ERROR(Remove(absl::StrCat(path, ending)));
  }
  return absl::OkStatus();
}

absl::Status RemoveCorpus(const std::string& directory,
                          absl::string_view name) {
  const std::string path = CorpusPath(directory, name);
  std::error_code error;
  std::filesystem::rename(
      path, absl::StrCat(directory, "/", kDeletedPrefix, name), error);
  if (error) return FileError(path, error.value());
  // Before its log goes, without which the file would lack its last changes.
  FOOTNOTE_RETURN_IF_ERROR(Sync(directory));
  return RemoveDeleted(directory, name);
}

absl::Status RemoveLeftovers(const std::string& directory) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto files, FileNames(directory));
  for (const std::string& file : files) {
    absl::string_view name = file;
    if (absl::ConsumePrefix(&name, kDeletedPrefix) && IsCorpusName(name)) {
      FOOTNOTE_RETURN_IF_ERROR(RemoveDeleted(directory, name));
    } else if (absl::StartsWith(file, kRestoringPrefix)) {
      FOOTNOTE_RETURN_IF_ERROR(Remove(absl::StrCat(directory, "/", file)));
    }
  }
  return absl::OkStatus();
}

}  // namespace footnote
