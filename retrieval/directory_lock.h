// The right to a data directory, which one process has at a time.

#ifndef FOOTNOTE_RETRIEVAL_DIRECTORY_LOCK_H_
#define FOOTNOTE_RETRIEVAL_DIRECTORY_LOCK_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace footnote {

// Keeps a directory for one process as long as it lives: a lock on the file
// LOCK in it, which the kernel lets go when the process ends, however it ends.
class DirectoryLock {
 public:
  // Errors: kFailedPrecondition (STORAGE_UNSUPPORTED) if another process has
  // the directory; kUnavailable (STORAGE_FAILED) if it can't be locked.
  static absl::StatusOr<std::unique_ptr<DirectoryLock>> Take(
      const std::string& directory);

  ~DirectoryLock();
  DirectoryLock(const DirectoryLock&) = delete;
  DirectoryLock& operator=(const DirectoryLock&) = delete;

 private:
  explicit DirectoryLock(int file) : file_(file) {}

  const int file_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_DIRECTORY_LOCK_H_
