#include "retrieval/question/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "retrieval/corpus.h"
#include "retrieval/index/reader.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temporary_directory.h"

namespace footnote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SynonymsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto corpus = Corpus::Open(path_);
    ASSERT_OK(corpus);
    Document document;
    document.id = "a";
    document.text =
        "The Narvik Harbour Authority (NHA) met. It read the Law of Sea "
        "Treaty (LOST).";
    ASSERT_OK((*corpus)->Import({document}, Deadline::Infinite()));
    auto reader = Reader::Open(path_);
    ASSERT_OK(reader);
    reader_ = *std::move(reader);
    ASSERT_OK(reader_->Begin(Deadline::Infinite()));
  }

  QueryPlan PlanFor(const Question& question) {
    auto plan = Plan(question, StopWords::kDrop);
    EXPECT_OK(plan);
    EXPECT_OK(AddSynonyms(question.text, reader_->annotations(), &*plan));
    return *plan;
  }

  QueryPlan PlanFor(const std::string& text) {
    return PlanFor(Question{text, {}});
  }

  static std::vector<std::string> Terms(
      const QueryPlan& plan, const std::vector<uint32_t>& positions) {
    std::vector<std::string> terms;
    for (const uint32_t i : positions) terms.push_back(plan.terms.at(i).term);
    return terms;
  }

  testing::TemporaryDirectory directory_;
  const std::string path_ = directory_.File("corpus.db");
  std::unique_ptr<Reader> reader_;
};

TEST_F(SynonymsTest, AddsTheLongFormOfAnAcronym) {
  const QueryPlan plan = PlanFor("When did the NHA meet?");
  ASSERT_EQ(plan.synonyms.size(), 1u);
  EXPECT_EQ(plan.synonyms[0].words, "NHA");
  EXPECT_EQ(plan.synonyms[0].stands_for, "Narvik Harbour Authority");
  ASSERT_EQ(plan.term_synonyms.size(), 1u);
  EXPECT_THAT(Terms(plan, plan.term_synonyms[0].terms), ElementsAre("nha"));
  EXPECT_THAT(Terms(plan, plan.term_synonyms[0].by),
              ElementsAre("narvik", "harbour", "author"));
  for (const PlannedTerm& term : plan.terms) {
    const bool is_asked = term.term == "nha" || term.term == "meet";
    EXPECT_EQ(term.is_synonym, !is_asked) << term.term;
    EXPECT_EQ(term.word, term.term == "meet" ? "meet" : "NHA");
  }
}

TEST_F(SynonymsTest, AddsTheAcronymOfAName) {
  const QueryPlan plan = PlanFor("When did the Narvik Harbour Authority meet?");
  ASSERT_EQ(plan.synonyms.size(), 1u);
  EXPECT_EQ(plan.synonyms[0].words, "Narvik Harbour Authority");
  EXPECT_EQ(plan.synonyms[0].stands_for, "NHA");
  ASSERT_EQ(plan.term_synonyms.size(), 1u);
  EXPECT_THAT(Terms(plan, plan.term_synonyms[0].terms),
              ElementsAre("narvik", "harbour", "author"));
  EXPECT_THAT(Terms(plan, plan.term_synonyms[0].by), ElementsAre("nha"));
}

TEST_F(SynonymsTest, AddsNoTermTwice) {
  const QueryPlan plan = PlanFor("Is the NHA a harbour authority?");
  std::vector<std::string> terms;
  for (const PlannedTerm& term : plan.terms) terms.push_back(term.term);
  EXPECT_THAT(terms, ElementsAre("nha", "harbour", "author", "narvik"));
  EXPECT_FALSE(plan.terms[1].is_synonym);
  EXPECT_TRUE(plan.terms[3].is_synonym);
}

TEST_F(SynonymsTest, LeavesFunctionWordsOut) {
  const QueryPlan plan = PlanFor("What does LOST say?");
  ASSERT_EQ(plan.term_synonyms.size(), 1u);
  EXPECT_THAT(Terms(plan, plan.term_synonyms[0].by),
              ElementsAre("law", "sea", "treati"));
}

TEST_F(SynonymsTest, AddsFormsToEntities) {
  const QueryPlan inferred = PlanFor("When did the NHA meet?");
  ASSERT_EQ(inferred.entities.size(), 1u);
  EXPECT_THAT(inferred.entities[0].forms,
              ElementsAre("NHA", "Narvik Harbour Authority"));

  Question question{"Who met?", {}};
  question.entities = {"Narvik Harbour Authority", "Ines Falk"};
  const QueryPlan given = PlanFor(question);
  ASSERT_EQ(given.statement.entities.size(), 2u);
  EXPECT_THAT(given.statement.entities[0].forms,
              ElementsAre("Narvik Harbour Authority", "NHA"));
  EXPECT_THAT(given.statement.entities[1].forms, ElementsAre("Ines Falk"));
  // They are conditions, not words to search for.
  EXPECT_THAT(given.synonyms, IsEmpty());
}

TEST_F(SynonymsTest, LeavesWhatNoDocumentDefines) {
  for (const char* text : {"When did the WHO meet?", "When did Ines Falk meet?",
                           "when did the nha meet?", "..."}) {
    SCOPED_TRACE(text);
    const QueryPlan plan = PlanFor(text);
    EXPECT_THAT(plan.synonyms, IsEmpty());
    EXPECT_THAT(plan.term_synonyms, IsEmpty());
  }
}

}  // namespace
}  // namespace footnote
