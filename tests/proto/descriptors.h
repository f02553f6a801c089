// Descriptors from files that protoc wrote.

#ifndef FOOTNOTE_TESTS_PROTO_DESCRIPTORS_H_
#define FOOTNOTE_TESTS_PROTO_DESCRIPTORS_H_

#include <google/protobuf/descriptor.pb.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/testing/file_bytes.h"

namespace footnote::testing {

// Returns the descriptors in the file at `path`; fails the test if there are
// none.
inline google::protobuf::FileDescriptorSet ReadDescriptors(
    const std::string& path) {
  google::protobuf::FileDescriptorSet descriptors;
  EXPECT_TRUE(descriptors.ParseFromString(ReadFile(path))) << path;
  EXPECT_GT(descriptors.file_size(), 0) << path;
  return descriptors;
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_PROTO_DESCRIPTORS_H_
