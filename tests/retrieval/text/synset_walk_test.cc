#include "retrieval/text/synset_walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/testing/small_wordnet.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = SynsetPointerKind;

constexpr WalkBounds kFar = {.distance = 100, .synsets = 100};

class SynsetWalkTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto opened = testing::SmallWordNet::Open(
        testing::WalksAndStreams().Files(), directory_);
    ASSERT_OK(opened.status());
    wordnet_ = *std::move(opened);
  }

  std::vector<SynsetStop> Stops(absl::string_view lemma,
                                PartOfSpeech part = PartOfSpeech::kNoun) const {
    return StopsOf(*wordnet_, lemma, part, 10);
  }

  // The first word and the distance of each stop of a walk that goes on until
  // `last` stops.
  std::vector<std::string> WalkFrom(const std::vector<SynsetStop>& from,
                                    SynsetPointerKinds kinds,
                                    const WalkBounds& bounds = kFar,
                                    size_t last = 1'000) const {
    std::vector<std::string> visited;
    Walk(*wordnet_, from, kinds, bounds,
         [&](const SynsetStop& stop, const KnownSynset& known) {
           EXPECT_EQ(known.synset(), stop.synset);
           visited.push_back(
               absl::StrCat(known.entry().words[0], " ", stop.distance));
           return visited.size() < last;
         });
    return visited;
  }

  testing::TemporaryDirectory directory_;
  std::shared_ptr<const WordNet> wordnet_;
};

TEST_F(SynsetWalkTest, BeginsWithTheSensesOfAWord) {
  const std::vector<SynsetStop> stops = Stops("walk", PartOfSpeech::kVerb);
  ASSERT_THAT(stops, SizeIs(1));
  EXPECT_EQ(stops[0].word, 1);
  EXPECT_EQ(stops[0].distance, 0);
  EXPECT_EQ(stops[0].sense, 0);
  ASSERT_THAT(Stops("watercourse"), SizeIs(1));
  EXPECT_EQ(Stops("watercourse")[0].word, 2);
  EXPECT_THAT(Stops("watercourse", PartOfSpeech::kVerb), IsEmpty());
  EXPECT_THAT(Stops("harbour"), IsEmpty());
  EXPECT_THAT(Stops(""), IsEmpty());
  EXPECT_THAT(StopsOf(*wordnet_, "walk", PartOfSpeech::kVerb, 0), IsEmpty());
}

TEST_F(SynsetWalkTest, VisitsTheNearestFirstAndEachOnce) {
  EXPECT_THAT(WalkFrom(Stops("thing"), {Kind::kHyponym}),
              ElementsAre("thing 0", "stream 1", "walker 1", "river 2",
                          "brook 2", "Ohm 3"));
}

TEST_F(SynsetWalkTest, FollowsTheKindsAskedFor) {
  EXPECT_THAT(WalkFrom(Stops("beck"), {Kind::kHypernym}),
              ElementsAre("brook 0", "stream 1", "thing 2"));
  EXPECT_THAT(WalkFrom(Stops("beck"), {}), ElementsAre("brook 0"));
}

TEST_F(SynsetWalkTest, StaysWithinItsBounds) {
  const std::vector<SynsetStop> thing = Stops("thing");
  EXPECT_THAT(WalkFrom(thing, {Kind::kHyponym}, {.distance = 1, .synsets = 9}),
              ElementsAre("thing 0", "stream 1", "walker 1"));
  EXPECT_THAT(WalkFrom(thing, {Kind::kHyponym}, {.distance = 9, .synsets = 2}),
              ElementsAre("thing 0", "stream 1"));
  EXPECT_THAT(WalkFrom(thing, {Kind::kHyponym}, {.distance = 0, .synsets = 9}),
              ElementsAre("thing 0"));
  EXPECT_THAT(WalkFrom(thing, {Kind::kHyponym}, WalkBounds()), IsEmpty());
}

TEST_F(SynsetWalkTest, EndsWhenToldTo) {
  EXPECT_THAT(WalkFrom(Stops("thing"), {Kind::kHyponym}, kFar, 2),
              ElementsAre("thing 0", "stream 1"));
}

TEST_F(SynsetWalkTest, FollowsPointersOfAWordFromThatWord) {
  EXPECT_THAT(WalkFrom(Stops("walker"), {Kind::kDerived}),
              ElementsAre("walker 0", "walk 1"));
  EXPECT_THAT(WalkFrom(Stops("footer"), {Kind::kDerived}),
              ElementsAre("walker 0", "stride 1"));
  std::vector<SynsetStop> all = Stops("walker");
  all[0].word = 0;
  EXPECT_THAT(WalkFrom(all, {Kind::kDerived}),
              ElementsAre("walker 0", "walk 1", "stride 1", "walker 2"));
}

TEST_F(SynsetWalkTest, PassesOverWhatIsNotThere) {
  std::vector<SynsetStop> from = {{{PartOfSpeech::kNoun, 3}, 0, 0, 0}};
  EXPECT_THAT(WalkFrom(from, SynsetPointerKinds::All()), IsEmpty());
  from.push_back(Stops("beck")[0]);
  EXPECT_THAT(WalkFrom(from, {}), ElementsAre("brook 0"));
}

TEST_F(SynsetWalkTest, KeepsTheSenseThatItBeganWith) {
  std::vector<SynsetStop> from = Stops("beck");
  from[0].sense = 4;
  Walk(*wordnet_, from, {Kind::kHypernym}, kFar,
       [](const SynsetStop& stop, const KnownSynset&) {
         EXPECT_EQ(stop.sense, 4);
         return true;
       });
}

}  // namespace
}  // namespace footnote
