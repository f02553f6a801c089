#include "retrieval/answer/order_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "retrieval/question/question.h"

namespace footnote {
namespace {

// How many terms two neighbours of the question may stand apart and still be
// close.
constexpr uint32_t kCloseTerms = 4;

// Returns whether term `i` of the question stands at most kCloseTerms before
// term `i + 1`.
bool AreClose(const Candidate& candidate, uint32_t i) {
  const auto& hits = candidate.hits;
  for (auto first = hits.begin(); first != hits.end(); ++first) {
    if (first->term != i) continue;
    for (auto second = first + 1;
         second != hits.end() &&
         second->position - first->position <= kCloseTerms;
         ++second) {
      if (second->term == i + 1) return true;
    }
  }
  return false;
}

double Closeness(const Candidate& candidate,
                 const std::vector<double>& weights) {
  double close = 0;
  double total = 0;
  for (uint32_t i = 0; i + 1 < weights.size(); ++i) {
    const double weight = std::min(weights[i], weights[i + 1]);
    total += weight;
    if (weight > 0 && AreClose(candidate, i)) close += weight;
  }
  return total > 0 ? close / total : 0;
}

double PairShare(const Candidate& candidate, const QuestionProfile& profile) {
  if (profile.pairs.empty()) return 0;
  absl::InlinedVector<uint64_t, 32> found;
  const auto& terms = candidate.term_hashes;
  for (size_t i = 0; i + 1 < terms.size(); ++i) {
    const uint64_t pair = HashPair(terms[i], terms[i + 1]);
    const bool is_new =
        profile.pairs.contains(pair) &&
        std::find(found.begin(), found.end(), pair) == found.end();
    if (is_new) found.push_back(pair);
  }
  return static_cast<double>(found.size()) /
         static_cast<double>(profile.pairs.size());
}

// Longer lists of places are cut: no prose repeats a question's terms so often.
constexpr size_t kMaxRunStarts = 64;

// Returns the length of the longest run that holds a term of the question.
size_t LongestRun(const std::vector<uint64_t>& question,
                  const Candidate& candidate) {
  const auto& terms = candidate.term_hashes;
  size_t longest = 0;
  const auto& hits = candidate.hits;
  for (size_t start = 0; start < std::min(hits.size(), kMaxRunStarts);
       ++start) {
    const TermHit& hit = hits[start];
    for (size_t i = 0; i < question.size(); ++i) {
      if (question[i] != terms[hit.position]) continue;
      // Both ways from the term, so that function words count around it.
      size_t before = 0;
      while (before < i && before < hit.position &&
             question[i - before - 1] == terms[hit.position - before - 1]) {
        ++before;
      }
      size_t behind = 1;
      while (i + behind < question.size() &&
             hit.position + behind < terms.size() &&
             question[i + behind] == terms[hit.position + behind]) {
        ++behind;
      }
      longest = std::max(longest, before + behind);
    }
  }
  return longest;
}

// Returns the length of the longest increasing sequence of terms among the
// hits: patience sorting, O(hits log terms).
size_t CommonSequence(const Candidate& candidate) {
  absl::InlinedVector<uint32_t, kMaxQuestionTerms> tails;
  for (const TermHit& hit : candidate.hits) {
    const auto place = std::lower_bound(tails.begin(), tails.end(), hit.term);
    if (place == tails.end()) {
      tails.push_back(hit.term);
    } else {
      *place = hit.term;
    }
  }
  return tails.size();
}

// Returns how many terms the shortest part holds that has every term found.
size_t ShortestCover(const Candidate& candidate, size_t found,
                     size_t term_count) {
  const auto& hits = candidate.hits;
  absl::InlinedVector<uint32_t, kMaxQuestionTerms> inside(term_count);
  size_t distinct = 0;
  size_t shortest = candidate.term_count;
  size_t begin = 0;
  for (const TermHit& end : hits) {
    if (inside[end.term]++ == 0) ++distinct;
    for (; distinct == found; ++begin) {
      shortest =
          std::min<size_t>(shortest, end.position - hits[begin].position + 1);
      if (--inside[hits[begin].term] == 0) --distinct;
    }
  }
  return shortest;
}

size_t CountTermsFound(const Candidate& candidate, size_t term_count) {
  TermMarks found(term_count);
  for (const TermHit& hit : candidate.hits) found[hit.term] = true;
  return static_cast<size_t>(std::count(found.begin(), found.end(), true));
}

}  // namespace

OrderFeatures ComputeOrderFeatures(const Candidate& candidate,
                                   const QuestionProfile& profile) {
  OrderFeatures features;
  features.first_match = 1;
  features.last_match = 1;
  if (candidate.hits.empty()) return features;
  const size_t terms = profile.weights.size();
  const auto length = static_cast<double>(candidate.term_count);
  const size_t found = CountTermsFound(candidate, terms);
  const auto& question = profile.plan->text_terms;
  features.closeness = Closeness(candidate, profile.weights);
  features.pair_share = PairShare(candidate, profile);
  features.longest_run =
      static_cast<double>(LongestRun(question, candidate)) /
      static_cast<double>(std::max<size_t>(question.size(), 1));
  features.common_sequence = static_cast<double>(CommonSequence(candidate)) /
                             static_cast<double>(terms);
  features.density =
      static_cast<double>(found) /
      static_cast<double>(ShortestCover(candidate, found, terms));
  features.first_match = candidate.hits.front().position / length;
  features.last_match = candidate.hits.back().position / length;
  return features;
}

}  // namespace footnote
