#include "retrieval/index/fts_varint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>

namespace footnote {
namespace {

// Returns `value` as SQLite writes it: "Database File Format", section 1.6.
std::string Written(uint64_t value) {
  std::string bytes;
  uint64_t left = value;
  const bool is_longest = value >> 56 != 0;
  if (is_longest) {
    bytes.push_back(static_cast<char>(left & 0xff));
    left >>= 8;
  }
  do {
    const bool goes_on = is_longest || !bytes.empty();
    bytes.push_back(static_cast<char>((left & 0x7f) | (goes_on ? 0x80 : 0)));
    left >>= 7;
  } while (is_longest ? bytes.size() < 9 : left > 0);
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

void ExpectReadAsWritten(uint64_t value) {
  SCOPED_TRACE(value);
  const std::string bytes = Written(value) + "\xffrest";
  absl::string_view left = bytes;
  uint64_t read = 0;
  ASSERT_TRUE(ReadFtsVarint(&left, &read));
  EXPECT_EQ(read, value);
  EXPECT_EQ(left, "\xffrest");
}

TEST(FtsVarintTest, ReadsTheMostSignificantBitsFirst) {
  const struct {
    std::string bytes;
    uint64_t value;
  } kCases[] = {
      {std::string(1, '\0'), 0},
      {"\x7f", 127},
      {std::string("\x81\0", 2), 128},
      {"\x82\x2c", 300},
      {"\xff\x7f", 16'383},
      {std::string("\x81\x80\0", 3), 16'384},
      {"\xff\xff\xff\xff\xff\xff\xff\x7f", (uint64_t{1} << 56) - 1},
      {"\xff\xff\xff\xff\xff\xff\xff\xff\xff", UINT64_MAX},
      {std::string("\x80\xc0\x80\x80\x80\x80\x80\x80\0", 9), uint64_t{1} << 56},
  };
  for (const auto& [bytes, value] : kCases) {
    absl::string_view left = bytes;
    uint64_t read = ~value;
    ASSERT_TRUE(ReadFtsVarint(&left, &read)) << value;
    EXPECT_EQ(read, value);
    EXPECT_TRUE(left.empty()) << value;
  }
}

TEST(FtsVarintTest, ReadsNumbersOfEachSizeAsSqliteWritesThem) {
  std::mt19937_64 random(3);
  for (int bits = 0; bits < 64; ++bits) {
    const uint64_t power = uint64_t{1} << bits;
    ExpectReadAsWritten(power - 1);
    ExpectReadAsWritten(power);
    for (int i = 0; i < 50; ++i) ExpectReadAsWritten(random() >> bits);
  }
  ExpectReadAsWritten(UINT64_MAX);
}

// High bits in all of the first eight bytes do not make a tenth be read.
TEST(FtsVarintTest, EndsWithTheNinthByte) {
  const std::string bytes(12, '\xff');
  absl::string_view left = bytes;
  uint64_t read = 0;
  ASSERT_TRUE(ReadFtsVarint(&left, &read));
  EXPECT_EQ(read, UINT64_MAX);
  EXPECT_EQ(left.size(), 3u);
}

TEST(FtsVarintTest, RefusesBytesThatEndTooSoon) {
  for (const uint64_t value :
       {uint64_t{128}, uint64_t{20'000}, uint64_t{1} << 40, UINT64_MAX}) {
    const std::string bytes = Written(value);
    for (size_t size = 0; size < bytes.size(); ++size) {
      absl::string_view left = absl::string_view(bytes).substr(0, size);
      uint64_t read = 0;
      EXPECT_FALSE(ReadFtsVarint(&left, &read)) << value << " in " << size;
    }
  }
  absl::string_view none;
  uint64_t read = 0;
  EXPECT_FALSE(ReadFtsVarint(&none, &read));
}

}  // namespace
}  // namespace footnote
