// How a sentence compares with the others that were found.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CONTRAST_FEATURES_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CONTRAST_FEATURES_H_

#include <cstddef>
#include <vector>

namespace footnote {

// Each is in [-1, 1]. A lead is the difference from the best of the others, by
// the best of all: above 0 for the best alone.
struct ContrastFeatures {
  // 1 / its rank among all by the fixed weights of ScoreSentence(), from 1.
  double plain_rank = 0;

  // The leads among all of its score by the fixed weights, and of features.
  double plain_lead = 0;
  double coverage_lead = 0;
  double context_coverage_lead = 0;
  double related_coverage_lead = 0;
  double pair_share_lead = 0;
  double answer_nearness_lead = 0;

  // The lead of its score within its passage.
  double passage_lead = 0;

  // The score of the sentence before and behind, by the best of all; 0 if they
  // are none of the passage.
  double previous_plain = 0;
  double next_plain = 0;

  // The best score of its passage, by the best of all, and the greatest
  // pair_share.
  double passage_plain = 0;
  double passage_pair_share = 0;
};

// A sentence as it is compared.
struct Comparable {
  size_t passage = 0;      // Candidate::ranked_passage.
  double plain_score = 0;  // By fixed weights, 0 or more.
  double coverage = 0;
  double context_coverage = 0;
  double related_coverage = 0;
  double pair_share = 0;
  double answer_nearness = 0;
};

// Returns the features of `sentences`, one each, which are in order, passage by
// passage. Thread-safe.
std::vector<ContrastFeatures> ComputeContrastFeatures(
    const std::vector<Comparable>& sentences);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CONTRAST_FEATURES_H_
