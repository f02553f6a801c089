#include "tests/faults/small_disk.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "absl/strings/str_cat.h"

namespace footnote::testing {
namespace {

constexpr size_t kPageBytes = 4096;

std::string Size(int kilobytes) {
  return absl::StrCat("size=", kilobytes, "k");
}

// Gives this process mounts of its own, as root of a namespace of its own if it
// is not root already. Returns whether it may.
bool LeaveSharedMounts() {
  static const bool has_left = [] {
    const uid_t user = getuid();
    const gid_t group = getgid();
    if (unshare(CLONE_NEWNS) != 0) {
      if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
      std::ofstream("/proc/self/setgroups") << "deny";
      std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
      std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
    }
    return mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  }();
  return has_left;
}

}  // namespace

SmallDisk::SmallDisk(int kilobytes) {
  const std::string path = directory_.path();
  if (!LeaveSharedMounts() ||
      mount("tmpfs", path.c_str(), "tmpfs", 0, Size(kilobytes).c_str()) != 0) {
    error_ = absl::StrCat("no file system can be mounted here (",
                          std::strerror(errno),
                          "): run as root or allow user namespaces");
    return;
  }
  path_ = path;
}

SmallDisk::~SmallDisk() {
  if (!path_.empty()) umount2(path_.c_str(), MNT_DETACH);
}

void SmallDisk::Fill() const {
  const int file = open((path_ + "/ballast").c_str(),
                        O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const std::string page(kPageBytes, 'x');
  while (write(file, page.data(), page.size()) > 0) {
  }
  close(file);
}

void SmallDisk::Resize(int kilobytes) const {
  mount("tmpfs", path_.c_str(), "tmpfs", MS_REMOUNT, Size(kilobytes).c_str());
}

}  // namespace footnote::testing
