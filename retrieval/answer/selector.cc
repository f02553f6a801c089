#include "retrieval/answer/selector.h"

#include <algorithm>

#include "retrieval/text/near_duplicate.h"

namespace footnote {
namespace {

bool RepeatsOneOf(const std::vector<ShingleSet>& chosen,
                  const ShingleSet& sentence) {
  return std::any_of(
      chosen.begin(), chosen.end(), [&sentence](const ShingleSet& other) {
        return Resemblance(sentence, other) >= kNearDuplicateResemblance;
      });
}

}  // namespace

std::vector<ScoredSentence> SelectSentences(
    const std::vector<Candidate>& candidates, const std::vector<double>& scores,
    int max_sentences) {
  std::vector<ScoredSentence> order;
  for (size_t i = 0; i < candidates.size(); ++i) {
    if (!candidates[i].hits.empty()) order.push_back({i, scores[i]});
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const ScoredSentence& a, const ScoredSentence& b) {
                     return a.score > b.score;
                   });
  std::vector<ScoredSentence> selected;
  std::vector<ShingleSet> chosen;
  for (const ScoredSentence& sentence : order) {
    if (selected.size() == static_cast<size_t>(max_sentences)) break;
    ShingleSet shingles = Shingles(candidates[sentence.candidate].text);
    if (RepeatsOneOf(chosen, shingles)) continue;
    selected.push_back(sentence);
    chosen.push_back(std::move(shingles));
  }
  return selected;
}

}  // namespace footnote
