// Files for one test.

#ifndef FOOTNOTE_TESTS_CLIENT_SCRATCH_FOLDER_H_
#define FOOTNOTE_TESTS_CLIENT_SCRATCH_FOLDER_H_

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/testing/temporary_directory.h"

namespace footnote::testing {

// A folder that exists as long as this object.
class ScratchFolder {
 public:
  // Writes a file, with the folders above it, and returns its path.
  std::string Write(const std::string& name, const std::string& text) const {
    const std::filesystem::path path = directory_.File(name);
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }

  const std::string& path() const { return directory_.path(); }

 private:
  TemporaryDirectory directory_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_CLIENT_SCRATCH_FOLDER_H_
