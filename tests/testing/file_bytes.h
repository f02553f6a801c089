// The bytes of a file.

#ifndef FOOTNOTE_TESTS_TESTING_FILE_BYTES_H_
#define FOOTNOTE_TESTS_TESTING_FILE_BYTES_H_

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

namespace footnote::testing {

// Returns the bytes of the file at `path`; fails the test if it can't be read.
inline std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_TESTING_FILE_BYTES_H_
