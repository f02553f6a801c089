#include "retrieval/answer/value_agreement.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/time/civil_time.h"

namespace footnote {
namespace {

// Returns the first quantity of `text` as a span.
TypedSpan QuantityIn(const std::string& text) {
  const auto found = FindQuantities(text);
  EXPECT_EQ(found.size(), 1u) << text;
  TypedSpan span;
  span.type = AnswerType::kNumber;
  if (!found.empty()) span.quantity = found.front();
  return span;
}

TypedSpan TimeIn(const std::string& text) {
  const auto found = FindTimeExpressions(text, absl::CivilDay(2031, 5, 20));
  EXPECT_FALSE(found.empty()) << text;
  TypedSpan span;
  span.type = AnswerType::kDate;
  if (!found.empty()) span.time = found.front();
  return span;
}

struct Case {
  const char* a;
  const char* b;
  ValueRelation relation;
};

constexpr auto kAgree = ValueRelation::kAgree;
constexpr auto kDiffer = ValueRelation::kDiffer;
constexpr auto kIncomparable = ValueRelation::kIncomparable;

TEST(CompareValuesTest, ComparesAmounts) {
  for (const Case& c : {
           Case{"12 ships", "12 ships", kAgree},
           {"12 ships", "13 ships", kDiffer},
           {"20 ships", "21 ships", kDiffer},
           {"12 ships", "12 boats", kIncomparable},
           {"over 10 ships", "12 ships", kAgree},
           {"over 20 ships", "12 ships", kDiffer},
           {"at least 12 ships", "12 ships", kAgree},
           {"fewer than 10 ships", "12 ships", kDiffer},
           {"about 100 ships", "110 ships", kAgree},
           {"about 100 ships", "115 ships", kDiffer},
           {"10 to 20 ships", "12 ships", kAgree},
           {"10 to 20 ships", "25 ships", kDiffer},
           {"12,300 ships", "12,345 ships", kAgree},
           {"12,345 ships", "12,346 ships", kDiffer},
           {"$4.5 million", "$4.52 million", kAgree},
           {"$4.5 million", "$4.6 million", kDiffer},
           {"$4.5 million", "4.5 million euros", kIncomparable},
           {"12 percent", "12.4 percent", kAgree},
           {"12 percent", "13 percent", kDiffer},
           {"12 percent", "12 percentage points", kIncomparable},
           {"20 km", "12 miles", kIncomparable},
       }) {
    const TypedSpan a = QuantityIn(c.a);
    const TypedSpan b = QuantityIn(c.b);
    EXPECT_EQ(CompareValues(a, c.a, b, c.b), c.relation) << c.a << ", " << c.b;
    EXPECT_EQ(CompareValues(b, c.b, a, c.a), c.relation) << c.b << ", " << c.a;
  }
}

TEST(CompareValuesTest, ComparesTimes) {
  for (const Case& c : {
           Case{"on March 3, 2031", "on March 3, 2031", kAgree},
           {"on March 3, 2031", "on March 4, 2031", kDiffer},
           {"on March 3, 2031", "in March 2031", kAgree},
           {"on March 3, 2031", "in 2031", kAgree},
           {"on March 3, 2031", "in April 2031", kDiffer},
           {"by June 2031", "in April 2031", kAgree},
           {"before June 2031", "in July 2031", kDiffer},
           {"since 2019", "in 2025", kAgree},
           {"on Monday", "on Tuesday", kAgree},  // Time zones.
           {"on Monday", "on Friday", kDiffer},
           {"for two days", "for 48 hours", kAgree},
           {"for two days", "for three days", kDiffer},
           {"for two days", "in 2031", kIncomparable},
           {"every Monday", "on March 3, 2031", kIncomparable},
       }) {
    const TypedSpan a = TimeIn(c.a);
    const TypedSpan b = TimeIn(c.b);
    EXPECT_EQ(CompareValues(a, c.a, b, c.b), c.relation) << c.a << ", " << c.b;
    EXPECT_EQ(CompareValues(b, c.b, a, c.a), c.relation) << c.b << ", " << c.a;
  }
}

TEST(IsVagueTest, TellsWhatStandsForSeveralValues) {
  EXPECT_FALSE(IsVague(QuantityIn("12 ships")));
  EXPECT_TRUE(IsVague(QuantityIn("about 12 ships")));
  EXPECT_TRUE(IsVague(QuantityIn("10 to 20 ships")));
  EXPECT_FALSE(IsVague(TimeIn("on March 3, 2031")));
  EXPECT_TRUE(IsVague(TimeIn("in March 2031")));
  EXPECT_TRUE(IsVague(TimeIn("before March 3, 2031")));
}

}  // namespace
}  // namespace footnote
