// Where else the same is said, and by how many independently.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CORROBORATION_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CORROBORATION_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/candidate.h"

namespace footnote {

// A candidate that says the same as another.
struct SameStatement {
  size_t candidate = 0;
  bool is_copy = false;  // Of a sentence or an article, or of its source.
};

// Who else says what a sentence says.
struct Agreement {
  std::vector<SameStatement> statements;  // Independent ones first.
  uint32_t independent_sources = 1;       // The sentence's own included.
};

// Returns which of `others`, best first, say what candidate `sentence` says: in
// nearly the same words, or sharing most of their words and every number, date
// and value. `spans` holds what FindAnswerSpan() found in each candidate.
// Thread-safe.
Agreement FindAgreement(size_t sentence, const std::vector<size_t>& others,
                        const std::vector<Candidate>& candidates,
                        const std::vector<std::optional<TypedSpan>>& spans);

// Returns how many of `statements` are from sources that are independent of
// each other: those of one document, of one source, and copies of one sentence
// or article count once. Thread-safe.
uint32_t CountIndependent(const std::vector<size_t>& statements,
                          const std::vector<Candidate>& candidates);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CORROBORATION_H_
