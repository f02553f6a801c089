#include "retrieval/text/quantity_bounds.h"

#include <gtest/gtest.h>

namespace footnote {
namespace {

using Bound = QuantityBound;

TEST(QualifierBeforeTest, ReadsTheLongestPhrase) {
  const struct {
    const char* text;  // The number is the last token.
    Bound want;
    size_t edge;
  } kCases[] = {
      {"more than 5", Bound::kMoreThan, 0},
      {"no more than 5", Bound::kAtMost, 0},
      {"they paid over 5", Bound::kMoreThan, 2},
      {"at least 5", Bound::kAtLeast, 0},
      {"Nearly 5", Bound::kAbout, 0},
      {"an estimated 5", Bound::kAbout, 0},
      {"as many as 5", Bound::kAtMost, 0},
      {"approx. 5", Bound::kAbout, 0},
      {"~5", Bound::kAbout, 0},
      {"rather than 5", Bound::kExactly, 2},
      {"then 5", Bound::kExactly, 1},
      {"5", Bound::kExactly, 0},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    const QuantityTokens tokens(c.text);
    const Qualifier found =
        QualifierBefore(tokens, 0, tokens.size() - 1, false);
    EXPECT_EQ(found.bound, c.want);
    EXPECT_EQ(found.edge, c.edge);
  }
}

TEST(QualifierBeforeTest, LeavesWhatBelongsToAnother) {
  const QuantityTokens tokens("more than 5");
  EXPECT_EQ(QualifierBefore(tokens, 1, 2, false).edge, 2U);
}

TEST(QualifierBeforeTest, ReadsOverATimeAsDuring) {
  const QuantityTokens over("built over 5");
  EXPECT_EQ(QualifierBefore(over, 0, 2, true).bound, Bound::kExactly);
  EXPECT_EQ(QualifierBefore(over, 0, 2, false).bound, Bound::kMoreThan);
  const QuantityTokens lasting("for over 5");
  EXPECT_EQ(QualifierBefore(lasting, 0, 2, true).bound, Bound::kMoreThan);
}

TEST(QualifierBehindTest, ReadsWhatFollows) {
  EXPECT_EQ(QualifierBehind(QuantityTokens("5+"), 1).bound, Bound::kAtLeast);
  EXPECT_EQ(QualifierBehind(QuantityTokens("5 or so"), 1).edge, 3U);
  EXPECT_EQ(QualifierBehind(QuantityTokens("5 or fewer"), 1).bound,
            Bound::kAtMost);
  EXPECT_EQ(QualifierBehind(QuantityTokens("5 or more than"), 1).edge, 1U);
  EXPECT_EQ(QualifierBehind(QuantityTokens("5"), 1).edge, 1U);
}

}  // namespace
}  // namespace footnote
