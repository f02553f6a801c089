// A question whose terms have given weights.

#ifndef FOOTNOTE_TESTS_RETRIEVAL_ANSWER_WEIGHED_QUESTION_H_
#define FOOTNOTE_TESTS_RETRIEVAL_ANSWER_WEIGHED_QUESTION_H_

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "retrieval/answer/question_profile.h"
#include "tests/retrieval/answer/annotated_candidates.h"

namespace footnote::testing {

// The plan and the profile of a question without conditions, each term of
// importance 1.
class WeighedQuestion {
 public:
  // `idfs` are of its terms, in order; none: each is 1.
  explicit WeighedQuestion(const std::string& text,
                           const std::vector<double>& idfs = {})
      : plan_(PlanFor(text)) {
    EXPECT_TRUE(idfs.empty() || idfs.size() == plan_.terms.size()) << text;
    statistics_.resize(plan_.terms.size(), {1, 1});
    for (size_t i = 0; i < plan_.terms.size(); ++i) {
      plan_.terms[i].importance = 1;
      if (i < idfs.size()) statistics_[i].idf = idfs[i];
    }
    profile_ = MakeProfile(plan_, statistics_);
  }

  // The profile points to the plan.
  WeighedQuestion(const WeighedQuestion&) = delete;
  WeighedQuestion& operator=(const WeighedQuestion&) = delete;

  const QueryPlan& plan() const { return plan_; }
  const QuestionProfile& profile() const { return profile_; }
  const std::vector<TermStatistics>& statistics() const { return statistics_; }

 private:
  QueryPlan plan_;
  std::vector<TermStatistics> statistics_;
  QuestionProfile profile_;
};

// A feature of a sentence, and what it is to be.
template <typename Features>
struct FeatureCase {
  std::string sentence;
  double Features::*feature;
  double value;
};

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_RETRIEVAL_ANSWER_WEIGHED_QUESTION_H_
