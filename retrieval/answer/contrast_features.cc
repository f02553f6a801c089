#include "retrieval/answer/contrast_features.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace footnote {
namespace {

// Returns by how much `score` is ahead of the best other, below 0 if behind:
// in [-1, 1]. `best` and `second` are the greatest scores, `score` among them.
double Lead(double score, double best, double second) {
  if (best <= 0) return 0;
  return score == best ? (best - second) / best : (score - best) / best;
}

// The two greatest scores of a range.
struct Greatest {
  double best = 0;
  double second = 0;

  void Add(double score) {
    if (score > best) {
      second = best;
      best = score;
    } else {
      second = std::max(second, score);
    }
  }
};

void AddRanks(const std::vector<Comparable>& sentences,
              std::vector<ContrastFeatures>* features) {
  std::vector<size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return sentences[a].plain_score > sentences[b].plain_score;
  });
  for (size_t rank = 0; rank < order.size(); ++rank) {
    (*features)[order[rank]].plain_rank = 1.0 / static_cast<double>(rank + 1);
  }
}

// A value of sentences and the lead that it gives.
struct Contrast {
  double Comparable::*value;
  double ContrastFeatures::*lead;
};

constexpr Contrast kContrasts[] = {
    {&Comparable::plain_score, &ContrastFeatures::plain_lead},
    {&Comparable::coverage, &ContrastFeatures::coverage_lead},
    {&Comparable::context_coverage, &ContrastFeatures::context_coverage_lead},
    {&Comparable::related_coverage, &ContrastFeatures::related_coverage_lead},
    {&Comparable::pair_share, &ContrastFeatures::pair_share_lead},
    {&Comparable::answer_nearness, &ContrastFeatures::answer_nearness_lead},
};

void AddLeads(const std::vector<Comparable>& sentences,
              std::vector<ContrastFeatures>* features) {
  for (const Contrast& contrast : kContrasts) {
    Greatest all;
    for (const Comparable& sentence : sentences) {
      all.Add(sentence.*contrast.value);
    }
    for (size_t i = 0; i < sentences.size(); ++i) {
      (*features)[i].*contrast.lead =
          Lead(sentences[i].*contrast.value, all.best, all.second);
    }
  }
}

// Fills in what the sentences [begin, end), those of one passage, are to each
// other; `best` is the best score of all.
void AddPassage(const std::vector<Comparable>& sentences, size_t begin,
                size_t end, double best,
                std::vector<ContrastFeatures>* features) {
  Greatest scores;
  Greatest pairs;
  for (size_t i = begin; i < end; ++i) {
    scores.Add(sentences[i].plain_score);
    pairs.Add(sentences[i].pair_share);
  }
  for (size_t i = begin; i < end; ++i) {
    ContrastFeatures& own = (*features)[i];
    own.passage_lead =
        Lead(sentences[i].plain_score, scores.best, scores.second);
    own.passage_pair_share = pairs.best;
    if (best <= 0) continue;
    own.passage_plain = scores.best / best;
    if (i > begin) own.previous_plain = sentences[i - 1].plain_score / best;
    if (i + 1 < end) own.next_plain = sentences[i + 1].plain_score / best;
  }
}

}  // namespace

std::vector<ContrastFeatures> ComputeContrastFeatures(
    const std::vector<Comparable>& sentences) {
  std::vector<ContrastFeatures> features(sentences.size());
  AddRanks(sentences, &features);
  AddLeads(sentences, &features);
  double best = 0;
  for (const Comparable& sentence : sentences) {
    best = std::max(best, sentence.plain_score);
  }
  for (size_t begin = 0; begin < sentences.size();) {
    size_t end = begin;
    while (end < sentences.size() &&
           sentences[end].passage == sentences[begin].passage) {
      ++end;
    }
    AddPassage(sentences, begin, end, best, &features);
    begin = end;
  }
  return features;
}

}  // namespace footnote
