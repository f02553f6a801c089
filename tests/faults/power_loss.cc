// A disk that keeps nothing but what was synced, for a program that this
// library is loaded into before its own: what the program writes to the files
// of the directory FOOTNOTE_DISK goes there at once, and by each fsync() to a
// file of the same name in FOOTNOTE_DISK_DURABLE. What stands there is what a
// loss of power must leave, but that files made and removed are taken for so at
// once. With FOOTNOTE_DISK_SYNC=ignored an fsync() does
// nothing, as with a disk that lies, or a database that does not ask.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdarg>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace {

// One file of the directory, whoever has it open.
struct File {
  int durable = -1;
  std::mutex mutex;
  std::vector<std::pair<off64_t, off64_t>> dirty;  // Begin and end.
};

// Returns the C library's own function.
template <typename Function>
Function* Real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

std::string Variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// Returns where the durable copy of `path` stands, or "" if it has none: locks
// and shared memory mean nothing after a loss of power.
std::string DurablePath(const char* path) {
  static const std::string directory = Variable("FOOTNOTE_DISK") + "/";
  static const std::string durable = Variable("FOOTNOTE_DISK_DURABLE") + "/";
  const std::string name = path;
  if (name.rfind(directory, 0) != 0) return "";
  const std::string rest = name.substr(directory.size());
  const bool is_shared_memory =
      rest.size() > 4 && rest.compare(rest.size() - 4, 4, "-shm") == 0;
  return is_shared_memory || rest == "LOCK" ? "" : durable + rest;
}

std::array<std::atomic<File*>, 65536> open_files;

File* FileOf(int fd) {
  return fd < 0 ? nullptr : open_files.at(static_cast<size_t>(fd)).load();
}

// Files stay known when they are closed: another may still have them open.
File* FileNamed(const std::string& durable_path) {
  static std::mutex mutex;
  static auto* const files = new std::map<std::string, std::unique_ptr<File>>;
  const std::lock_guard<std::mutex> lock(mutex);
  std::unique_ptr<File>& file = (*files)[durable_path];
  if (file == nullptr) file = std::make_unique<File>();
  return file.get();
}

void Opened(int fd, const char* path) {
  const std::string durable_path = fd < 0 ? "" : DurablePath(path);
  if (durable_path.empty()) return;
  File* const file = FileNamed(durable_path);
  {
    const std::lock_guard<std::mutex> lock(file->mutex);
    static const auto real = Real<int(const char*, int, ...)>("open64");
    if (file->durable < 0) {
      file->durable =
          real(durable_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    }
  }
  open_files.at(static_cast<size_t>(fd)) = file;
}

// Copies the bytes [begin, end) of `fd` to its durable copy.
void CopyRange(int fd, const File& file, off64_t begin, off64_t end) {
  static const auto real_pwrite =
      Real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  std::array<char, 65536> buffer;
  while (begin < end) {
    const auto want = static_cast<size_t>(
        std::min<off64_t>(end - begin, static_cast<off64_t>(buffer.size())));
    const ssize_t count = pread64(fd, buffer.data(), want, begin);
    if (count <= 0) return;
    real_pwrite(file.durable, buffer.data(), static_cast<size_t>(count), begin);
    begin += count;
  }
}

void Sync(int fd) {
  static const bool is_ignored = Variable("FOOTNOTE_DISK_SYNC") == "ignored";
  File* const file = FileOf(fd);
  if (file == nullptr || is_ignored) return;
  static const auto real_truncate = Real<int(int, off64_t)>("ftruncate64");
  const std::lock_guard<std::mutex> lock(file->mutex);
  for (const auto& [begin, end] : file->dirty) CopyRange(fd, *file, begin, end);
  file->dirty.clear();
  struct stat64 status {};
  if (fstat64(fd, &status) == 0) real_truncate(file->durable, status.st_size);
}

}  // namespace

extern "C" {

int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = va_arg(arguments, mode_t);
  va_end(arguments);
  static const auto real = Real<int(const char*, int, ...)>("open64");
  const int fd = real(path, flags, mode);
  Opened(fd, path);
  return fd;
}

int close(int fd) {
  if (fd >= 0) open_files.at(static_cast<size_t>(fd)) = nullptr;
  static const auto real = Real<int(int)>("close");
  return real(fd);
}

ssize_t pwrite64(int fd, const void* bytes, size_t count, off64_t offset) {
  static const auto real =
      Real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (File* const file = FileOf(fd); file != nullptr) {
    const std::lock_guard<std::mutex> lock(file->mutex);
    file->dirty.emplace_back(offset, offset + static_cast<off64_t>(count));
  }
  return real(fd, bytes, count, offset);
}

int fsync(int fd) {
  Sync(fd);
  return 0;
}

int fdatasync(int fd) {
  Sync(fd);
  return 0;
}

int unlink(const char* path) {
  static const auto real = Real<int(const char*)>("unlink");
  const std::string durable_path = DurablePath(path);
  const int result = real(path);
  if (result == 0 && !durable_path.empty()) {
    File* const file = FileNamed(durable_path);
    const std::lock_guard<std::mutex> lock(file->mutex);
    real(durable_path.c_str());
    if (file->durable >= 0) close(std::exchange(file->durable, -1));
    file->dirty.clear();
  }
  return result;
}

}  // extern "C"
