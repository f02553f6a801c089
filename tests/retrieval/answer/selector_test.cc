#include "retrieval/answer/selector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/retrieval/answer/candidates.h"
#include "tests/testing/status_matchers.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<ScoredCandidate> Scored(const std::vector<double>& scores) {
  std::vector<ScoredCandidate> scored;
  for (const double score : scores) scored.push_back({score, std::nullopt});
  return scored;
}

std::vector<size_t> Select(const std::vector<std::string>& sentences,
                           const std::vector<double>& scores,
                           size_t max_sentences) {
  const QueryPlan plan = Plan("Japan alliance", StopWords::kDrop);
  std::vector<Candidate> candidates;
  for (const std::string& sentence : sentences) {
    candidates.push_back(testing::MakeCandidate(plan, sentence));
  }
  const auto selection = SelectSentences(
      candidates, Scored(scores), {max_sentences, 0, 0}, Deadline::Infinite());
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

TEST(SelectSentencesTest, TellsTheTestThatEachFailed) {
  const QueryPlan plan = Plan("Japan alliance", StopWords::kDrop);
  std::vector<Candidate> candidates;
  for (const char* sentence :
       {"Japan renewed the alliance in Washington on Friday.", "It rained.",
        "Japan renewed the alliance on Friday in Washington.",
        "The alliance has critics.", "Japan is an island."}) {
    candidates.push_back(testing::MakeCandidate(plan, sentence));
  }
  std::vector<ScoredCandidate> scored = Scored({5, 4, 3, 2, 1});
  scored[1].failed = RejectionReason::kNoMatch;
  auto told =
      SelectSentences(candidates, scored, {2, 0, 10}, Deadline::Infinite());
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
      SelectSentences(candidates, scored, {2, 0, 1}, Deadline::Infinite());
  ASSERT_OK(one);
  EXPECT_EQ(one->rejected.size(), 1u);
}

TEST(SelectSentencesTest, LeavesOutWhatFailsACondition) {
  const QueryPlan plan = Plan("Japan alliance", StopWords::kDrop);
  std::vector<Candidate> candidates;
  for (const char* sentence : {"Japan is an island.", "Japan again."}) {
    candidates.push_back(testing::MakeCandidate(plan, sentence));
  }
  const auto selection = SelectSentences(
      candidates, {{2, RejectionReason::kOtherSpeaker}, {1, std::nullopt}},
      {2, 0, 10}, Deadline::Infinite());
  ASSERT_OK(selection);
  ASSERT_EQ(selection->chosen.size(), 1u);
  EXPECT_EQ(selection->chosen[0].candidate, 1u);
  ASSERT_EQ(selection->rejected.size(), 1u);
  EXPECT_EQ(selection->rejected[0].reason, RejectionReason::kOtherSpeaker);
}

// Which of five sentences were chosen and rejected, where those at `unlikely`
// are so and the first fails a condition.
void ExpectUnlikelyLeftOut(const std::set<size_t>& unlikely,
                           const std::vector<size_t>& wanted) {
  const QueryPlan plan = Plan("Japan alliance", StopWords::kDrop);
  std::vector<Candidate> candidates;
  for (const char* sentence :
       {"Japan is an island.", "It rained.", "The alliance holds.",
        "Japan waits.", "The alliance has critics."}) {
    candidates.push_back(testing::MakeCandidate(plan, sentence));
  }
  std::vector<ScoredCandidate> scored = Scored({5, 4, 3, 2, 1});
  scored[0].failed = RejectionReason::kOtherSpeaker;
  scored[1].failed = RejectionReason::kNoMatch;
  for (const size_t i : unlikely) scored[i].is_unlikely = true;
  const auto selection =
      SelectSentences(candidates, scored, {3, 0, 10}, Deadline::Infinite());
  ASSERT_OK(selection);
  std::vector<size_t> chosen;
  for (const ScoredSentence& sentence : selection->chosen) {
    chosen.push_back(sentence.candidate);
  }
  EXPECT_EQ(chosen, wanted);
  std::map<size_t, RejectionReason> rejected = {
      {0, RejectionReason::kOtherSpeaker}, {1, RejectionReason::kNoMatch}};
  for (const size_t i : unlikely) {
    if (i > 1 && i != wanted.front()) rejected[i] = RejectionReason::kUnlikely;
  }
  std::map<size_t, RejectionReason> told;
  for (const RejectedCandidate& r : selection->rejected) {
    told[r.candidate] = r.reason;
  }
  EXPECT_EQ(told, rejected);
}

TEST(SelectSentencesTest, TakesWhatIsUnlikelyOnlyIfNothingIsBetter) {
  ExpectUnlikelyLeftOut({}, {2, 3, 4});
  ExpectUnlikelyLeftOut({4}, {2, 3});
  ExpectUnlikelyLeftOut({3}, {2, 4});
  ExpectUnlikelyLeftOut({3, 4}, {2});
  // The best of them, and those that fail or do not match stay out.
  ExpectUnlikelyLeftOut({0, 1, 2, 3, 4}, {2});
}

TEST(SelectSentencesTest, TakesSoManyOfADocumentAndNoMore) {
  const QueryPlan plan = Plan("Japan alliance", StopWords::kDrop);
  auto one = std::make_shared<DocumentRecord>();
  one->number = 1;
  auto other = std::make_shared<DocumentRecord>();
  other->number = 2;
  std::vector<Candidate> candidates;
  for (const char* sentence :
       {"Japan is an island.", "The alliance holds.", "Japan waits."}) {
    candidates.push_back(testing::MakeCandidate(plan, sentence));
    candidates.back().document = candidates.size() < 3 ? one : other;
  }
  const auto selection = SelectSentences(candidates, Scored({3, 2, 1}),
                                         {3, 1, 10}, Deadline::Infinite());
  ASSERT_OK(selection);
  ASSERT_EQ(selection->chosen.size(), 2u);
  EXPECT_EQ(selection->chosen[1].candidate, 2u);
  ASSERT_EQ(selection->rejected.size(), 1u);
  EXPECT_EQ(selection->rejected[0].reason,
            RejectionReason::kMaxSentencesPerDocument);
}

}  // namespace
}  // namespace footnote
