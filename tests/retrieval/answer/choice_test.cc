// Which sentences come, and in what order, as questions bring it out.

#include "retrieval/answer/choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tests/retrieval/answer/asked_corpus.h"

namespace footnote {
namespace {

using testing::Best;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAreArray;

class ChoiceTest : public testing::AskedCorpus {
 protected:
  // Returns the ids of the documents that the sentences are of, in order.
  static std::vector<std::string> IdsOf(const Answer& answer) {
    std::vector<std::string> ids;
    for (const CitedSentence& sentence : answer.sentences) {
      ids.push_back(sentence.citation.document_id);
    }
    return ids;
  }
};

TEST_F(ChoiceTest, MakesATimeline) {
  Import("undated", "Workers saw the pier sway badly.");
  Import("published", "The pier, old as it is, leaks.", "2030-06-01");
  Import("late", "Ines Falk sold the pier on March 3, 2031.", "2031-05-20");
  Import("early", "Ida Brandt built the pier in 1871.", "2031-05-22");
  AskOptions options = Best();
  const Answer best_first = Ask(Asking("What of the pier?"), options);
  options.order = SentenceOrder::kTime;
  const Answer timeline = Ask(Asking("What of the pier?"), options);
  EXPECT_THAT(IdsOf(timeline),
              ElementsAre("early", "published", "late", "undated"));
  EXPECT_THAT(IdsOf(best_first), UnorderedElementsAreArray(IdsOf(timeline)));
  EXPECT_EQ(timeline.confidence, best_first.confidence);
  ASSERT_TRUE(timeline.sentences[0].time.has_value());
  EXPECT_EQ(timeline.sentences[0].time->value, "1871");
  EXPECT_FALSE(timeline.sentences[0].time->is_publication);
  EXPECT_EQ(timeline.sentences[1].time->value, "2030-06-01");
  EXPECT_TRUE(timeline.sentences[1].time->is_publication);
  EXPECT_FALSE(timeline.sentences[3].time.has_value());
}

TEST_F(ChoiceTest, OrdersOnlyWhatWouldComeAnyhow) {
  Import("best", "The pier of Halden leaks.", "2031-01-01");
  Import("old", "A pier was built in 1871, far away from where people lived.");
  AskOptions options = Best(1);
  options.order = SentenceOrder::kTime;
  EXPECT_THAT(IdsOf(Ask(Asking("Does the pier of Halden leak?"), options)),
              ElementsAre("best"));
}

TEST_F(ChoiceTest, TakesSoManyOfADocument) {
  Import("many",
         "The pier leaks. Falk sold the pier. Nobody painted the pier.");
  Import("one", "Ice bent the pier.");
  AskOptions options = Best();
  options.include_rejected = true;
  for (const auto& [most, wanted] :
       std::map<int, size_t>{{0, 4}, {1, 2}, {2, 3}, {3, 4}, {4, 4}}) {
    SCOPED_TRACE(absl::StrCat("at most ", most));
    options.max_sentences_per_document = most;
    const Answer answer = Ask(Asking("What of the pier?"), options);
    EXPECT_EQ(answer.sentences.size(), wanted);
    const auto left_out = std::count_if(
        answer.rejected.begin(), answer.rejected.end(),
        [](const RejectedSentence& rejected) {
          return rejected.reason == RejectionReason::kMaxSentencesPerDocument;
        });
    EXPECT_EQ(static_cast<size_t>(left_out), 4 - wanted);
  }
}

TEST_F(ChoiceTest, TellsWhichTestASentenceFailed) {
  Import("pier",
         "The pier leaks badly every winter. Rain fell. Falk sold the pier.");
  Import("copy", "The pier leaks badly every winter. It snowed.");
  AskOptions options = Best(1);
  options.include_rejected = true;
  const Answer answer = Ask(Asking("Does the pier leak badly?"), options);
  std::map<std::string, RejectionReason> reasons;
  for (const RejectedSentence& rejected : answer.rejected) {
    reasons[rejected.sentence.text] = rejected.reason;
  }
  EXPECT_EQ(reasons.at("The pier leaks badly every winter."),
            RejectionReason::kNearDuplicate);
  EXPECT_EQ(reasons.at("Falk sold the pier."), RejectionReason::kMaxSentences);
  EXPECT_EQ(reasons.at("Rain fell."), RejectionReason::kNoMatch);
}

TEST_F(ChoiceTest, TellsWhoElseSaysSo) {
  const std::string sank = "The storm sank 14 boats in the harbour of Halden.";
  Import("a", sank + " Bread got dearer.", "2031-05-20", "Gazette");
  Import("b", sank + " Nobody was hurt.", "2031-05-20", "Post");
  Import("c", "In Halden's harbour 14 boats sank in the storm, owners reckon.",
         "2031-05-21", "Observer");
  const Answer answer =
      Ask(Asking("How many boats did the storm sink in Halden?"), Best(1));
  ASSERT_EQ(answer.sentences.size(), 1u);
  const CitedSentence& sentence = answer.sentences[0];
  EXPECT_EQ(sentence.independent_sources, 2u);
  ASSERT_EQ(sentence.corroborations.size(), 2u);
  EXPECT_FALSE(sentence.corroborations[0].is_copy);
  EXPECT_TRUE(sentence.corroborations[1].is_copy);
  for (const Corroboration& corroboration : sentence.corroborations) {
    EXPECT_NE(corroboration.citation.document_id,
              sentence.citation.document_id);
    EXPECT_FALSE(corroboration.citation.sha256.empty());
  }
}

TEST_F(ChoiceTest, TellsOfTenThatSaySoAndCountsThemAll) {
  for (int i = 0; i < 13; ++i) {
    Import(absl::StrCat("d", i),
           absl::StrCat("The storm sank 14 boats in the harbour of Halden. ",
                        "Report ", i, " ends."));
  }
  const Answer answer =
      Ask(Asking("How many boats did the storm sink in Halden?"), Best(1));
  ASSERT_EQ(answer.sentences.size(), 1u);
  EXPECT_EQ(answer.sentences[0].corroborations.size(), kMaxCorroborations);
  EXPECT_EQ(answer.sentences[0].independent_sources, 1u);
}

TEST_F(ChoiceTest, ShowsNoConflictWithoutAnAnswer) {
  Import("a", "The ferry Kestrel carried 120 passengers.", "2031-05-20");
  Import("b", "The ferry Kestrel carried 95 passengers.", "2031-05-21");
  const Question question =
      Asking("How many passengers did the ferry Kestrel carry?");
  EXPECT_EQ(Ask(question).conflicts.size(), 1u);
  AskOptions options = Best();
  options.min_confidence = 1;
  const Answer unsure = Ask(question, options);
  EXPECT_THAT(unsure.sentences, IsEmpty());
  EXPECT_THAT(unsure.conflicts, IsEmpty());
}

// Returns a model of two scores: the logarithm of the odds is `low` for a
// sentence of which `feature` is up to a half, else 1. The decision goes by it.
std::shared_ptr<const LearnedModel> SmallModel(
    const std::string& feature = "coverage", float low = -5) {
  const auto split = [](float threshold, float left, float right) {
    return TreeEnsemble::Create({{{0, threshold, 1, 2, 0, 0},
                                  {TreeNode::kLeaf, 0, 0, 0, left, 1},
                                  {TreeNode::kLeaf, 0, 0, 0, right, 1}}},
                                1);
  };
  RankingModelParts parts;
  parts.origin.created = "2031-05-20";
  parts.origin.command = "test";
  parts.ranker = {{feature}, *split(0.5, low, 1)};
  parts.decision = {{"passage_answers"}, *split(0.5, 0, 1)};
  parts.calibration = *Calibration::Create({{0, 0.25}, {1, 0.75}});
  parts.min_confidence = 0.5;
  auto model = LearnedModel::Create(*RankingModel::Create(parts), nullptr);
  EXPECT_OK(model);
  return std::make_shared<const LearnedModel>(*std::move(model));
}

// Asks for as many as there are, but the unlikely.
AskOptions Likely() {
  AskOptions options = Best();
  options.min_confidence = 0.01;
  return options;
}

class LearnedChoiceTest : public ChoiceTest {
 protected:
  void SetUp() override {
    Open(SmallModel());
    Import("full", "The pier of Halden leaks badly.");
    Import("half", "A pier was built far away from here.");
    Import("other", "In Halden, boats sank.");
  }
};

TEST_F(LearnedChoiceTest, LeavesOutWhatIsUnlikelyBesideABetterOne) {
  AskOptions options = Likely();
  options.include_rejected = true;
  options.explain = true;
  const Answer answer = Ask(Asking("Does the pier of Halden leak?"), options);
  EXPECT_THAT(IdsOf(answer), ElementsAre("full"));
  EXPECT_TRUE(answer.is_probability);
  EXPECT_EQ(answer.confidence, 0.75);
  EXPECT_EQ(answer.band, ConfidenceBand::kHigh);
  // The least score there is counts as 0.
  EXPECT_EQ(answer.sentences[0].score, 6);
  const auto& shares = answer.sentences[0].explanation->features;
  ASSERT_EQ(shares.size(), 2u);
  EXPECT_EQ(shares[0].feature, "base");
  EXPECT_EQ(shares[0].contribution, 3);
  EXPECT_EQ(shares[1].feature, "coverage");
  EXPECT_EQ(shares[1].contribution, 3);
  ASSERT_EQ(answer.rejected.size(), 2u);
  for (const RejectedSentence& rejected : answer.rejected) {
    EXPECT_EQ(rejected.reason, RejectionReason::kUnlikely);
    EXPECT_EQ(rejected.confidence, 0.25);
    EXPECT_EQ(rejected.sentence.score, 0);
  }
}

TEST_F(LearnedChoiceTest, AnswersFromTheModelsThresholdOn) {
  const Question question = Asking("When did Narvik build a wooden pier?");
  const Answer unlikely = Ask(question, AskOptions());
  EXPECT_THAT(unlikely.sentences, IsEmpty());
  EXPECT_EQ(unlikely.confidence, 0.25);
  EXPECT_EQ(unlikely.reasons.front(), NotAnsweredReason::kLowConfidence);
  // One is taken although it is unlikely: there is nothing better.
  EXPECT_EQ(Ask(question, Likely()).sentences.size(), 1u);
  // All are, if nothing is asked of how sure the answer is.
  EXPECT_EQ(Ask(question, Best()).sentences.size(), 2u);
  const Answer sure =
      Ask(Asking("Does the pier of Halden leak?"), AskOptions());
  EXPECT_EQ(sure.sentences.size(), 1u);
}

TEST_F(LearnedChoiceTest, JudgesWhatHoldsNoWordOfTheQuestionByItsContext) {
  Import("two", "The pier of Vik leaks badly. Workers close holes by night.");
  const Question question = Asking("Does the pier of Vik leak?");
  const std::string next = "Workers close holes by night.";
  const auto texts = [](const Answer& answer) {
    std::vector<std::string> cited;
    for (const CitedSentence& sentence : answer.sentences) {
      cited.push_back(sentence.text);
    }
    return cited;
  };
  EXPECT_THAT(texts(Ask(question, Likely())), Not(Contains(next)));
  Open(SmallModel("context_coverage"));
  EXPECT_THAT(texts(Ask(question, Likely())), Contains(next));
  // The fixed weights do not.
  Open(nullptr);
  EXPECT_THAT(texts(Ask(question, Likely())), Not(Contains(next)));
}

TEST_F(LearnedChoiceTest, AsksMoreOfWhatHoldsNoWordOfTheQuestion) {
  Open(SmallModel("coverage", -2));
  Import("two", "The pier of Vik leaks. A pier is wet. Workers close holes.");
  AskOptions options = Likely();
  options.include_rejected = true;
  Question question = Asking("Does the pier of Vik leak?");
  question.filter.document_ids = {"two"};
  const Answer answer = Ask(question, options);
  ASSERT_EQ(answer.sentences.size(), 2u);
  EXPECT_EQ(answer.sentences[1].text, "A pier is wet.");
  ASSERT_EQ(answer.rejected.size(), 1u);
  EXPECT_EQ(answer.rejected[0].sentence.text, "Workers close holes.");
  EXPECT_EQ(answer.rejected[0].reason, RejectionReason::kUnlikely);
}

TEST_F(LearnedChoiceTest, IsNoProbabilityWithoutAModel) {
  Open(nullptr);
  const Answer answer = Ask(Asking("Does the pier of Halden leak?"));
  EXPECT_FALSE(answer.is_probability);
  EXPECT_EQ(answer.sentences.size(), 3u);
}

}  // namespace
}  // namespace footnote
