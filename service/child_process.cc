#include "service/child_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"

namespace footnote {
namespace {

constexpr int kCannotBeLimited = 125;  // What the child exits with.

// The most that is taken from a child, which may have gone mad.
constexpr size_t kMostBytes = size_t{16} << 20;

absl::Status CannotStart() {
  return absl::UnavailableError(
      absl::StrCat("No process can be started (", std::strerror(errno), ")."));
}

bool Limit(decltype(RLIMIT_AS) resource, uint64_t most) {
  const rlimit limit = {most, most};
  return setrlimit(resource, &limit) == 0;
}

// Returns the bytes of address space that this process has mapped.
uint64_t MappedBytes() {
  uint64_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<uint64_t>(sysconf(_SC_PAGESIZE));
}

bool Confine(const ChildLimits& limits, pid_t parent) {
  return Limit(RLIMIT_CORE, 0) && Limit(RLIMIT_CPU, limits.cpu_seconds) &&
         Limit(RLIMIT_AS, MappedBytes() + limits.memory_bytes) &&
         prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent;
}

bool WriteAll(int file, absl::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

std::string ReadAll(int file) {
  std::string bytes;
  char piece[4096];
  while (true) {
    const ssize_t got = read(file, piece, sizeof(piece));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0 || bytes.size() >= kMostBytes) return bytes;
    bytes.append(piece, static_cast<size_t>(got));
  }
}

// Returns OK if `child` has ended as it should.
absl::Status AwaitEnd(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return CannotStart();
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return absl::OkStatus();
  if (WIFSIGNALED(status)) {
    return absl::AbortedError(absl::StrCat("signal ", WTERMSIG(status), " (",
                                           strsignal(WTERMSIG(status)), ")"));
  }
  return absl::AbortedError(absl::StrCat("status ", WEXITSTATUS(status)));
}

}  // namespace

absl::StatusOr<std::string> RunApart(const ChildLimits& limits,
                                     const std::function<std::string()>& work) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return CannotStart();
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    if (!Confine(limits, parent)) _exit(kCannotBeLimited);
    // Without the destructors and buffers that are the parent's to end.
    _exit(WriteAll(ends[1], work()) ? 0 : 1);
  }
  absl::Status status = child > 0 ? absl::OkStatus() : CannotStart();
  close(ends[1]);
  std::string returned = ReadAll(ends[0]);
  close(ends[0]);
  if (status.ok()) status = AwaitEnd(child);
  if (!status.ok()) return status;
  return returned;
}

}  // namespace footnote
