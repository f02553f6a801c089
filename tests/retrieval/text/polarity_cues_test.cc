#include "retrieval/text/polarity_cues.h"

#include <gtest/gtest.h>

#include <vector>

namespace footnote {
namespace {

std::vector<ClauseWord> Read(absl::string_view text) {
  return ClauseWordsAround(text, {0, 0}, text.size());
}

struct Case {
  const char* text;
  CueSense sense;
  size_t words;
};

void ExpectCues(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    const std::vector<ClauseWord> words = Read(c.text);
    const FoundCue found = CueAt(words);
    EXPECT_EQ(found.sense, c.sense);
    EXPECT_EQ(found.words, c.words);
    // Who looks for cues asks for the trait first.
    if (c.words > 0) {
      EXPECT_TRUE(ClauseTraitsOf(words[0].text) & kBeginsCue);
    }
  }
}

TEST(CueAtTest, KnowsEverySense) {
  ExpectCues({
      {"not sold", CueSense::kNegates, 1},
      {"vetoed it", CueSense::kTurnsDown, 1},
      {"falsely said", CueSense::kDenies, 1},
      {"perhaps sold", CueSense::kOpens, 1},
      {"planned a pier", CueSense::kAhead, 1},
      {"nor a pier", CueSense::kContinues, 1},
      {"mention a pier", CueSense::kVeils, 1},
      {"whose pier", CueSense::kRelates, 1},
      {"and a pier", CueSense::kJoins, 1},
      {"although it was sold", CueSense::kBreaks, 1},
  });
}

TEST(CueAtTest, FindsTheLongest) {
  ExpectCues({
      {"no pier", CueSense::kNegates, 1},
      {"no longer a pier", CueSense::kNegates, 2},
      {"no intention of it", CueSense::kTurnsDown, 3},
      {"no fewer than ten", CueSense::kNone, 3},
      {"not only the pier", CueSense::kNone, 2},
      {"not until May", CueSense::kOpens, 2},
      {"may sell", CueSense::kOpens, 1},
      {"May Day came", CueSense::kNone, 2},
  });
}

TEST(CueAtTest, FindsNoneElsewhere) {
  ExpectCues({
      {"", CueSense::kNone, 0},
      {"harbour not sold", CueSense::kNone, 0},
      {"failed", CueSense::kNone, 0},
      {"failed the town", CueSense::kNone, 0},
      {"ruled", CueSense::kNone, 0},
      {"été", CueSense::kNone, 0},
  });
}

TEST(CueAtTest, DropsWhatCanBeDropped) {
  ExpectCues({
      {"dropped the plan", CueSense::kTurnsDown, 1},
      {"withdrew all of its claims", CueSense::kTurnsDown, 1},
      {"dropped anchor", CueSense::kNone, 0},
      {"dropped", CueSense::kNone, 0},
      {"dropped one of the many old plans", CueSense::kNone, 0},
  });
}

TEST(IsTurnedDownTest, KnowsWhatCameToNothing) {
  for (const char* text : {"withdrawn", "called off again", "off the table",
                           "out of the question", "unlikely now"}) {
    EXPECT_TRUE(IsTurnedDown(Read(text))) << text;
  }
  for (const char* text :
       {"", "built", "called", "off the coast", "off the", "not withdrawn"}) {
    EXPECT_FALSE(IsTurnedDown(Read(text))) << text;
  }
}

TEST(ClauseTraitsOfTest, TellsWhatAWordMayBe) {
  const struct {
    const char* word;
    int traits;
  } kCases[] = {
      {"never", kBeginsCue},
      {"dropped", kBeginsCue | kBeginsTurnedDown},
      {"out", kBeginsTurnedDown},
      {"been", kAuxiliary},
      {"was", kBeginsCue | kAuxiliary},
      {"unless", kBeginsCue | kSetsCondition},
      {"harbour", 0},
      {"Never", 0},
      {"", 0},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(ClauseTraitsOf(c.word), c.traits) << c.word;
}

}  // namespace
}  // namespace footnote
