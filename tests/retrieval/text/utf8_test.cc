#include "retrieval/text/utf8.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace footnote {
namespace {

TEST(FirstInvalidUtf8ByteTest, FindsMalformedSequences) {
  const struct {
    std::string text;
    std::optional<size_t> want;
  } kCases[] = {
      {"", std::nullopt},
      {"plain text of more than eight bytes", std::nullopt},
      {"caf\u00E9 \u65E5\u672C \U0001F600", std::nullopt},
      {"0123456789\x80", 10},
      {"lone \xBF", 5},
      {"overlong \xC0\xAF", 9},
      {"overlong \xE0\x80\xAF", 9},
      {"surrogate \xED\xA0\x80", 10},
      {"too high \xF4\x90\x80\x80", 9},
      {"cut short \xE6\x97", 10},
      {"bad lead \xFF", 9},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(FirstInvalidUtf8Byte(c.text), c.want);
  }
}

TEST(ReadCodePointTest, SkipsWhatIsMalformed) {
  const std::string text = "a\xFF\u00E9";
  size_t i = 0;
  EXPECT_EQ(ReadCodePoint(text, &i), 'a');
  EXPECT_LT(ReadCodePoint(text, &i), 0);
  EXPECT_EQ(ReadCodePoint(text, &i), 0xE9);
  EXPECT_EQ(i, text.size());
}

TEST(CountCodePointsTest, CountsCharactersNotBytes) {
  EXPECT_EQ(CountCodePoints(""), 0u);
  EXPECT_EQ(CountCodePoints("caf\u00E9"), 4u);
  EXPECT_EQ(CountCodePoints("\U0001F600!"), 2u);
}

TEST(SpanCounterTest, CountsInThreeUnits) {
  const std::string text = "a\u00E9\U0001F600b\u65E5";  // 1 + 2 + 4 + 1 + 3
  SpanCounter spans(text);
  EXPECT_EQ(spans.Span({0, 1}), (TextSpan{{0, 1}, 0, 1, 0, 1}));
  EXPECT_EQ(spans.Span({3, 8}), (TextSpan{{3, 8}, 2, 4, 2, 5}));
  EXPECT_EQ(spans.Span({8, 11}), (TextSpan{{8, 11}, 4, 5, 5, 6}));
}

TEST(SpanCounterTest, GoesBackToo) {
  const std::string text = "\u00E9\u00E9\u00E9";
  SpanCounter spans(text);
  EXPECT_EQ(spans.Span({4, 6}), (TextSpan{{4, 6}, 2, 3, 2, 3}));
  EXPECT_EQ(spans.Span({0, 2}), (TextSpan{{0, 2}, 0, 1, 0, 1}));
  EXPECT_EQ(spans.Span({2, 2}), (TextSpan{{2, 2}, 1, 1, 1, 1}));
}

}  // namespace
}  // namespace footnote
