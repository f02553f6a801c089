#include "retrieval/text/list_labels.h"

#include <gtest/gtest.h>

#include <optional>

namespace footnote {
namespace {

TEST(ListLabelsTest, AreRead) {
  struct Case {
    const char* text;
    size_t size;
  };
  for (const Case& c :
       {Case{"1. Ropes", 2}, Case{"12) Ropes", 3}, Case{"3.) Ropes", 3},
        Case{"b. Ropes", 2}, Case{"\u2022 Ropes", 4},
        Case{"\u2022 9. Ropes", 6}, Case{"\u20439. Ropes", 5}}) {
    SCOPED_TRACE(c.text);
    const std::optional<ListLabel> label = ListLabelAt(c.text, 0);
    ASSERT_TRUE(label.has_value());
    EXPECT_EQ(label->size, c.size);
  }
}

TEST(ListLabelsTest, AreNotSeenWhereNoneIs) {
  for (const char* text : {"Ropes", "1999. It", "1.5 m", "1 rope", "A. Falk",
                           "1.", "\u2022", ""}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(ListLabelAt(text, 0).has_value());
  }
}

TEST(ListLabelsTest, FollowOneAnother) {
  const auto follows = [](const char* next, const char* label) {
    return Follows(*ListLabelAt(next, 0), *ListLabelAt(label, 0));
  };
  EXPECT_TRUE(follows("2. b", "1. a"));
  EXPECT_TRUE(follows("c. b", "b. a"));
  EXPECT_TRUE(follows("\u2022 b", "\u2022 a"));
  EXPECT_FALSE(follows("3. b", "1. a"));
  EXPECT_FALSE(follows("2) b", "1. a"));
  EXPECT_FALSE(follows("2. b", "a. a"));
  EXPECT_FALSE(follows("* b", "\u2022 a"));
}

}  // namespace
}  // namespace footnote
