#include "retrieval/answer/sentence_annotations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr ByteRange kSentence = {10, 20};

TEST(AnnotationsInTest, TakesThePlacesThatBeginInTheSentence) {
  Annotations document;
  for (const uint32_t begin : {4u, 9u, 10u, 19u, 20u}) {
    document.places.push_back({{begin, begin + 1}, begin, true});
    TimeExpression time;
    time.range = {begin, begin + 1};
    document.times.push_back(time);
  }
  const SentenceAnnotations sentence = AnnotationsIn(document, kSentence);
  ASSERT_THAT(sentence.places, SizeIs(2));
  EXPECT_EQ(sentence.places[0].range.begin, 10u);
  EXPECT_EQ(sentence.places[1].range.begin, 19u);
  ASSERT_THAT(sentence.times, SizeIs(2));
  EXPECT_EQ(sentence.times[0].range.begin, 10u);
  EXPECT_EQ(sentence.times[1].range.begin, 19u);
  EXPECT_THAT(AnnotationsIn({}, kSentence).places, IsEmpty());
}

TEST(AnnotationsInTest, TakesTheSpeechesThatReachIntoTheSentence) {
  Annotations document;
  for (const ByteRange content : {ByteRange{0, 10}, ByteRange{5, 11},
                                  ByteRange{12, 30}, ByteRange{20, 30}}) {
    document.speeches.push_back({content, {}, 0, true});
  }
  EXPECT_THAT(AnnotationsIn(document, kSentence).speeches,
              ElementsAre(&document.speeches[1], &document.speeches[2]));
}

TimePeriod Days(const std::string& begin, const std::string& end) {
  return {ParsePeriod(begin)->begin, ParsePeriod(end)->begin};
}

TEST(SpeaksOfTest, AsksForMoreThanHalfOfTheTime) {
  std::vector<TimeExpression> times(2);
  times[1].period = Days("2025-01-01", "2025-01-05");  // Four days.
  SentenceAnnotations sentence;
  sentence.times = times;
  EXPECT_TRUE(SpeaksOf(sentence, Days("2025-01-02", "2025-01-05")));
  EXPECT_FALSE(SpeaksOf(sentence, Days("2025-01-03", "2025-01-09")));
  EXPECT_TRUE(SpeaksOf(sentence, TimePeriod()));
  times.pop_back();  // What is left names no time of the calendar.
  sentence.times = times;
  EXPECT_FALSE(SpeaksOf(sentence, TimePeriod()));
}

class SpeechOfTest : public ::testing::Test {
 protected:
  SpeechOfTest() {
    document_.names = {{"Ida Brandt", "Mayor", NameKind::kPerson},
                       {"Ines Falk", "", NameKind::kPerson}};
  }

  // Adds a speech of name `name`, in order of place.
  void Add(ByteRange content, uint32_t name, bool is_direct) {
    document_.speeches.push_back({content, {}, name, is_direct});
  }

  // Returns where the speech of `speaker` stands; empty if there is none.
  ByteRange Find(const std::string& speaker) const {
    const Speech* speech = SpeechOf(
        speaker, AnnotationsIn(document_, kSentence), document_, kSentence);
    return speech == nullptr ? ByteRange() : speech->content;
  }

  Annotations document_;
};

TEST_F(SpeechOfTest, PrefersWhatIsQuotedThenWhatIsLonger) {
  Add({10, 18}, 0, false);
  Add({11, 12}, 1, true);
  Add({12, 14}, 0, true);
  Add({14, 17}, 1, true);
  EXPECT_EQ(Find(""), (ByteRange{14, 17}));
  EXPECT_EQ(Find("Brandt"), (ByteRange{12, 14}));
  EXPECT_EQ(Find("the mayor"), (ByteRange{12, 14}));
  EXPECT_EQ(Find("Ida Falk"), ByteRange());
}

TEST_F(SpeechOfTest, MeasuresOnlyWhatStandsInTheSentence) {
  Add({0, 12}, 0, true);
  Add({12, 16}, 1, true);
  Add({16, 90}, 0, true);
  EXPECT_EQ(Find(""), (ByteRange{12, 16}));
  EXPECT_EQ(Find("Ida Brandt"), (ByteRange{16, 90}));
}

TEST_F(SpeechOfTest, FindsNothingWhereNobodySpeaks) {
  EXPECT_EQ(Find(""), ByteRange());
}

}  // namespace
}  // namespace footnote
