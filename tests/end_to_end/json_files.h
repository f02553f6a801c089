// Reads the answers of the client and files of JSON lines.

#ifndef FOOTNOTE_TESTS_END_TO_END_JSON_FILES_H_
#define FOOTNOTE_TESTS_END_TO_END_JSON_FILES_H_

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "footnote/v1/question_answering.pb.h"
#include "tests/testing/file_bytes.h"

namespace footnote::testing {

// Returns `json` as a message; fails the test if it is none.
template <typename Message>
Message FromJson(const std::string& json) {
  Message message;
  const auto status =
      google::protobuf::util::JsonStringToMessage(json, &message);
  EXPECT_TRUE(status.ok()) << status.ToString() << "\n" << json;
  return message;
}

// Returns every line of `text` as a message.
template <typename Message>
std::vector<Message> FromJsonLines(const std::string& text) {
  std::vector<Message> messages;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) messages.push_back(FromJson<Message>(line));
  }
  return messages;
}

// Returns the folder of evaluation data, or "" if none is given.
inline std::string TestData() {
  const char* folder = std::getenv("FOOTNOTE_TEST_DATA");
  return folder == nullptr ? "" : folder;
}

}  // namespace footnote::testing

#define FOOTNOTE_REQUIRE_TEST_DATA()                                   \
  if (::footnote::testing::TestData().empty()) {                       \
    GTEST_SKIP() << "FOOTNOTE_TEST_DATA names no folder of test data"; \
  }

#endif  // FOOTNOTE_TESTS_END_TO_END_JSON_FILES_H_
