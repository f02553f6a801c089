#include "bench/quality/figures.h"

#include <gtest/gtest.h>

#include <string>

namespace footnote::bench {
namespace {

JudgedQuestion* Add(const std::string& type, bool answerable,
                    uint32_t right_rank, double confidence, System* system) {
  JudgedQuestion* question = system->add_questions();
  question->set_answer_type(type);
  question->set_answerable(answerable);
  question->set_is_ranked(answerable);
  question->set_right_rank(right_rank);
  if (right_rank > 0) question->set_reciprocal_rank(1.0 / right_rank);
  question->set_confidence(confidence);
  return question;
}

// Four answerable questions, two of which are not answered at the threshold,
// and one other, which is.
System Example() {
  System system;
  system.set_name("footnote");
  system.set_has_confidence(true);
  JudgedQuestion* question = Add("DATE", true, 1, 0.9, &system);
  question->set_answered(true);
  question->set_answered_right(true);
  Add("DATE", true, 2, 0.8, &system)->set_answered(true);
  Add("PERSON", true, 4, 0.3, &system)->set_answered(false);
  Add("PERSON", true, 0, 0.1, &system)->set_answered(false);
  Add("PERSON", false, 0, 0.5, &system)->set_answered(true);
  FillFigures(&system);
  return system;
}

void ExpectFigure(const System& system, const std::string& measure,
                  const std::string& type, double value, uint32_t questions) {
  SCOPED_TRACE(measure + " " + type);
  const Figure* figure = FindFigure(system, measure, type);
  ASSERT_NE(figure, nullptr);
  EXPECT_NEAR(figure->value(), value, 1e-12);
  EXPECT_EQ(figure->questions(), questions);
  EXPECT_LE(figure->low(), figure->value());
  EXPECT_GE(figure->high(), figure->value());
}

TEST(FiguresTest, MeasuresTheOrder) {
  const System system = Example();
  ExpectFigure(system, "p_at_1", "", 1.0 / 4, 4);
  ExpectFigure(system, "r_at_3", "", 2.0 / 4, 4);
  ExpectFigure(system, "r_at_5", "", 3.0 / 4, 4);
  ExpectFigure(system, "mrr", "", (1 + 0.5 + 0.25) / 4, 4);
  ExpectFigure(system, "document_hit_at_1", "", 0, 4);
  ExpectFigure(system, "p_at_1", "DATE", 0.5, 2);
  ExpectFigure(system, "p_at_1", "PERSON", 0, 2);
  EXPECT_EQ(FindFigure(system, "map", ""), nullptr);
  EXPECT_EQ(FindFigure(system, "f1_default", ""), nullptr);
}

TEST(FiguresTest, MeasuresTheConfidence) {
  const System system = Example();
  // .5 lies below two of the four.
  ExpectFigure(system, "auc", "", 2.0 / 4, 5);
  ExpectFigure(system, "aurc", "",
               (0 + 1.0 / 2 + 2.0 / 3 + 3.0 / 4 + 4.0 / 5) / 5, 5);
  ExpectFigure(system, "ece", "", (0.1 + 0.8 + 0.3 + 0.1 + 0.5) / 5, 5);
  EXPECT_EQ(FindFigure(system, "auc", "DATE"), nullptr);
}

TEST(FiguresTest, MeasuresTheDecision) {
  const System system = Example();
  ExpectFigure(system, "answered", "", 0.5, 4);
  ExpectFigure(system, "answered_right", "", 0.25, 4);
  ExpectFigure(system, "silent", "", 0, 1);
  // Two of three that are answered are answerable, of four.
  const double precision = 2.0 / 3;
  const double recall = 2.0 / 4;
  ExpectFigure(system, "decision_f1", "",
               2 * precision * recall / (precision + recall), 5);
}

TEST(FiguresTest, MeasuresWholeAnswersByQuestion) {
  System system;
  JudgedQuestion* question = Add("OTHER", true, 1, 1, &system);
  question->mutable_default_overlap()->set_precision(0.5);
  question->mutable_default_overlap()->set_recall(1);
  question->mutable_four_overlap()->set_precision(1);
  question->mutable_four_overlap()->set_recall(1);
  question = Add("OTHER", true, 1, 1, &system);
  question->mutable_given_overlap()->set_precision(1);
  question->mutable_default_overlap();
  question->mutable_four_overlap();
  Add("OTHER", false, 0, 0, &system);
  FillFigures(&system);
  ExpectFigure(system, "f1_default", "", (2.0 / 3 + 0) / 2, 2);
  ExpectFigure(system, "f1_four", "", 0.5, 2);
  ExpectFigure(system, "f1_given", "", 0, 2);
}

TEST(FiguresTest, AsksNoConfidenceOfWhoHasNone) {
  System system = Example();
  system.set_has_confidence(false);
  FillFigures(&system);
  EXPECT_EQ(FindFigure(system, "ece", ""), nullptr);
  EXPECT_EQ(FindFigure(system, "silent", ""), nullptr);
  EXPECT_NE(FindFigure(system, "auc", ""), nullptr);
}

TEST(FiguresTest, CountsCandidatesWithRightAndWrongOnes) {
  System system;
  Add("OTHER", true, 1, 1, &system)->set_average_precision(0.75);
  JudgedQuestion* question = Add("OTHER", true, 1, 1, &system);
  question->set_average_precision(1);
  question->set_is_ranked(false);
  FillFigures(&system);
  ExpectFigure(system, "map", "", 0.75, 1);
}

}  // namespace
}  // namespace footnote::bench
