// From a question to what is searched for.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_PLANNER_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_PLANNER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/question/expected_form.h"
#include "retrieval/question/question.h"
#include "retrieval/question/term_conditions.h"

namespace footnote {

// A term to search for.
struct PlannedTerm {
  std::string term;        // As the index spells it.
  std::string word;        // As the question has it.
  bool is_number = false;  // Begins with a digit: a year, an amount.
  bool is_name = false;    // Has a capital although it is not the first word.

  // What finding it in a sentence tells, by what its rarity would make one
  // expect, in (0, 1]. Questions are full of words such as "take place" that an
  // answer hardly ever repeats.
  double importance = 1;
};

// What is searched for, and what an answer has to look like.
struct QueryPlan {
  std::vector<PlannedTerm> terms;  // Without repetitions, in order.
  std::vector<std::string> ignored_words;
  ExpectedForm form = ExpectedForm::kAny;
  TermConditions conditions;  // Set by Plan(Question).
};

// What becomes of the function words of a text.
enum class StopWords {
  kDrop,         // They are ignored, also if nothing else is left.
  kKeepIfAlone,  // They are ignored unless nothing else is left.
};

// Returns the plan for `text`, a question or a query. Every character of it is
// data. Thread-safe.
QueryPlan Plan(absl::string_view text, StopWords stop_words);

// Returns the plan for `question` with its conditions. Thread-safe.
//
// Errors: kInvalidArgument if its text has more than kMaxQuestionTerms content
// terms, as `text`; as PlanConditions().
absl::StatusOr<QueryPlan> Plan(const Question& question, StopWords stop_words);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_PLANNER_H_
