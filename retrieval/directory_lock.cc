#include "retrieval/directory_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

absl::Status LockFailed(const std::string& path, int error) {
  return StorageFailed(absl::StrCat(
      path, " can't be locked (", std::strerror(error),
      "); use a directory that this user may write, on a local disk."));
}

}  // namespace

absl::StatusOr<std::unique_ptr<DirectoryLock>> DirectoryLock::Take(
    const std::string& directory) {
  const std::string path = absl::StrCat(directory, "/LOCK");
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (file < 0) return LockFailed(path, errno);
  std::unique_ptr<DirectoryLock> lock(new DirectoryLock(file));
  if (flock(file, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return LockFailed(path, errno);
  return StorageUnsupported(absl::StrCat(
      "The data directory ", directory,
      " is in use by another server; stop that one or name another "
      "directory."));
}

DirectoryLock::~DirectoryLock() { close(file_); }

}  // namespace footnote
