// From a question to what is searched for.

#ifndef FOOTNOTE_RETRIEVAL_QUESTION_PLANNER_H_
#define FOOTNOTE_RETRIEVAL_QUESTION_PLANNER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/container/inlined_vector.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/question/answer_type.h"
#include "retrieval/question/expected_form.h"
#include "retrieval/question/question.h"
#include "retrieval/question/statement_conditions.h"
#include "retrieval/question/term_conditions.h"
#include "retrieval/text/timestamp.h"

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

  bool is_synonym = false;  // Not of the question: see TermSynonym::by.
};

// Terms of a plan that stand for each other: a sentence that holds all of `by`
// holds all of `terms`. Positions in QueryPlan::terms.
struct TermSynonym {
  std::vector<uint32_t> terms;  // Of the question.
  std::vector<uint32_t> by;     // Of what the corpus has for them.
};

// Terms, as HashTerm() has them.
using TermSet = absl::flat_hash_set<uint64_t>;

// How near in meaning a word is to another.
enum class Nearness : uint8_t {
  kSame,     // Means the same, in the most usual sense.
  kRelated,  // In another sense, of like sense, or a kind of it.
  kOpposite,
};

// That a word is related to a term of the question.
struct RelatedTerm {
  uint32_t term = 0;  // Its position in QueryPlan::terms.
  Nearness nearness = Nearness::kRelated;
};

// What is searched for, and what an answer has to look like.
struct QueryPlan {
  std::vector<PlannedTerm> terms;  // Without repetitions, in order.

  // Every term of the text in order, function words and repetitions included,
  // as HashTerm() has them.
  std::vector<uint64_t> text_terms;
  std::vector<std::string> ignored_words;
  ExpectedForm form = ExpectedForm::kAny;
  AnswerType type = AnswerType::kOther;
  std::string focus;          // As InferredAnswerType::focus.
  TermConditions conditions;  // These and those below: set by Plan(Question).
  StatementConditions statement;
  bool type_is_given = false;

  // What was only inferred, and weighs.
  std::vector<Entity> entities;
  std::string speaker;
  std::optional<TimePeriod> event;
  std::vector<uint32_t> event_terms;  // That name it: positions in `terms`.
  bool asks_for_future = false;       // "When will".
  std::vector<Inference> inferences;

  // By what a sentence may have in their place. Set by
  // Thesaurus::AddRelatedTerms().
  absl::flat_hash_map<uint64_t, absl::InlinedVector<RelatedTerm, 1>> related;

  // What is a kind of `focus`; null: nothing is known. Set by
  // Thesaurus::AddRelatedTerms().
  std::shared_ptr<const TermSet> kinds;

  std::vector<Synonym> synonyms;  // Set by AddSynonyms().
  std::vector<TermSynonym> term_synonyms;
};

// What becomes of the function words of a text.
enum class StopWords {
  kDrop,         // They are ignored, also if nothing else is left.
  kKeepIfAlone,  // They are ignored unless nothing else is left.
};

// Returns the plan for `text`, a question or a query. Every character of it is
// data. Thread-safe.
QueryPlan Plan(absl::string_view text, StopWords stop_words);

// Returns the plan for `question` with its conditions and what its words tell.
// What is given in a field is not inferred. Thread-safe.
//
// Errors: kInvalidArgument if its text has more than kMaxQuestionTerms content
// terms, as `text`; as PlanConditions().
absl::StatusOr<QueryPlan> Plan(const Question& question, StopWords stop_words);

// Returns the plan for a search: the terms of `query`, function words if there
// is nothing else, and its conditions on terms. Nothing is inferred.
// Thread-safe. Errors: as Plan().
absl::StatusOr<QueryPlan> PlanSearch(const Question& query);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_QUESTION_PLANNER_H_
