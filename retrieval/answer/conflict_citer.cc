#include "retrieval/answer/conflict_citer.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include "absl/time/time.h"
#include "retrieval/document.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Returns when the first of `position` appeared; far in the future if no date
// is known.
absl::Time FirstReport(const FoundPosition& position,
                       const std::vector<Candidate>& candidates) {
  absl::Time first = absl::InfiniteFuture();
  for (const size_t candidate : position.candidates) {
    const auto published =
        PublicationTime(candidates[candidate].document->summary.published);
    if (published.has_value()) first = std::min(first, *published);
  }
  return first;
}

}  // namespace

absl::StatusOr<Conflict> ConflictCiter::Cite(const FoundConflict& found) {
  std::vector<absl::Time> reported;
  for (const FoundPosition& position : found.positions) {
    reported.push_back(FirstReport(position, candidates_));
  }
  std::vector<size_t> order(found.positions.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return reported[a] < reported[b];
  });
  Conflict conflict;
  conflict.kind = found.kind;
  conflict.subject = found.subject;
  for (const size_t i : order) {
    FOOTNOTE_ASSIGN_OR_RETURN(ConflictPosition position,
                              CitePosition(found.positions[i]));
    conflict.positions.push_back(std::move(position));
  }
  const absl::Time last = reported[order.back()];
  conflict.positions.back().is_later = last != absl::InfiniteFuture() &&
                                       last > reported[order[order.size() - 2]];
  return conflict;
}

absl::StatusOr<ConflictPosition> ConflictCiter::CitePosition(
    const FoundPosition& found) {
  ConflictPosition position;
  position.value = found.value;
  position.independent_sources = comparison_.CountIndependent(found.candidates);
  for (const size_t candidate : found.candidates) {
    if (position.sentences.size() == kMaxConflictSentences) break;
    FOOTNOTE_ASSIGN_OR_RETURN(
        CitedSentence sentence,
        citer_.Cite(candidates_[candidate], spans_[candidate]));
    sentence.score = scored_[candidate].score;
    position.sentences.push_back(std::move(sentence));
  }
  return position;
}

}  // namespace footnote
