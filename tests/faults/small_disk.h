// A disk so small that it fills.

#ifndef FOOTNOTE_TESTS_FAULTS_SMALL_DISK_H_
#define FOOTNOTE_TESTS_FAULTS_SMALL_DISK_H_

#include <string>

#include "tests/testing/temporary_directory.h"

namespace footnote::testing {

// A file system in memory, mounted for this process and its children alone.
class SmallDisk {
 public:
  // Mounts `kilobytes`; path() is empty, and error() says why, where this
  // process may not mount.
  explicit SmallDisk(int kilobytes);
  ~SmallDisk();
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  const std::string& path() const { return path_; }
  const std::string& error() const { return error_; }

  // Takes up what room is left, to the last page.
  void Fill() const;

  // Makes it this large, with what stands in it.
  void Resize(int kilobytes) const;

 private:
  TemporaryDirectory directory_;
  std::string path_;
  std::string error_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_FAULTS_SMALL_DISK_H_
