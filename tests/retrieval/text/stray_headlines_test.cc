#include "retrieval/text/stray_headlines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "absl/strings/string_view.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr absl::string_view kBefore =
    "The harbour council approved the ferry terminal on Tuesday, and Ines Falk "
    "said that work would begin in March.";
constexpr absl::string_view kBehind =
    "Residents fear that traffic will choke the narrow streets of the docks, "
    "and some have gone to court.";

std::vector<size_t> Strays(absl::string_view line) {
  return FindStrayHeadlines({kBefore, line, kBehind});
}

TEST(StrayHeadlinesTest, HaveNothingToDoWithTheirNeighbours) {
  EXPECT_THAT(Strays("Norway\u2019s Oil Dilemma: A $90 Billion Bet"),
              ElementsAre(1));
  EXPECT_THAT(Strays("Ten Killed as Storm Wrecks Mountain Railway in Peru"),
              ElementsAre(1));
  EXPECT_THAT(Strays("Elon Musk sues Brazilian judge over ban"),
              ElementsAre(1));
}

TEST(StrayHeadlinesTest, AreNoHeadings) {
  for (const char* line :
       {"Residents Fear the Traffic: 24 Ferries Daily", "What happens next now",
        "Terminal", "Norway\u2019s oil dilemma grows ever larger today",
        "Elon Musk sues Brazilian judge over ban.",
        "1. Norway\u2019s Oil Dilemma: A $90 Billion Bet"}) {
    SCOPED_TRACE(line);
    EXPECT_THAT(Strays(line), IsEmpty());
  }
}

TEST(StrayHeadlinesTest, StandBetweenParagraphs) {
  constexpr absl::string_view kHeadline =
      "Ten Killed as Storm Wrecks Mountain Railway in Peru";
  EXPECT_THAT(FindStrayHeadlines({kHeadline, kBefore, kBehind}), IsEmpty());
  EXPECT_THAT(FindStrayHeadlines({kBefore, kBehind, kHeadline}), IsEmpty());
  EXPECT_THAT(FindStrayHeadlines({kBefore, kHeadline, "Short", kBehind}),
              IsEmpty());
  EXPECT_THAT(FindStrayHeadlines({}), IsEmpty());
}

}  // namespace
}  // namespace footnote
