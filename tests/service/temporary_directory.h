// A directory that is gone when the test is over.

#ifndef FOOTNOTE_TESTS_SERVICE_TEMPORARY_DIRECTORY_H_
#define FOOTNOTE_TESTS_SERVICE_TEMPORARY_DIRECTORY_H_

#include <stdlib.h>

#include <filesystem>
#include <string>

#include "gtest/gtest.h"

namespace footnote::testing {

class TemporaryDirectory {
 public:
  TemporaryDirectory() : path_(::testing::TempDir() + "footnote_XXXXXX") {
    EXPECT_NE(mkdtemp(path_.data()), nullptr) << path_;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_SERVICE_TEMPORARY_DIRECTORY_H_
