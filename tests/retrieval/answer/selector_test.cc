#include "retrieval/answer/selector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/retrieval/answer/candidates.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<size_t> Select(const std::vector<std::string>& sentences,
                           const std::vector<double>& scores,
                           int max_sentences) {
  const QueryPlan plan = Plan("Japan alliance", StopWords::kDrop);
  std::vector<Candidate> candidates;
  for (const std::string& sentence : sentences) {
    candidates.push_back(testing::MakeCandidate(plan, sentence));
  }
  std::vector<size_t> selected;
  for (const ScoredSentence& sentence :
       SelectSentences(candidates, scores, max_sentences)) {
    selected.push_back(sentence.candidate);
  }
  return selected;
}

TEST(SelectSentencesTest, TakesTheBestFirst) {
  EXPECT_THAT(Select({"Japan waits.", "The alliance holds.", "Japan again."},
                     {1, 3, 2}, 2),
              ElementsAre(1, 2));
}

TEST(SelectSentencesTest, BreaksTiesByOrder) {
  EXPECT_THAT(Select({"Japan waits.", "The alliance holds."}, {1, 1}, 5),
              ElementsAre(0, 1));
}

TEST(SelectSentencesTest, LeavesNearCopiesOut) {
  EXPECT_THAT(
      Select(
          {"Japan and its ally renewed the alliance in Washington on Friday.",
           "Japan and its ally renewed the alliance on Friday in Washington.",
           "The alliance has critics in Okinawa."},
          {3, 2, 1}, 3),
      ElementsAre(0, 2));
}

TEST(SelectSentencesTest, TakesNothingWithoutATermOfTheQuestion) {
  EXPECT_THAT(Select({"It rained."}, {9}, 3), IsEmpty());
}

}  // namespace
}  // namespace footnote
