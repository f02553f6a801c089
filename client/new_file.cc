#include "client/new_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "absl/memory/memory.h"
#include "absl/strings/str_cat.h"

namespace footnote {
namespace {

namespace fs = std::filesystem;

// To be called right behind the call that failed.
absl::Status SystemError(absl::string_view what, const std::string& path) {
  return absl::ErrnoToStatus(errno, absl::StrCat("cannot ", what, " ", path));
}

absl::Status AlreadyThere(const std::string& path) {
  return absl::AlreadyExistsError(
      absl::StrCat(path, " is there already; --force replaces it"));
}

absl::Status CheckName(const std::string& path, OldFile old_file) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (!fs::exists(status)) return absl::OkStatus();
  if (!fs::is_regular_file(status)) {
    return absl::AlreadyExistsError(
        absl::StrCat(path, " is there and no file; name another"));
  }
  return old_file == OldFile::kKeep ? AlreadyThere(path) : absl::OkStatus();
}

// Makes durable which names the folder around `path` holds.
absl::Status SyncFolder(const std::string& path) {
  const fs::path parent = fs::path(path).parent_path();
  const std::string folder = parent.empty() ? "." : parent.string();
  const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return SystemError("open", folder);
  absl::Status status;
  if (fsync(fd) != 0) status = SystemError("sync", folder);
  close(fd);
  return status;
}

}  // namespace

absl::StatusOr<std::unique_ptr<NewFile>> NewFile::Create(
    const std::string& path, OldFile old_file) {
  const absl::Status named = CheckName(path, old_file);
  if (!named.ok()) return named;
  std::string own_path = absl::StrCat(path, ".XXXXXX");
  const int fd = mkostemp(own_path.data(), O_CLOEXEC);
  if (fd < 0) return SystemError("create a file beside", path);
  return absl::WrapUnique(new NewFile(path, old_file, fd, std::move(own_path)));
}

NewFile::NewFile(std::string path, OldFile old_file, int fd,
                 std::string own_path)
    : path_(std::move(path)),
      old_file_(old_file),
      fd_(fd),
      own_path_(std::move(own_path)) {}

NewFile::~NewFile() {
  close(fd_);
  if (!own_path_.empty()) unlink(own_path_.c_str());
}

absl::Status NewFile::Write(absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(fd_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return SystemError("write", path_);
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return absl::OkStatus();
}

absl::Status NewFile::Finish() {
  if (fsync(fd_) != 0) return SystemError("write", path_);
  const absl::Status published = Publish();
  if (!published.ok()) return published;
  return SyncFolder(path_);
}

absl::Status NewFile::Publish() {
  if (old_file_ == OldFile::kReplace) {
    if (rename(own_path_.c_str(), path_.c_str()) != 0) {
      return SystemError("replace", path_);
    }
    own_path_.clear();
    return absl::OkStatus();
  }
  // Other than a new name by rename(), a link never replaces a file.
  if (link(own_path_.c_str(), path_.c_str()) == 0) return absl::OkStatus();
  // Some file systems, as those of memory cards, have no links.
  const bool has_links = errno != EPERM && errno != ENOTSUP;
  if (!has_links && renameat2(AT_FDCWD, own_path_.c_str(), AT_FDCWD,
                              path_.c_str(), RENAME_NOREPLACE) == 0) {
    own_path_.clear();
    return absl::OkStatus();
  }
  return errno == EEXIST ? AlreadyThere(path_) : SystemError("name", path_);
}

}  // namespace footnote
