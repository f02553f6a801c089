// Candidates made of literals.

#ifndef FOOTNOTE_TESTS_RETRIEVAL_ANSWER_CANDIDATES_H_
#define FOOTNOTE_TESTS_RETRIEVAL_ANSWER_CANDIDATES_H_

#include <memory>
#include <string>

#include "retrieval/answer/candidate.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/terms.h"
#include "retrieval/text/word_class.h"

namespace footnote::testing {

// Returns `text` as a candidate for `plan`, alone in its document.
inline Candidate MakeCandidate(const QueryPlan& plan, const std::string& text) {
  Candidate candidate;
  candidate.document = std::make_shared<DocumentRecord>();
  candidate.text = text;
  candidate.range = {0, static_cast<uint32_t>(text.size())};
  candidate.in_sentence.resize(plan.terms.size());
  candidate.in_previous.resize(plan.terms.size());
  candidate.in_next.resize(plan.terms.size());
  candidate.in_family.resize(plan.terms.size());
  candidate.in_synonyms.resize(plan.terms.size());
  candidate.in_related.resize(plan.terms.size());
  candidate.in_opposites.resize(plan.terms.size());
  candidate.in_title.resize(plan.terms.size());
  candidate.in_meaning.resize(plan.terms.size());
  for (const Term& term : Tokenize(text)) {
    for (uint32_t i = 0; i < plan.terms.size(); ++i) {
      if (plan.terms[i].term != term.text) continue;
      candidate.in_sentence[i] = true;
      candidate.hits.push_back({i, candidate.term_count, term.range});
    }
    ++candidate.term_count;
    candidate.term_hashes.push_back(HashTerm(term.text));
    candidate.term_ranges.push_back(term.range);
    candidate.term_classes.push_back(WordClassesOf(Slice(text, term.range)));
  }
  return candidate;
}

}  // namespace footnote::testing

#endif  // FOOTNOTE_TESTS_RETRIEVAL_ANSWER_CANDIDATES_H_
