#include "retrieval/text/sha256.h"

#include <gtest/gtest.h>

#include <string>

namespace footnote {
namespace {

// The examples of FIPS 180-2, appendix B.
TEST(Sha256HexTest, GivesThePublishedDigests) {
  EXPECT_EQ(Sha256Hex(""),
            "e3b0c44298fc1c149afbf4c8996fb924"
            "27ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Sha256Hex("abc"),
            "ba7816bf8f01cfea414140de5dae2223"
            "b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256Test, TakesBytesInPieces) {
  EXPECT_EQ(Sha256().Hex().value(), Sha256Hex(""));
  std::string bytes;
  Sha256 sha256;
  for (int i = 0; i < 300; ++i) {
    const std::string piece(static_cast<size_t>(i), static_cast<char>(i));
    sha256.Add(piece);
    bytes += piece;
  }
  EXPECT_EQ(sha256.Hex().value(), Sha256Hex(bytes));
}

}  // namespace
}  // namespace footnote
