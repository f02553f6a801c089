#include "retrieval/answer/answer_form.h"

#include <gtest/gtest.h>

#include "tests/retrieval/answer/annotated_candidates.h"

namespace footnote {
namespace {

TEST(HoldsFormTest, LooksForWhatIsAsked) {
  const struct {
    const char* question;
    const char* sentence;
    bool want;
  } kCases[] = {
      {"What is the treaty?", "It binds.", true},
      {"How many ships sailed?", "Three ships sailed.", true},
      {"How many ships sailed?", "The 12 ships sailed.", true},
      {"How many ships sailed?", "The ships sailed.", false},
      {"Who met Ishiba?", "Ishiba met nobody.", false},
      {"Who met Ishiba?", "Ishiba met Trump.", true},
      {"Where did Trump land?", "He landed in Osaka.", true},
      {"Where did Trump land?", "Then Trump landed.", false},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(::testing::Message() << c.question << " " << c.sentence);
    const QueryPlan plan = Plan(c.question, StopWords::kDrop);
    EXPECT_EQ(HoldsForm(testing::MakeCandidate(plan, c.sentence), plan),
              c.want);
  }
}

TEST(HoldsFormTest, LooksForTimesThatTheImportFound) {
  const QueryPlan plan = testing::PlanFor("When did they meet?");
  const auto candidates = testing::AnnotatedCandidates(
      plan, "They met on Friday. They met in 1951. They met again.");
  ASSERT_EQ(candidates.size(), 3);
  EXPECT_TRUE(HoldsForm(candidates[0], plan));
  EXPECT_TRUE(HoldsForm(candidates[1], plan));
  EXPECT_FALSE(HoldsForm(candidates[2], plan));
}

TEST(HoldsFormTest, TheQuestionsOwnNumberIsNoAnswer) {
  const QueryPlan plan = Plan("How many died in 1945?", StopWords::kDrop);
  EXPECT_FALSE(
      HoldsForm(testing::MakeCandidate(plan, "many died in 1945"), plan));
  EXPECT_TRUE(HoldsForm(testing::MakeCandidate(plan, "50 died in 1945"), plan));
}

}  // namespace
}  // namespace footnote
