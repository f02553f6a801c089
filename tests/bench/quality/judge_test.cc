#include "bench/quality/judge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace footnote::bench {
namespace {

// The sentence of ten code points that begins at `begin`.
CitedSentence Sentence(const std::string& document, uint32_t begin = 0) {
  CitedSentence sentence;
  sentence.citation.document_id = document;
  sentence.citation.span.begin_code_point = begin;
  sentence.citation.span.end_code_point = begin + 10;
  return sentence;
}

LabelledQuestion SpanQuestion() {
  LabelledQuestion question;
  question.id = "q";
  question.gold_documents = {"gold"};
  question.spans = {{22, 25}};
  return question;
}

TEST(JudgeTest, RanksTheFirstRightSentence) {
  Reply reply;
  reply.sentences = {Sentence("gold", 0), Sentence("other", 20),
                     Sentence("gold", 20)};
  reply.confidence = 0.4;
  reply.answer_type = "DATE";
  const JudgedQuestion judged = Judge(SpanQuestion(), reply);
  EXPECT_EQ(judged.id(), "q");
  EXPECT_EQ(judged.answer_type(), "DATE");
  EXPECT_TRUE(judged.answerable());
  EXPECT_TRUE(judged.is_ranked());
  EXPECT_EQ(judged.right_rank(), 3u);
  EXPECT_TRUE(judged.right_document());
  EXPECT_DOUBLE_EQ(judged.reciprocal_rank(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(judged.confidence(), 0.4);
  EXPECT_FALSE(judged.has_average_precision());
  EXPECT_FALSE(judged.has_answered());
  EXPECT_FALSE(judged.has_default_overlap());
}

TEST(JudgeTest, CountsTenSentences) {
  for (const size_t before : {9u, 10u}) {
    Reply reply;
    reply.sentences.assign(before, Sentence("other"));
    reply.sentences.push_back(Sentence("gold", 20));
    EXPECT_EQ(Judge(SpanQuestion(), reply).right_rank(),
              before == 9 ? 10u : 0u);
  }
}

TEST(JudgeTest, TakesNothingForWrong) {
  Reply reply;
  reply.decision = Sentences();
  const JudgedQuestion judged = Judge(SpanQuestion(), reply);
  EXPECT_EQ(judged.right_rank(), 0u);
  EXPECT_EQ(judged.reciprocal_rank(), 0);
  EXPECT_FALSE(judged.right_document());
  EXPECT_TRUE(judged.has_answered());
  EXPECT_FALSE(judged.answered());
  EXPECT_FALSE(judged.answered_right());
}

TEST(JudgeTest, JudgesADecisionByItsFirstSentence) {
  Reply reply;
  reply.decision = {Sentence("gold", 20)};
  EXPECT_TRUE(Judge(SpanQuestion(), reply).answered_right());
  reply.decision = {Sentence("gold", 0), Sentence("gold", 20)};
  EXPECT_TRUE(Judge(SpanQuestion(), reply).answered());
  EXPECT_FALSE(Judge(SpanQuestion(), reply).answered_right());
}

LabelledQuestion CandidateQuestion(
    const std::vector<LabelledCandidate>& candidates) {
  LabelledQuestion question;
  question.id = "q";
  question.candidates = candidates;
  for (const LabelledCandidate& candidate : candidates) {
    if (candidate.is_right) {
      question.gold_documents.push_back(candidate.document_id);
    }
  }
  question.answerable = !question.gold_documents.empty();
  return question;
}

TEST(JudgeTest, RanksCandidatesByTheirFirstSentence) {
  const auto question =
      CandidateQuestion({{"a", true}, {"b", false}, {"c", true}});
  Reply reply;
  reply.sentences = {Sentence("b"), Sentence("b", 20), Sentence("c"),
                     Sentence("a"), Sentence("c", 20)};
  const JudgedQuestion judged = Judge(question, reply);
  EXPECT_TRUE(judged.is_ranked());
  EXPECT_EQ(judged.right_rank(), 3u);
  EXPECT_DOUBLE_EQ(judged.reciprocal_rank(), 1.0 / 2);
  EXPECT_DOUBLE_EQ(judged.average_precision(), (1.0 / 2 + 2.0 / 3) / 2);
}

TEST(JudgeTest, PutsWhatIsNotReturnedBehind) {
  const auto question = CandidateQuestion({{"a", true}, {"b", false}});
  Reply reply;
  reply.sentences = {Sentence("b")};
  EXPECT_DOUBLE_EQ(Judge(question, reply).average_precision(), 0.5);
  reply.sentences = {Sentence("a")};
  EXPECT_DOUBLE_EQ(Judge(question, reply).average_precision(), 1);
}

// A file that names the right ones first gains nothing by it.
TEST(JudgeTest, DoesNotSeeTheOrderInWhichCandidatesAreGiven) {
  std::vector<LabelledCandidate> candidates;
  for (int i = 0; i < 20; ++i) {
    candidates.push_back({"d" + std::to_string(i), i < 3});
  }
  const double forwards =
      Judge(CandidateQuestion(candidates), Reply()).average_precision();
  std::reverse(candidates.begin(), candidates.end());
  EXPECT_DOUBLE_EQ(
      Judge(CandidateQuestion(candidates), Reply()).average_precision(),
      forwards);
  EXPECT_GT(forwards, 0);
  EXPECT_LT(forwards, 1);
}

TEST(JudgeTest, RanksOnlyAmongRightAndWrongOnes) {
  EXPECT_FALSE(Judge(CandidateQuestion({{"a", true}}), Reply()).is_ranked());
  EXPECT_FALSE(Judge(CandidateQuestion({{"a", false}}), Reply()).is_ranked());
  EXPECT_TRUE(Judge(CandidateQuestion({{"a", false}, {"b", true}}), Reply())
                  .is_ranked());
}

TEST(JudgeTest, ComparesAWholeAnswer) {
  LabelledQuestion question;
  question.gold_documents = {"gold"};
  question.gold_sentences = {
      {"gold", 0, 10}, {"gold", 20, 30}, {"gold", 40, 50}};
  Reply reply;
  reply.default_sentences = {Sentence("gold", 5), Sentence("gold", 30),
                             Sentence("other", 0)};
  reply.four_sentences = {Sentence("gold", 5), Sentence("gold", 35)};
  reply.given_sentences = {Sentence("gold", 41)};
  const JudgedQuestion judged = Judge(question, reply);
  EXPECT_DOUBLE_EQ(judged.default_overlap().precision(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(judged.default_overlap().recall(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(judged.four_overlap().precision(), 1);
  EXPECT_DOUBLE_EQ(judged.four_overlap().recall(), 2.0 / 3);
  EXPECT_DOUBLE_EQ(judged.given_overlap().precision(), 1);
  EXPECT_DOUBLE_EQ(judged.given_overlap().recall(), 1.0 / 3);
  EXPECT_DOUBLE_EQ(Judge(question, Reply()).default_overlap().precision(), 0);
}

TEST(JudgeTest, TakesTheFirstFew) {
  const Sentences sentences = {Sentence("a"), Sentence("b")};
  EXPECT_EQ(First(sentences, 1).size(), 1u);
  EXPECT_EQ(First(sentences, 2).size(), 2u);
  EXPECT_EQ(First(sentences, 3).size(), 2u);
}

}  // namespace
}  // namespace footnote::bench
