#include "client/checksum.h"

#include <gtest/gtest.h>

#include <string>

namespace footnote {
namespace {

// FIPS 180-4 and its examples.
TEST(ChecksumTest, IsSha256) {
  EXPECT_EQ(Checksum::Of(""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Checksum::Of("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(ChecksumTest, PiecesMakeTheWhole) {
  const std::string bytes(100'000, 'x');
  Checksum checksum;
  for (size_t i = 0; i < bytes.size(); i += 777) {
    checksum.Add(bytes.substr(i, 777));
  }
  EXPECT_EQ(checksum.Finish(), Checksum::Of(bytes));
}

}  // namespace
}  // namespace footnote
