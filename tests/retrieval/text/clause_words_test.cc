#include "retrieval/text/clause_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> WordsOf(absl::string_view sentence, ByteRange around,
                                 size_t reach) {
  std::vector<std::string> words;
  for (const ClauseWord& word : ClauseWordsAround(sentence, around, reach)) {
    words.push_back(word.text);
  }
  return words;
}

std::vector<std::string> WordsOf(absl::string_view sentence) {
  return WordsOf(sentence, {0, 0}, sentence.size());
}

TEST(ClauseWordsTest, FoldsWords) {
  EXPECT_THAT(WordsOf("The O\u2019Brien\u2019s 1,200.5 km."),
              ElementsAre("the", "o'brien's", "1,200.5", "km"));
}

TEST(ClauseWordsTest, PartsNotFromItsVerb) {
  EXPECT_THAT(WordsOf("didn\u2019t can't won't cannot isn't"),
              ElementsAre("did", "not", "can", "not", "will", "not", "can",
                          "not", "is", "not"));
}

TEST(ClauseWordsTest, KeepsMarksThatPartClauses) {
  EXPECT_THAT(WordsOf("a, b; c: (d) \u2014 e - f"),
              ElementsAre("a", ",", "b", ";", "c", ":", "(", "d", ")", "-", "e",
                          "-", "f"));
  EXPECT_THAT(WordsOf("\u201Clong-range\u201D"), ElementsAre("long", "range"));
}

TEST(ClauseWordsTest, LooksNoFurtherThanAsked) {
  const absl::string_view sentence = "one two three four five";
  EXPECT_THAT(WordsOf(sentence, {8, 13}, 4),
              ElementsAre("two", "three", "four"));
  EXPECT_THAT(WordsOf(sentence, {8, 13}, 3), ElementsAre("three", "four"));
  EXPECT_THAT(WordsOf(sentence, {8, 13}, 1), ElementsAre("three"));
}

TEST(ClauseWindowTest, BeginsWithAWord) {
  const absl::string_view sentence = "one two three four five";
  EXPECT_EQ(ClauseWindow(sentence, {8, 13}, 3), (ByteRange{8, 16}));
  EXPECT_EQ(ClauseWindow(sentence, {8, 13}, 4), (ByteRange{4, 17}));
  EXPECT_EQ(ClauseWindow(sentence, {9, 13}, 0), (ByteRange{9, 13}));
  EXPECT_EQ(ClauseWindow(sentence, {8, 13}, 99), (ByteRange{0, 23}));
}

TEST(ClauseWordsTest, TellsWhereWordsStand) {
  const auto words = ClauseWordsAround("It isn't.", {0, 0}, 9);
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(words[1].range, (ByteRange{3, 8}));
  EXPECT_EQ(words[2].range, (ByteRange{3, 8}));
}

TEST(ClauseWordsTest, TakesNothing) { EXPECT_THAT(WordsOf(""), IsEmpty()); }

}  // namespace
}  // namespace footnote
