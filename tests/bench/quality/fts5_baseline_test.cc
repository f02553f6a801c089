#include "bench/quality/fts5_baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace footnote::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<Document> Documents() {
  std::vector<Document> documents(4);
  documents[0].id = "harbour";
  documents[0].text = "The harbour is old. Its café sells kippers.";
  documents[1].id = "mill";
  documents[1].text = "The mill ground corn. Nobody lives there.";
  documents[2].id = "tower";
  documents[2].text = "A tower stands above the town.";
  documents[3].id = "bridge";
  documents[3].text = "Kippers are a kind of herring that is smoked.";
  return documents;
}

LabelledQuestion Question(const std::string& text) {
  LabelledQuestion question;
  question.text = text;
  return question;
}

std::vector<std::string> Texts(const Reply& reply) {
  std::vector<std::string> texts;
  for (const auto& sentence : reply.sentences) texts.push_back(sentence.text);
  return texts;
}

TEST(Fts5BaselineTest, RanksSentencesWithAWordOfTheQuestion) {
  const auto replies = AskFts5(
      Documents(), {Question("What does the café's kipper cost?"),
                    Question("\"AND\" (OR* -zeppelins: NEAR"), Question("?!")});
  ASSERT_TRUE(replies.ok()) << replies.status();
  ASSERT_EQ(replies->size(), 3u);
  const Reply& reply = replies->front();
  ASSERT_FALSE(reply.sentences.empty());
  EXPECT_EQ(reply.sentences[0].text, "Its café sells kippers.");
  EXPECT_EQ(reply.sentences[0].citation.document_id, "harbour");
  EXPECT_EQ(reply.sentences[0].citation.span.begin_code_point, 20u);
  EXPECT_EQ(reply.sentences[0].citation.span.end_code_point, 43u);
  EXPECT_GT(reply.confidence, 0);
  EXPECT_EQ(reply.confidence, reply.sentences[0].score);
  EXPECT_GE(reply.sentences[0].score, reply.sentences[1].score);
  EXPECT_FALSE(reply.decision.has_value());
  EXPECT_THAT(Texts(replies->at(1)), IsEmpty());
  EXPECT_THAT(Texts(replies->at(2)), IsEmpty());
  EXPECT_EQ(replies->at(2).confidence, 0);
}

TEST(Fts5BaselineTest, RanksOnlyTheCandidates) {
  LabelledQuestion question = Question("Who sells kippers?");
  question.candidates = {{"bridge", true}, {"mill", false}, {"gone", false}};
  const auto replies = AskFts5(Documents(), {question});
  ASSERT_TRUE(replies.ok()) << replies.status();
  EXPECT_THAT(Texts(replies->front()),
              ElementsAre("Kippers are a kind of herring that is smoked."));
}

}  // namespace
}  // namespace footnote::bench
