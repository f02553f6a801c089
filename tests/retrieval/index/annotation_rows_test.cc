#include "retrieval/index/annotation_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <tuple>
#include <utility>

#include "absl/time/time.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

// Three passages, of which the first two touch and the third stands apart.
PassageRun ThreePassages() { return {1, 40, {{0, 10}, {10, 20}, {25, 30}}}; }

TimeExpression Time(ByteRange range, absl::string_view period) {
  TimeExpression time;
  time.range = range;
  if (!period.empty()) time.period = ParsePeriod(period);
  return time;
}

TEST(AnnotationRowsTest, AMentionIsInEachPassageThatItTouches) {
  Annotations annotations;
  annotations.places = {{{0, 10}, 0, true},  {{9, 11}, 1, false},
                        {{20, 25}, 2, true}, {{0, 99}, 3, true},
                        {{30, 40}, 4, true}, {{2, 3}, 0, true}};
  EXPECT_THAT(FindMentions(annotations, ThreePassages()),
              ElementsAre(Pair(Pair(40, 0), false), Pair(Pair(40, 1), false),
                          Pair(Pair(40, 3), false), Pair(Pair(41, 1), false),
                          Pair(Pair(41, 3), false), Pair(Pair(42, 3), false)));
}

TEST(AnnotationRowsTest, ASpeakerSpeaksWhereTheWordsStand) {
  Annotations annotations;
  annotations.places = {{{1, 3}, 7, true}, {{26, 28}, 7, true}};
  annotations.speeches = {{{5, 12}, {1, 3}, 7, true}};
  EXPECT_THAT(FindMentions(annotations, ThreePassages()),
              ElementsAre(Pair(Pair(40, 7), true), Pair(Pair(41, 7), true),
                          Pair(Pair(42, 7), false)));
}

TEST(AnnotationRowsTest, AnEventHasAPeriod) {
  Annotations annotations;
  annotations.times = {Time({1, 4}, "1970-01-02"), Time({5, 8}, ""),
                       Time({6, 9}, "1970-01-02"), Time({12, 26}, "1970")};
  const int64_t day = absl::ToInt64Microseconds(absl::Hours(24));
  EXPECT_THAT(
      FindEvents(annotations, ThreePassages()),
      ElementsAre(std::tuple(0, 365 * day, 41), std::tuple(0, 365 * day, 42),
                  std::tuple(day, 2 * day, 40)));
}

TEST(AnnotationRowsTest, NothingIsSaidOfNothing) {
  Annotations annotations;
  EXPECT_THAT(FindMentions(annotations, ThreePassages()), IsEmpty());
  EXPECT_THAT(FindEvents(annotations, ThreePassages()), IsEmpty());
  annotations.places = {{{0, 10}, 0, true}};
  annotations.times = {Time({1, 4}, "1970")};
  EXPECT_THAT(FindMentions(annotations, {1, 40, {}}), IsEmpty());
  EXPECT_THAT(FindEvents(annotations, {1, 40, {}}), IsEmpty());
}

// Draws passages in order, with gaps between some.
PassageRun DrawRun(std::mt19937* random) {
  PassageRun run = {1, static_cast<PassageNumber>((*random)() % 1000), {}};
  uint32_t end = 0;
  for (auto left = (*random)() % 12; left > 0; --left) {
    const auto begin = static_cast<uint32_t>(end + (*random)() % 3);
    end = static_cast<uint32_t>(begin + 1 + (*random)() % 9);
    run.ranges.push_back({begin, end});
  }
  return run;
}

TEST(AnnotationRowsTest, FindsThePassagesThatOverlap) {
  std::mt19937 random(2);
  for (int round = 0; round < 500; ++round) {
    SCOPED_TRACE(round);
    const PassageRun run = DrawRun(&random);
    Annotations annotations;
    MentionRows expected;
    for (uint32_t name = 0; name < 10; ++name) {
      const auto begin = static_cast<uint32_t>(random() % 80);
      const ByteRange range = {
          begin, static_cast<uint32_t>(begin + 1 + random() % 20)};
      annotations.places.push_back({range, name, true});
      for (size_t i = 0; i < run.ranges.size(); ++i) {
        if (!Overlap(run.ranges[i], range)) continue;
        expected[{static_cast<PassageNumber>(run.first + i), name}] = false;
      }
    }
    EXPECT_EQ(FindMentions(annotations, run), expected);
  }
}

TEST(AnnotationRowsTest, ANameIsLookedUpByAllItsTerms) {
  EXPECT_THAT(NameTerms({"Ines Falk", "Prime Minister", NameKind::kPerson}),
              ElementsAre("falk", "ine", "minist", "prime"));
  EXPECT_THAT(NameTerms({"Falk", "Falk", NameKind::kPerson}),
              ElementsAre("falk"));
  EXPECT_THAT(NameTerms({"", "", NameKind::kUnknown}), IsEmpty());
  // The two do not run into one word.
  EXPECT_THAT(NameTerms({"Ann", "Dr", NameKind::kPerson}),
              ElementsAre("ann", "dr"));
}

TEST(AnnotationRowsTest, SpellingsOfOneThingHaveOneKey) {
  EXPECT_EQ(TermKey("Narvik Harbour"), "narvik harbour");
  EXPECT_EQ(TermKey("  NARVIK-harbour’s "), TermKey("Narvik Harbour"));
  EXPECT_EQ(TermKey("N.A.T.O."), TermKey("NATO"));
  EXPECT_NE(TermKey("Narvik Harbour"), TermKey("NarvikHarbour"));
  EXPECT_NE(TermKey("Harbour Narvik"), TermKey("Narvik Harbour"));
  EXPECT_EQ(TermKey(" – "), "");
}

}  // namespace
}  // namespace footnote
