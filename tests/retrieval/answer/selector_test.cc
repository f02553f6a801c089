#include "retrieval/answer/selector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/retrieval/answer/candidates.h"
#include "tests/testing/status_matchers.h"

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
  const auto selection = SelectSentences(candidates, scores, max_sentences, 0,
                                         Deadline::Infinite());
  EXPECT_OK(selection);
  std::vector<size_t> selected;
  for (const ScoredSentence& sentence : selection->chosen) {
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

TEST(SelectSentencesTest, TellsTheTestThatEachFailed) {
  const QueryPlan plan = Plan("Japan alliance", StopWords::kDrop);
  std::vector<Candidate> candidates;
  for (const char* sentence :
       {"Japan renewed the alliance in Washington on Friday.", "It rained.",
        "Japan renewed the alliance on Friday in Washington.",
        "The alliance has critics.", "Japan is an island."}) {
    candidates.push_back(testing::MakeCandidate(plan, sentence));
  }
  const std::vector<double> scores = {5, 4, 3, 2, 1};
  auto told = SelectSentences(candidates, scores, 2, 10, Deadline::Infinite());
  ASSERT_OK(told);
  Selection selection = *std::move(told);
  EXPECT_EQ(selection.chosen.size(), 2u);
  std::vector<std::pair<size_t, RejectionReason>> rejected;
  const auto collect = [&] {
    rejected.clear();
    for (const RejectedCandidate& r : selection.rejected) {
      rejected.emplace_back(r.candidate, r.reason);
    }
  };
  collect();
  EXPECT_THAT(rejected,
              ElementsAre(std::pair(1, RejectionReason::kNoMatch),
                          std::pair(2, RejectionReason::kNearDuplicate),
                          std::pair(4, RejectionReason::kMaxSentences)));
  selection.RejectChosen(3);
  collect();
  EXPECT_THAT(selection.chosen, IsEmpty());
  EXPECT_THAT(rejected,
              ElementsAre(std::pair(0, RejectionReason::kLowConfidence),
                          std::pair(1, RejectionReason::kNoMatch),
                          std::pair(2, RejectionReason::kNearDuplicate)));
  const auto one =
      SelectSentences(candidates, scores, 2, 1, Deadline::Infinite());
  ASSERT_OK(one);
  EXPECT_EQ(one->rejected.size(), 1u);
}

}  // namespace
}  // namespace footnote
