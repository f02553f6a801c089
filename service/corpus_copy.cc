#include "service/corpus_copy.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "retrieval/status.h"
#include "retrieval/text/sha256.h"

namespace footnote {
namespace {

constexpr absl::string_view kPrefix = ".snapshot-";
constexpr size_t kReadBytes = 1 << 20;

// Returns the status of a call that failed with `code` of errno.
absl::Status FileError(absl::string_view file, int code) {
  const std::string what = absl::StrCat(file, ": ", std::strerror(code));
  if (code == ENOSPC || code == EDQUOT) {
    return WithReason(absl::ResourceExhaustedError(absl::StrCat(
                          "There is no room for a copy of the corpus (", what,
                          "); free some space and ask for it again.")),
                      "STORAGE_FULL");
  }
  return StorageFailed(absl::StrCat("A copy of the corpus can't be made (",
                                    what,
                                    "); look at the disk of the data "
                                    "directory."));
}

// Takes a file's name away when its scope ends, and with it the journal that
// SQLite leaves if it fails.
class NameRemover {
 public:
  explicit NameRemover(const std::string& path) : path_(path) {}
  ~NameRemover() {
    std::error_code ignored;  // The next start tries again.
    std::filesystem::remove(path_, ignored);
    std::filesystem::remove(path_ + "-journal", ignored);
  }
  NameRemover(const NameRemover&) = delete;
  NameRemover& operator=(const NameRemover&) = delete;

 private:
  const std::string path_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<CorpusCopy>> CorpusCopy::Make(
    const Corpus& corpus, const std::string& directory,
    const Deadline& deadline) {
  std::string path = absl::StrCat(directory, "/", kPrefix, "XXXXXX");
  const int file = mkostemp(path.data(), O_CLOEXEC);
  if (file < 0) return FileError(path, errno);
  std::unique_ptr<CorpusCopy> copy(new CorpusCopy(file));
  {
    const NameRemover remover(path);
    FOOTNOTE_ASSIGN_OR_RETURN(copy->revision_, corpus.CopyTo(path, deadline));
  }
  FOOTNOTE_RETURN_IF_ERROR(copy->Measure(deadline));
  return copy;
}

CorpusCopy::~CorpusCopy() { close(file_); }

absl::Status CorpusCopy::Measure(const Deadline& deadline) {
  struct stat status;
  if (fstat(file_, &status) != 0) return FileError("The copy", errno);
  size_ = static_cast<uint64_t>(status.st_size);
  Sha256 sha256;
  while (!AtEnd()) {
    FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
    FOOTNOTE_ASSIGN_OR_RETURN(const std::string bytes, Read(kReadBytes));
    sha256.Add(bytes);
  }
  offset_ = 0;
  FOOTNOTE_ASSIGN_OR_RETURN(sha256_, sha256.Hex());
  return absl::OkStatus();
}

absl::StatusOr<std::string> CorpusCopy::Read(size_t limit) {
  std::string bytes(std::min<uint64_t>(limit, size_ - offset_), '\0');
  size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t count = pread(file_, bytes.data() + done, bytes.size() - done,
                                static_cast<off_t>(offset_ + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return FileError("The copy", errno);
    if (count == 0) return FileError("The copy has become shorter", EIO);
    done += static_cast<size_t>(count);
  }
  offset_ += done;
  // A hint alone: whether it is taken changes nothing but the time.
  posix_fadvise(file_, static_cast<off_t>(offset_), static_cast<off_t>(limit),
                POSIX_FADV_WILLNEED);
  return bytes;
}

absl::Status RemoveUnfinishedCopies(const std::string& directory) {
  std::error_code error;
  // Not a range's loop, whose step would throw.
  std::filesystem::directory_iterator entry(directory, error);
  for (; !error && entry != end(entry); entry.increment(error)) {
    if (!absl::StartsWith(entry->path().filename().string(), kPrefix)) continue;
    std::filesystem::remove(entry->path(), error);
    if (error) break;
  }
  if (error) {
    return StorageFailed(absl::StrCat(directory, ": ", error.message()));
  }
  return absl::OkStatus();
}

}  // namespace footnote
