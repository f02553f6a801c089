#include "retrieval/answer/selector.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "retrieval/status.h"
#include "retrieval/text/near_duplicate.h"

namespace footnote {
namespace {

// Looks at candidates from the best to the worst.
class Selector {
 public:
  Selector(const std::vector<Candidate>& candidates,
           const std::vector<ScoredCandidate>& scored,
           const SelectionLimits& limits)
      : candidates_(candidates), scored_(scored), limits_(limits) {}

  bool IsDone() const {
    return selection_.chosen.size() == limits_.sentences && HasToldEnough();
  }

  void Look(const ScoredSentence& sentence) {
    if (IsOutdone(sentence) && HasToldEnough()) return;
    const Candidate& candidate = candidates_[sentence.candidate];
    const auto& failed = scored_[sentence.candidate].failed;
    if (failed.has_value()) return Reject(sentence, *failed);
    ShingleSet shingles = Shingles(candidate.term_hashes);
    const auto reason = ReasonAgainst(sentence, shingles);
    if (reason.has_value()) return Reject(sentence, *reason);
    selection_.chosen.push_back(sentence);
    shingles_.push_back(std::move(shingles));
    ++of_document_[candidate.document->number];
  }

  Selection Take() { return std::move(selection_); }

 private:
  bool HasToldEnough() const {
    return selection_.rejected.size() == limits_.rejected;
  }

  // Returns whether it is unlikely, and something better was chosen.
  bool IsOutdone(const ScoredSentence& sentence) const {
    return scored_[sentence.candidate].is_unlikely &&
           !selection_.chosen.empty();
  }

  void Reject(const ScoredSentence& sentence, RejectionReason reason) {
    if (HasToldEnough()) return;
    selection_.rejected.push_back({sentence.candidate, sentence.score, reason});
  }

  std::optional<RejectionReason> ReasonAgainst(
      const ScoredSentence& sentence, const ShingleSet& shingles) const {
    const bool repeats = std::any_of(
        shingles_.begin(), shingles_.end(), [&](const ShingleSet& other) {
          return Resemblance(shingles, other) >= kNearDuplicateResemblance;
        });
    if (repeats) return RejectionReason::kNearDuplicate;
    if (IsOutdone(sentence)) return RejectionReason::kUnlikely;
    if (selection_.chosen.size() == limits_.sentences) {
      return RejectionReason::kMaxSentences;
    }
    const auto chosen =
        of_document_.find(candidates_[sentence.candidate].document->number);
    if (limits_.sentences_per_document > 0 && chosen != of_document_.end() &&
        chosen->second == limits_.sentences_per_document) {
      return RejectionReason::kMaxSentencesPerDocument;
    }
    return std::nullopt;
  }

  const std::vector<Candidate>& candidates_;
  const std::vector<ScoredCandidate>& scored_;
  const SelectionLimits limits_;
  Selection selection_;
  absl::flat_hash_map<DocumentNumber, size_t> of_document_;  // Chosen.
  std::vector<ShingleSet> shingles_;                         // Of those chosen.
};

}  // namespace

void Selection::RejectChosen(size_t max_rejected) {
  for (const ScoredSentence& sentence : chosen) {
    rejected.push_back(
        {sentence.candidate, sentence.score, RejectionReason::kLowConfidence});
  }
  chosen.clear();
  std::stable_sort(rejected.begin(), rejected.end(),
                   [](const RejectedCandidate& a, const RejectedCandidate& b) {
                     return a.score != b.score ? a.score > b.score
                                               : a.candidate < b.candidate;
                   });
  rejected.resize(std::min(rejected.size(), max_rejected));
}

absl::StatusOr<Selection> SelectSentences(
    const std::vector<Candidate>& candidates,
    const std::vector<ScoredCandidate>& scored, const SelectionLimits& limits,
    const Deadline& deadline) {
  std::vector<ScoredSentence> order;
  for (size_t i = 0; i < candidates.size(); ++i) {
    order.push_back({i, scored[i].score});
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const ScoredSentence& a, const ScoredSentence& b) {
                     return a.score > b.score;
                   });
  Selector selector(candidates, scored, limits);
  for (const ScoredSentence& sentence : order) {
    if (selector.IsDone()) break;
    FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
    selector.Look(sentence);
  }
  return selector.Take();
}

}  // namespace footnote
