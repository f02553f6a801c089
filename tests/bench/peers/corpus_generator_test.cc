#include "bench/peers/corpus_generator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "retrieval/text/terms.h"

namespace footnote::bench {
namespace {

using Words = std::vector<std::string>;
using ::testing::ElementsAre;

std::vector<Words> Passages(uint64_t seed, int count) {
  CorpusGenerator generator(seed);
  std::vector<Words> passages;
  for (int i = 0; i < count; ++i) passages.push_back(generator.NextPassage());
  return passages;
}

// Returns how many different words the first `count` of `passages` have.
size_t Vocabulary(const std::vector<Words>& passages, size_t count) {
  std::set<std::string> words;
  for (size_t i = 0; i < count; ++i) {
    words.insert(passages[i].begin(), passages[i].end());
  }
  return words.size();
}

TEST(WordOfTest, GivesEachNumberAnotherWord) {
  constexpr uint64_t kNumbers = 50'000;
  std::set<std::string> words;
  for (uint64_t i = 0; i < kNumbers; ++i) words.insert(WordOf(i));
  EXPECT_EQ(words.size(), kNumbers);
  EXPECT_EQ(WordOf(0).size(), 3u);
  EXPECT_LT(WordOf(1'000'000'000).size(), 12u);
}

TEST(WordOfTest, GivesTermsOfFootnote) {
  for (uint64_t number = 1; number < 1'000'000'000'000; number *= 3) {
    for (const uint64_t near : {number, number + 1, number + 2}) {
      const std::string word = WordOf(near);
      const std::vector<Term> terms = Tokenize(word);
      ASSERT_EQ(terms.size(), 1u) << word;
      EXPECT_EQ(terms[0].text, word);
    }
  }
}

TEST(CorpusGeneratorTest, MakesTheSameOfTheSameSeed) {
  const std::vector<Words> passages = Passages(7, 100);
  EXPECT_EQ(Passages(7, 100), passages);
  EXPECT_EQ(Passages(7, 10),
            std::vector<Words>(passages.begin(), passages.begin() + 10));
  EXPECT_NE(Passages(8, 10), Passages(7, 10));
}

TEST(CorpusGeneratorTest, MakesPassagesOfSixtyWords) {
  const std::vector<Words> passages = Passages(1, 5'000);
  size_t words = 0;
  for (const Words& passage : passages) words += passage.size();
  EXPECT_NEAR(static_cast<double>(words) / 5'000, 60, 1);
  EXPECT_NE(passages[0].size(), passages[1].size());
}

// The first word is nearly two times as frequent as the fifth, the tenth as
// the twenty-third: (rank + 2.7)^-1.
TEST(CorpusGeneratorTest, FollowsZipfAndMandelbrot) {
  std::map<std::string, double> counts;
  for (const Words& passage : Passages(1, 5'000)) {
    for (const std::string& word : passage) ++counts[word];
  }
  EXPECT_NEAR(counts[WordOf(0)] / counts[WordOf(4)], 7.7 / 3.7, 0.2);
  EXPECT_NEAR(counts[WordOf(9)] / counts[WordOf(22)], 25.7 / 12.7, 0.2);
}

// By Heaps' law with an exponent of some 0.56 to 0.8: ten times the text has
// more than three times the words, but not seven times.
TEST(CorpusGeneratorTest, HasAVocabularyThatGrowsWithTheText) {
  const std::vector<Words> passages = Passages(1, 10'000);
  const size_t few = Vocabulary(passages, 1'000);
  const size_t many = Vocabulary(passages, 10'000);
  EXPECT_GT(many, 3 * few);
  EXPECT_LT(many, 7 * few);
}

// A rare word that a passage has it has again more often than by chance, which
// is far below one in a hundred.
TEST(CorpusGeneratorTest, RepeatsWordsWithinAPassage) {
  int once = 0;
  int again = 0;
  for (const Words& passage : Passages(1, 2'000)) {
    std::map<std::string, int> counts;
    for (const std::string& word : passage) ++counts[word];
    for (const auto& [word, count] : counts) {
      if (word.size() < 5) continue;  // A frequent one.
      ++(count == 1 ? once : again);
    }
  }
  EXPECT_GT(again, once / 20);
}

TEST(DrawQuestionTest, TakesDifferentWordsThatStandTogether) {
  std::mt19937_64 random(1);
  EXPECT_THAT(DrawQuestion({"a", "b", "a", "c"}, 3, random),
              ElementsAre("a", "b", "c"));
  EXPECT_THAT(DrawQuestion({"a", "b", "a"}, 3, random), ElementsAre("a", "b"));
  EXPECT_THAT(DrawQuestion({}, 3, random), ElementsAre());
  const Words passage = Passages(1, 1)[0];
  for (int i = 0; i < 100; ++i) {
    const Words question = DrawQuestion(passage, 7, random);
    EXPECT_EQ(std::set<std::string>(question.begin(), question.end()).size(),
              question.size());
    EXPECT_EQ(question.size(), 7u);
  }
}

}  // namespace
}  // namespace footnote::bench
