#include "retrieval/text/word_scanner.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

TEST(WordScannerTest, TellsKindsOfWords) {
  const struct {
    const char* text;
    WordKind kind;
    uint32_t end;
  } kCases[] = {
      {"Tokyo", WordKind::kPlain, 5},
      {"F16", WordKind::kPlain, 3},
      {"1,234.5", WordKind::kNumber, 7},
      {"U.S. envoy", WordKind::kDottedAcronym, 4},
      {"U.S", WordKind::kDottedAcronym, 3},
      {"U.S.'s", WordKind::kDottedAcronym, 6},
      {"NATO's", WordKind::kCapitals, 6},
      {"I", WordKind::kPlain, 1},
      {"CAF\u00C9S open", WordKind::kCapitals, 6},
      {"caf\u00E91", WordKind::kPlain, 6},
      {"A.\u00C9. and", WordKind::kDottedAcronym, 5},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    WordScanner scanner(c.text);
    Word word;
    ASSERT_TRUE(scanner.Next(&word));
    EXPECT_EQ(word.kind, c.kind);
    EXPECT_EQ(word.range, (ByteRange{0, c.end}));
  }
}

TEST(WordScannerTest, StaysAtTheEnd) {
  WordScanner scanner("one two");
  Word word;
  ASSERT_TRUE(scanner.Next(&word));
  ASSERT_TRUE(scanner.Next(&word));
  EXPECT_EQ(word.range, (ByteRange{4, 7}));
  EXPECT_FALSE(scanner.Next(&word));
  EXPECT_FALSE(scanner.Next(&word));
}

}  // namespace
}  // namespace footnote
