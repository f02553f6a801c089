#include "retrieval/answer/selector.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "retrieval/status.h"
#include "retrieval/text/near_duplicate.h"

namespace footnote {
namespace {

// Looks at candidates from the best to the worst.
class Selector {
 public:
  Selector(const std::vector<Candidate>& candidates, size_t max_sentences,
           size_t max_rejected)
      : candidates_(candidates),
        max_sentences_(max_sentences),
        max_rejected_(max_rejected) {}

  bool IsDone() const {
    return selection_.chosen.size() == max_sentences_ &&
           selection_.rejected.size() == max_rejected_;
  }

  void Look(const ScoredSentence& sentence) {
    if (candidates_[sentence.candidate].hits.empty()) {
      return Reject(sentence, RejectionReason::kNoMatch);
    }
    ShingleSet shingles = Shingles(candidates_[sentence.candidate].text);
    const auto reason = ReasonAgainst(shingles);
    if (!reason.has_value()) {
      selection_.chosen.push_back(sentence);
      shingles_.push_back(std::move(shingles));
    } else {
      Reject(sentence, *reason);
    }
  }

  Selection Take() { return std::move(selection_); }

 private:
  void Reject(const ScoredSentence& sentence, RejectionReason reason) {
    if (selection_.rejected.size() == max_rejected_) return;
    selection_.rejected.push_back({sentence.candidate, sentence.score, reason});
  }

  std::optional<RejectionReason> ReasonAgainst(
      const ShingleSet& shingles) const {
    const bool repeats = std::any_of(
        shingles_.begin(), shingles_.end(), [&](const ShingleSet& other) {
          return Resemblance(shingles, other) >= kNearDuplicateResemblance;
        });
    if (repeats) return RejectionReason::kNearDuplicate;
    if (selection_.chosen.size() == max_sentences_) {
      return RejectionReason::kMaxSentences;
    }
    return std::nullopt;
  }

  const std::vector<Candidate>& candidates_;
  const size_t max_sentences_;
  const size_t max_rejected_;
  Selection selection_;
  std::vector<ShingleSet> shingles_;  // Of those chosen.
};

}  // namespace

void Selection::RejectChosen(int max_rejected) {
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
  rejected.resize(std::min(rejected.size(), static_cast<size_t>(max_rejected)));
}

absl::StatusOr<Selection> SelectSentences(
    const std::vector<Candidate>& candidates, const std::vector<double>& scores,
    int max_sentences, int max_rejected, const Deadline& deadline) {
  std::vector<ScoredSentence> order;
  for (size_t i = 0; i < candidates.size(); ++i) {
    order.push_back({i, scores[i]});
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const ScoredSentence& a, const ScoredSentence& b) {
                     return a.score > b.score;
                   });
  Selector selector(candidates, static_cast<size_t>(max_sentences),
                    static_cast<size_t>(max_rejected));
  for (const ScoredSentence& sentence : order) {
    if (selector.IsDone()) break;
    FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
    selector.Look(sentence);
  }
  return selector.Take();
}

}  // namespace footnote
