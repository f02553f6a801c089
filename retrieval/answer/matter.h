// What a question is about, to compare sentences by.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_MATTER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_MATTER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "retrieval/answer/candidate.h"
#include "retrieval/question/planner.h"

namespace footnote {

// What a question is about, to compare sentences by.
class Matter {
 public:
  // `plan` outlives it.
  explicit Matter(const QueryPlan& plan);

  // The terms that say what is asked of whom: those of the question that are
  // no names, numbers or times and no frame words. Positions in
  // QueryPlan::terms.
  const std::vector<uint32_t>& predicates() const { return predicates_; }

  // Returns whether `candidate` is plainly about what is asked: it, its title
  // or its neighbours hold every name and number, it or its title three
  // quarters of the terms that matter, and it alone half of them. No sentence
  // is about a question that names nobody and nothing.
  bool IsHeldBy(const Candidate& candidate) const;

  // Returns whether `candidate` or its title holds all that is asked of them:
  // every predicate; one may be missing of five or more.
  bool HoldsPredicates(const Candidate& candidate) const;

  // Returns the question's words that all of `candidates` hold, in order.
  std::string Subject(const std::vector<const Candidate*>& candidates) const;

 private:
  bool IsInSentence(uint32_t term, const Candidate& candidate) const;
  bool IsMeant(uint32_t term, const Candidate& candidate) const;
  bool IsNear(uint32_t term, const Candidate& candidate) const;

  const QueryPlan& plan_;
  std::vector<uint32_t> important_;   // Terms of full importance.
  std::vector<uint32_t> required_;    // Names and numbers.
  std::vector<uint32_t> predicates_;  // The important ones but for those.
  bool has_name_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_MATTER_H_
