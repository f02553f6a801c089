// Whether two sentences speak of the same thing, as far as a question asks.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_SAME_MATTER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_SAME_MATTER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "retrieval/answer/candidate.h"
#include "retrieval/question/planner.h"
#include "retrieval/text/byte_range.h"

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

// Returns whether `a` and `b` are of different documents, neither of which is a
// copy of the other.
bool AreIndependent(const Candidate& a, const Candidate& b);

// Returns whether `a` and `b` may speak of the same case: neither names a rank
// ("second", "average") that the other does not, nor is each about somebody
// else. What a sentence says at `own_a` and `own_b`, in the documents' texts,
// and what the question names is left aside.
bool MayBeSameCase(const Candidate& a, ByteRange own_a, const Candidate& b,
                   ByteRange own_b);

// Returns whether neither of `a` and `b` names a place, in the same sense, that
// the other does not: a figure of a country is none of its capital.
bool NameSamePlaces(const Candidate& a, ByteRange own_a, const Candidate& b,
                    ByteRange own_b);

// Returns whether `a` and `b` may speak of the same time: the times they name
// overlap, or they name none and appeared within half a year.
bool MayBeSameTime(const Candidate& a, const Candidate& b);

// Returns whether the time at `range` of the text of `candidate`'s document
// tells when something was said: "said on Tuesday".
bool TellsWhenSaid(const Candidate& candidate, ByteRange range);

// Returns `range` of the document's text as a place in the sentence of
// `candidate`. REQUIRES: it lies in it.
ByteRange InSentence(const Candidate& candidate, ByteRange range);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_SAME_MATTER_H_
