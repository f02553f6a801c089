// Candidates made of literals.

#ifndef FOOTNOTE_TESTS_RETRIEVAL_ANSWER_CANDIDATES_H_
#define FOOTNOTE_TESTS_RETRIEVAL_ANSWER_CANDIDATES_H_

#include <memory>
#include <string>

#include "retrieval/answer/candidate.h"

namespace footnote::testing {

// Returns `text` as a candidate for `plan`, alone in its document.
inline Candidate MakeCandidate(const QueryPlan& plan, const std::string& text) {
  Candidate candidate;
  candidate.document = std::make_shared<DocumentRecord>();
  candidate.SetSentence(std::make_shared<CutSentence>(
      0, ByteRange{0, static_cast<uint32_t>(text.size())}, text));
  candidate.in_sentence.resize(plan.terms.size());
  candidate.in_previous.resize(plan.terms.size());
  candidate.in_next.resize(plan.terms.size());
  candidate.in_family.resize(plan.terms.size());
  candidate.in_synonyms.resize(plan.terms.size());
  candidate.in_related.resize(plan.terms.size());
  candidate.in_opposites.resize(plan.terms.size());
  candidate.in_title.resize(plan.terms.size());
  candidate.in_meaning.resize(plan.terms.size());
  for (uint32_t position = 0; position < candidate.term_count; ++position) {
    for (uint32_t i = 0; i < plan.terms.size(); ++i) {
      if (plan.terms[i].term != candidate.sentence->term(position)) continue;
      candidate.in_sentence[i] = true;
      candidate.hits.push_back({i, position, candidate.term_ranges[position]});
    }
  }
  return candidate;
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_RETRIEVAL_ANSWER_CANDIDATES_H_
