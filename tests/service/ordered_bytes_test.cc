#include "service/ordered_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "footnote/v1/document.pb.h"
#include "google/protobuf/util/message_differencer.h"

namespace footnote {
namespace {

using google::protobuf::util::MessageDifferencer;

// Returns the keys of as many labels as a document may have.
std::vector<std::string> Keys() {
  std::vector<std::string> keys;
  for (int i = 0; i < 64; ++i) keys.push_back(absl::StrCat("key", i * i % 97));
  return keys;
}

// Returns a document whose labels were added in the order of `keys`.
v1::Document Labelled(const std::vector<std::string>& keys) {
  v1::Document document;
  document.set_id("a");
  for (const std::string& key : keys) {
    (*document.mutable_metadata())[key] = absl::StrCat("of ", key);
  }
  return document;
}

TEST(OrderedBytesTest, AreTheMessage) {
  const v1::Document document = Labelled(Keys());
  v1::Document read;
  ASSERT_TRUE(read.ParseFromString(OrderedBytes(document)));
  EXPECT_TRUE(MessageDifferencer::Equals(read, document));
  EXPECT_EQ(OrderedBytes(document).size(), document.ByteSizeLong());
}

TEST(OrderedBytesTest, OfAnEmptyMessageAreNone) {
  EXPECT_EQ(OrderedBytes(v1::Document()), "");
}

TEST(OrderedBytesTest, HaveTheKeysOfAMapInOrder) {
  std::vector<std::string> keys = Keys();
  const std::string bytes = OrderedBytes(Labelled(keys));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  // A map is written as messages of its field, one behind the other.
  std::string expected =
      "\x0a\x01"
      "a";
  for (const std::string& key : keys) {
    v1::Document one;
    (*one.mutable_metadata())[key] = absl::StrCat("of ", key);
    expected += one.SerializeAsString();
  }
  EXPECT_EQ(bytes, expected);
}

TEST(OrderedBytesTest, DoNotTellHowAMapWasFilled) {
  std::mt19937 random(3);
  std::vector<std::string> keys = Keys();
  const std::string bytes = OrderedBytes(Labelled(keys));
  for (int round = 0; round < 50; ++round) {
    std::shuffle(keys.begin(), keys.end(), random);
    v1::Document document = Labelled(keys);
    (*document.mutable_metadata())["gone"] = "again";
    document.mutable_metadata()->erase("gone");
    EXPECT_EQ(OrderedBytes(document), bytes);
  }
  v1::Document other = Labelled(keys);
  (*other.mutable_metadata())[keys[0]] = "other";
  EXPECT_NE(OrderedBytes(other), bytes);
}

}  // namespace
}  // namespace footnote
