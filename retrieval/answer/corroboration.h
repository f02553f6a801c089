// Where else the same is said, and by how many independently.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CORROBORATION_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CORROBORATION_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "retrieval/answer/answer_span.h"
#include "retrieval/answer/candidate.h"
#include "retrieval/answer/told_words.h"
#include "retrieval/text/near_duplicate.h"

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

// Compares the candidates of one question. Not thread-safe.
class StatementComparison {
 public:
  // Both outlive the comparison; `spans` holds what FindAnswerSpan() found in
  // each candidate.
  StatementComparison(const std::vector<Candidate>& candidates,
                      const std::vector<std::optional<TypedSpan>>& spans)
      : candidates_(candidates),
        spans_(spans),
        shingles_(candidates.size()),
        words_(candidates.size()) {}

  // Returns which of `others`, best first, of other documents say what
  // candidate `sentence` says: in nearly the same words, or sharing most of the
  // words that tell and every number, date and value.
  Agreement FindAgreement(size_t sentence, const std::vector<size_t>& others);

  // Returns how many of `statements` are from sources that are independent of
  // each other: those of one document, of one source, and copies of one
  // sentence or article count once.
  uint32_t CountIndependent(const std::vector<size_t>& statements);

 private:
  bool SayTheSame(size_t a, size_t b);
  bool AreCopies(size_t a, size_t b);
  double ResemblanceOf(size_t a, size_t b);
  const ShingleSet& ShinglesOf(size_t candidate);
  ToldWords& WordsOf(size_t candidate);

  // Returns whether one of the two says all in numbers that the other says.
  bool FiguresAgree(size_t a, size_t b);

  // Returns whether most words of the shorter sentence stand in the other, none
  // of them denied in one alone, none stands against its opposite, their
  // numbers agree, and the sentences resemble each other at all.
  bool TellTheSame(size_t a, size_t b);

  const std::vector<Candidate>& candidates_;
  const std::vector<std::optional<TypedSpan>>& spans_;
  // Of each candidate, once they are needed.
  std::vector<std::optional<ShingleSet>> shingles_;
  std::vector<std::optional<ToldWords>> words_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CORROBORATION_H_
