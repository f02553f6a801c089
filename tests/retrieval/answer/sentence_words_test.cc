#include "retrieval/answer/sentence_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/retrieval/answer/annotated_candidates.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::MakeCandidate;
using testing::PlanFor;

TEST(ReadSentenceWordsTest, ClassifiesEachTerm) {
  const QueryPlan plan = PlanFor("Did Ida sell 14 boats?");
  EXPECT_THAT(ReadSentenceWords(
                  MakeCandidate(plan,
                                "The Falks of \u00C5re and Ida sold three old "
                                "boats, 14 in all."))
                  .classes,
              ElementsAre(kFunctionWord, kCapitalWord, kFunctionWord,
                          kCapitalWord, kFunctionWord,
                          kCapitalWord | kQuestionWord, 0, kNumberWordClass, 0,
                          kQuestionWord, kNumberWordClass | kQuestionWord,
                          kFunctionWord, kFunctionWord));
}

TEST(ReadSentenceWordsTest, KnowsTimesOfALaterSentence) {
  const QueryPlan plan = PlanFor("Who sold the pier?");
  const auto candidates = testing::AnnotatedCandidates(
      plan, "Rain fell on Friday. Ida sold piers on March 3, 2030 twice.");
  ASSERT_EQ(candidates.size(), 2u);
  EXPECT_THAT(
      ReadSentenceWords(candidates[1]).classes,
      ElementsAre(kCapitalWord, kQuestionWord, kQuestionWord, kFunctionWord,
                  kCapitalWord | kTimeWord, kNumberWordClass | kTimeWord,
                  kNumberWordClass | kTimeWord, 0));
}

TEST(ReadSentenceWordsTest, TakesLongWords) {
  const QueryPlan plan = PlanFor("pier");
  EXPECT_THAT(
      ReadSentenceWords(MakeCandidate(plan, "Counterrevolutionaries " +
                                                std::string(40, 'x') + "1"))
          .classes,
      ElementsAre(kCapitalWord, kNumberWordClass));
  EXPECT_THAT(ReadSentenceWords(MakeCandidate(plan, "...")).classes, IsEmpty());
}

TEST(ReadSentenceWordsTest, CountsWhatIsNew) {
  const QueryPlan plan = Plan("When did the ferry sink?", StopWords::kDrop);
  const SentenceWords words = ReadSentenceWords(
      MakeCandidate(plan, "Old ferry boats of Halden carried 12 Danes."));
  // "Ferry" is the question's, "of" a function word, and "Old" no name.
  EXPECT_EQ(words.new_all, 6u);
  EXPECT_EQ(words.new_names, 2u);
  EXPECT_EQ(words.new_numbers, 1u);
  EXPECT_EQ(words.new_times, 0u);
  EXPECT_EQ(words.new_others, 2u);
}

TEST(SentenceWordsTest, AsksForAnyOfSeveralClasses) {
  const SentenceWords words = {{kCapitalWord | kTimeWord, 0}};
  EXPECT_TRUE(words.Is(0, kTimeWord));
  EXPECT_TRUE(words.Is(0, kTimeWord | kFunctionWord));
  EXPECT_FALSE(words.Is(0, kQuestionWord | kFunctionWord));
  EXPECT_FALSE(words.Is(1, 0xff));
}

}  // namespace
}  // namespace footnote
