#include "retrieval/index/varint.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace footnote {
namespace {

constexpr uint64_t kMost = (uint64_t{1} << 63) - 1;

std::string Varint(uint64_t value) {
  std::string bytes;
  AppendVarint(value, &bytes);
  return bytes;
}

TEST(VarintTest, TakesAsFewBytesAsItNeeds) {
  EXPECT_EQ(Varint(0), std::string(1, '\0'));
  EXPECT_EQ(Varint(127), "\x7f");
  EXPECT_EQ(Varint(128), "\x80\x01");
  EXPECT_EQ(Varint(300), "\xac\x02");
  EXPECT_EQ(Varint(16383), "\xff\x7f");
  EXPECT_EQ(Varint(16384), "\x80\x80\x01");
  EXPECT_EQ(Varint(kMost).size(), 9u);
}

TEST(VarintTest, IsReadAsItWasWritten) {
  for (int bits = 0; bits <= 63; ++bits) {
    const uint64_t value = (uint64_t{1} << bits) - 1;
    SCOPED_TRACE(value);
    const std::string bytes = Varint(value) + "rest";
    absl::string_view left = bytes;
    uint64_t read = 0;
    ASSERT_TRUE(ReadVarint(&left, &read));
    EXPECT_EQ(read, value);
    EXPECT_EQ(left, "rest");
  }
}

TEST(VarintTest, ReadsOneAfterTheOther) {
  std::string bytes;
  for (uint64_t value = 0; value < 1000; ++value) AppendVarint(value, &bytes);
  absl::string_view left = bytes;
  for (uint64_t value = 0; value < 1000; ++value) {
    uint64_t read = 0;
    ASSERT_TRUE(ReadVarint(&left, &read));
    EXPECT_EQ(read, value);
  }
  EXPECT_TRUE(left.empty());
}

TEST(VarintTest, RefusesWhatIsCutOffOrTooLarge) {
  uint64_t read = 0;
  const std::string most = Varint(kMost);
  for (size_t size = 0; size < most.size(); ++size) {
    absl::string_view left = absl::string_view(most).substr(0, size);
    EXPECT_FALSE(ReadVarint(&left, &read)) << size;
  }
  for (const uint64_t value : {kMost + 1, UINT64_MAX}) {
    const std::string bytes = Varint(value);
    absl::string_view left = bytes;
    EXPECT_FALSE(ReadVarint(&left, &read)) << value;
  }
}

}  // namespace
}  // namespace footnote
