// A directory of a test's own.

#ifndef FOOTNOTE_TESTS_TESTING_TEMPORARY_DIRECTORY_H_
#define FOOTNOTE_TESTS_TESTING_TEMPORARY_DIRECTORY_H_

#include <stdlib.h>

#include <filesystem>
#include <string>

namespace footnote::testing {

// A new directory, removed with all it holds when its scope ends.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string path =
        std::filesystem::temp_directory_path() / "footnote-test-XXXXXX";
    path_ = mkdtemp(path.data());
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::string& path() const { return path_; }
  std::string File(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_TEMPORARY_DIRECTORY_H_
