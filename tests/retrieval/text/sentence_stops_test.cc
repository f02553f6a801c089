#include "retrieval/text/sentence_stops.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace footnote {
namespace {

TEST(SentenceStopsTest, AreReadWithWhatClosesBehindThem) {
  struct Case {
    const char* text;
    size_t marks_end;
    size_t end;
    int dots;
    bool asks;
  };
  for (const Case& c :
       {Case{". A", 1, 1, 1, false}, Case{"?!\") A", 2, 4, 0, true},
        Case{"... a", 3, 3, 3, false}, Case{". . . .\u201D", 7, 10, 4, false},
        Case{"\u2026'", 3, 4, 3, false}}) {
    SCOPED_TRACE(c.text);
    const std::optional<Stop> stop = StopAt(c.text, 0);
    ASSERT_TRUE(stop.has_value());
    EXPECT_EQ(stop->marks_end, c.marks_end);
    EXPECT_EQ(stop->end, c.end);
    EXPECT_EQ(stop->dots, c.dots);
    EXPECT_EQ(stop->asks, c.asks);
  }
  EXPECT_FALSE(StopAt("port", 0).has_value());
  EXPECT_FALSE(StopAt("", 0).has_value());
}

// Returns where the sentence ends at the first stop of `block`.
std::optional<size_t> FirstEnd(const std::string& block) {
  return SentenceEnd(block, 0, *StopAt(block, block.find_first_of(".!?")));
}

TEST(SentenceStopsTest, EndSentences) {
  EXPECT_EQ(FirstEnd("It sank. They swam."), size_t{8});
  EXPECT_EQ(FirstEnd("It sank."), size_t{8});
  EXPECT_EQ(FirstEnd("\"It sank.\" They swam."), size_t{10});
  EXPECT_EQ(FirstEnd("It sank.They swam."), size_t{8});
}

TEST(SentenceStopsTest, DoNotEndThem) {
  for (const char* block :
       {"At 3.5 m it sank", "Mr. Falk swam", "She asked, \"Why?\" and swam",
        "1. Ropes", "See port.example now", "It ... sank"}) {
    SCOPED_TRACE(block);
    EXPECT_EQ(FirstEnd(block), std::nullopt);
  }
}

}  // namespace
}  // namespace footnote
