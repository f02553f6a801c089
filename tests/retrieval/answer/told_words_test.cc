#include "retrieval/answer/told_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/retrieval/answer/annotated_candidates.h"

namespace footnote {
namespace {

using testing::AnnotatedCandidates;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::PlanFor;
using ::testing::UnorderedElementsAre;

Candidate Sentence(const std::string& text) {
  return AnnotatedCandidates(PlanFor("Who sold the mill?"), text).at(0);
}

std::vector<std::string> TermsOf(const ToldWords& words) {
  std::vector<std::string> terms;
  for (const ToldWord& word : words.words()) terms.emplace_back(word.term);
  return terms;
}

TEST(ToldWordsTest, LeavesFunctionWordsAndNamesOut) {
  const Candidate sentence =
      Sentence("On Monday the mayor of Halden sold the mill to the mayor.");
  const ToldWords words(sentence);
  const auto terms = TermsOf(words);
  EXPECT_THAT(terms, ::testing::IsSupersetOf({"mayor", "sold", "mill"}));
  EXPECT_EQ(std::count(terms.begin(), terms.end(), "mayor"), 1);
  EXPECT_EQ(std::count(terms.begin(), terms.end(), "the"), 0);
  EXPECT_EQ(std::count(terms.begin(), terms.end(), "halden"), 0);
}

TEST(ToldWordsTest, KeepsTheFirstPlaceOfAWord) {
  const std::string text = "The old mill was a mill by the sea.";
  const Candidate sentence = Sentence(text);
  const ToldWords words(sentence);
  for (const ToldWord& word : words.words()) {
    EXPECT_EQ(text.find(std::string(Slice(text, word.range))),
              word.range.begin);
  }
}

TEST(ToldWordsTest, TellsWhatIsDenied) {
  const Candidate sentence =
      Sentence("The council did not sell the mill, and closed the pier.");
  ToldWords words(sentence);
  for (size_t i = 0; i < words.words().size(); ++i) {
    for (int again = 0; again < 2; ++again) {
      EXPECT_EQ(words.Denies(i),
                PolarityAt(sentence.text, words.words()[i].range) ==
                    Polarity::kDenied)
          << words.words()[i].term;
    }
  }
}

TEST(ToldWordsTest, ReadsFigures) {
  const Candidate sentence = Sentence("In 1951 they sold 1,200 of 35.5 tons.");
  ToldWords words(sentence);
  EXPECT_THAT(words.Figures(), ElementsAre("1200", "1951", "35", "5"));
  const Candidate none = Sentence("They sold the mill.");
  EXPECT_THAT(ToldWords(none).Figures(), IsEmpty());
}

TEST(SharedWordsTest, FindsThePlacesOfWhatBothSay) {
  const Candidate a = Sentence("The council sold the old mill.");
  const Candidate b = Sentence("An old mill was sold again by farmers.");
  const ToldWords words_a(a);
  const ToldWords words_b(b);
  std::vector<std::string> shared;
  for (const auto& [in_a, in_b] : SharedWords(words_a, words_b)) {
    EXPECT_EQ(words_a.words()[in_a].term, words_b.words()[in_b].term);
    shared.emplace_back(words_a.words()[in_a].term);
  }
  EXPECT_THAT(shared, UnorderedElementsAre("old", "mill", "sold"));
}

TEST(AnyOppositeTest, LooksForOppositesOfWhatTheOtherLacks) {
  const Candidate rises = Sentence("The price of bread will rise.");
  const Candidate falls = Sentence("The price of bread will fall.");
  const Candidate both = Sentence("The price of bread may rise or fall.");
  EXPECT_TRUE(AnyOpposite(ToldWords(rises), ToldWords(falls)));
  EXPECT_FALSE(AnyOpposite(ToldWords(rises), ToldWords(rises)));
  EXPECT_FALSE(AnyOpposite(ToldWords(rises), ToldWords(both)));
}

}  // namespace
}  // namespace footnote
