#include "retrieval/answer/place_features.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "absl/container/flat_hash_map.h"

namespace footnote {
namespace {

double WeightWhere(const std::vector<double>& weights,
                   const std::vector<uint32_t>& counts, uint32_t least,
                   uint32_t most) {
  double weight = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (counts[i] >= least && counts[i] <= most) weight += weights[i];
  }
  return weight;
}

// Fills in what the candidates [begin, end), those of one passage, share.
void AddPassage(const std::vector<Candidate>& candidates, size_t begin,
                size_t end, const QuestionProfile& profile,
                std::vector<PlaceFeatures>* features) {
  if (profile.total_weight <= 0) return;
  const std::vector<double>& weights = profile.weights;
  std::vector<uint32_t> holding(weights.size());  // Sentences, by term.
  for (size_t i = begin; i < end; ++i) {
    for (size_t term = 0; term < weights.size(); ++term) {
      holding[term] += candidates[i].in_sentence[term];
    }
  }
  const double all =
      WeightWhere(weights, holding, 1, static_cast<uint32_t>(end - begin)) /
      profile.total_weight;
  for (size_t i = begin; i < end; ++i) {
    double own = 0;
    for (size_t term = 0; term < weights.size(); ++term) {
      if (candidates[i].in_sentence[term] && holding[term] == 1) {
        own += weights[term];
      }
    }
    (*features)[i].passage_coverage = all;
    (*features)[i].own_coverage = own / profile.total_weight;
    (*features)[i].passage_position = 1.0 / static_cast<double>(i - begin + 1);
  }
}

PlaceFeatures InRanking(const Candidate& candidate, const Ranking& ranking,
                        const QuestionProfile& profile) {
  PlaceFeatures features;
  features.passage = candidate.passage_score;
  features.passage_rank =
      1.0 / static_cast<double>(candidate.ranked_passage + 1);
  features.document_position = 1.0 / (candidate.sentence_index + 1.0);
  if (profile.greatest_passage_score > 0) {
    features.passage_fill = ranking.passages[candidate.ranked_passage].score /
                            profile.greatest_passage_score;
  }
  return features;
}

// The passages of a document that were found.
struct DocumentPassages {
  int count = 0;
  double best = 0;  // The best of their scores, by the best of all.
};

using Documents = absl::flat_hash_map<const DocumentRecord*, DocumentPassages>;

// Fills in what tells documents apart; `passages` were found in all.
void AddDocuments(const std::vector<Candidate>& candidates,
                  const Documents& documents, double passages,
                  std::vector<PlaceFeatures>* features) {
  double best = 0;
  double second = 0;  // Of the best of another document.
  for (const auto& [document, found] : documents) {
    second = std::max(second, std::min(best, found.best));
    best = std::max(best, found.best);
  }
  for (size_t i = 0; i < candidates.size(); ++i) {
    const DocumentPassages& own = documents.at(candidates[i].document.get());
    const double other = own.best == best ? second : best;
    (*features)[i].document_share = own.count / passages;
    (*features)[i].other_document =
        own.best > 0 ? std::min(other / own.best, 1.0) : 0;
  }
}

}  // namespace

std::vector<PlaceFeatures> ComputePlaceFeatures(
    const std::vector<Candidate>& candidates, const Ranking& ranking,
    const QuestionProfile& profile) {
  std::vector<PlaceFeatures> features;
  Documents documents;
  for (size_t begin = 0; begin < candidates.size();) {
    size_t end = begin;
    while (end < candidates.size() &&
           candidates[end].ranked_passage == candidates[begin].ranked_passage) {
      features.push_back(InRanking(candidates[end++], ranking, profile));
    }
    AddPassage(candidates, begin, end, profile, &features);
    DocumentPassages& own = documents[candidates[begin].document.get()];
    ++own.count;
    own.best = std::max(own.best, candidates[begin].passage_score);
    begin = end;
  }
  AddDocuments(candidates, documents,
               static_cast<double>(ranking.passages.size()), &features);
  return features;
}

}  // namespace footnote
