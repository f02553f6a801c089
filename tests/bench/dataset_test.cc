#include "bench/dataset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "absl/strings/str_replace.h"
#include "tests/testing/temporary_directory.h"

namespace footnote::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

// "é" is one code point and two bytes.
constexpr char kCorpus[] =
    R"({"id": "ferry#0", "text": "A café opened . The ferry sails at nine ."})"
    "\n"
    R"({"id": "ferry#1", "text": "It sinks."})"
    "\n";

CitedSentence Sentence(const std::string& document, uint32_t begin,
                       uint32_t end, const std::string& text = "") {
  CitedSentence sentence;
  sentence.text = text;
  sentence.citation.document_id = document;
  sentence.citation.span.begin_code_point = begin;
  sentence.citation.span.end_code_point = end;
  return sentence;
}

class DatasetTest : public ::testing::Test {
 protected:
  LabelledQuestion Read(const std::string& question) {
    Write("corpus.jsonl", kCorpus);
    Write("queries.jsonl", absl::StrReplaceAll(question, {{"\n", " "}}) + "\n");
    const auto dataset = ReadDataset(directory_.path(), "queries.jsonl");
    EXPECT_TRUE(dataset.ok()) << dataset.status();
    return dataset->questions.at(0);
  }

  void Write(const std::string& name, const std::string& text) {
    std::ofstream(directory_.File(name)) << text;
  }

  testing::TemporaryDirectory directory_;
};

TEST_F(DatasetTest, ReadsCandidatesOnce) {
  const LabelledQuestion question = Read(
      R"({"id": "1", "question": "When?", "near_docs": ["ferry#1"],
          "candidates": [{"sentence": "a", "label": 0},
                         {"sentence": "b", "label": 1},
                         {"sentence": "b", "label": 0}]})");
  ASSERT_THAT(question.candidates, SizeIs(2));
  EXPECT_EQ(question.candidates[0].document_id, "a");
  EXPECT_FALSE(question.candidates[0].is_right);
  EXPECT_EQ(question.candidates[1].document_id, "b");
  EXPECT_TRUE(question.candidates[1].is_right);
  EXPECT_THAT(question.near_documents, ElementsAre("ferry#1"));
  EXPECT_TRUE(question.answerable);
}

TEST_F(DatasetTest, TakesWrongCandidatesForNoAnswer) {
  EXPECT_FALSE(
      Read(R"({"question": "When?", "candidates": [{"sentence": "a"}]})")
          .answerable);
}

TEST_F(DatasetTest, NamesAQuestionByItselfIfNothingElseDoes) {
  EXPECT_EQ(Read(R"({"question": "When?"})").id, "When?");
}

TEST_F(DatasetTest, FindsGoldSentencesWhateverTheirWhiteSpace) {
  const LabelledQuestion question = Read(
      R"({"question": "When?", "gold_docs": ["ferry#0"],
          "gold_sentences": [["The  ferry sails at nine."],
                             ["The ferry sails at nine .", "A café opened."],
                             ["It is not there."]]})");
  ASSERT_THAT(question.gold_sentences, SizeIs(2));
  const GoldSentence& ferry = question.gold_sentences[0];
  EXPECT_EQ(ferry.document_id, "ferry#0");
  EXPECT_EQ(ferry.begin, 16u);
  EXPECT_EQ(ferry.end, 41u);
  EXPECT_EQ(question.gold_sentences[1].begin, 0u);
  EXPECT_EQ(question.gold_sentences[1].end, 15u);
  EXPECT_TRUE(IsRight(question, Sentence("ferry#0", 40, 41)));
  EXPECT_FALSE(IsRight(question, Sentence("ferry#0", 41, 50)));
  EXPECT_FALSE(IsRight(question, Sentence("ferry#0", 15, 16)));
  EXPECT_FALSE(IsRight(question, Sentence("ferry#1", 16, 41)));
}

TEST_F(DatasetTest, TakesOneListOfGoldSentences) {
  const LabelledQuestion question =
      Read(R"({"question": "When?", "gold_docs": ["ferry#1", "gone"],
               "gold_sentences": ["It sinks."]})");
  ASSERT_THAT(question.gold_sentences, SizeIs(1));
  EXPECT_EQ(question.gold_sentences[0].end, 9u);
}

TEST_F(DatasetTest, TakesAWholeDocumentWhereNothingElseIsKnown) {
  const LabelledQuestion question =
      Read(R"({"question": "When?", "gold_docs": ["ferry#1"]})");
  EXPECT_TRUE(IsRight(question, Sentence("ferry#1", 0, 9)));
  EXPECT_FALSE(IsRight(question, Sentence("ferry#0", 0, 9)));
}

TEST_F(DatasetTest, TakesOnlyTheSpansWhereTheyAreKnown) {
  const LabelledQuestion question =
      Read(R"({"question": "When?", "gold_docs": ["ferry#0"],
               "answer_spans": [[35, 39]]})");
  EXPECT_TRUE(IsRight(question, Sentence("ferry#0", 16, 41)));
  EXPECT_FALSE(IsRight(question, Sentence("ferry#0", 0, 15)));
}

TEST_F(DatasetTest, TakesTextsByEitherNameOfTheirDocument) {
  const LabelledQuestion question = Read(R"({"question": "When?",
               "gold": [{"documentId": "ferry#1", "contains": "sinks"},
                        {"doc": "ferry#0", "contains": "nine"}]})");
  EXPECT_TRUE(IsRight(question, Sentence("ferry#1", 0, 9, "It sinks.")));
  EXPECT_TRUE(IsRight(question, Sentence("ferry#0", 16, 41, "at nine .")));
  EXPECT_FALSE(IsRight(question, Sentence("ferry#0", 0, 15, "It sinks.")));
}

}  // namespace
}  // namespace footnote::bench
