#include "retrieval/rank/bm25.h"

#include <algorithm>
#include <cmath>

namespace footnote {
namespace {

// What FTS5 takes for the IDF of a term that half of the rows or more hold.
constexpr double kFts5IdfFloor = 1e-6;

}  // namespace

double InverseDocumentFrequency(IdfVariant variant, uint64_t passages,
                                uint64_t passages_with_term) {
  const auto total = static_cast<double>(passages);
  const auto with_term = static_cast<double>(passages_with_term);
  const double odds = (total - with_term + 0.5) / (with_term + 0.5);
  if (variant == IdfVariant::kLucene) return std::log1p(odds);
  const double idf = std::log(odds);
  return idf > 0 ? idf : kFts5IdfFloor;
}

Bm25::Bm25(const Bm25Parameters& parameters, const IndexTotals& totals)
    : k1_(parameters.k1),
      b_(parameters.b),
      title_weight_(parameters.title_weight),
      idf_(parameters.idf),
      passages_(totals.passages) {
  const auto terms =
      static_cast<double>(totals.title_terms + totals.text_terms);
  average_length_ =
      terms > 0 ? terms / static_cast<double>(totals.passages) : 1;
  for (uint32_t length = 0; length < norms_.size(); ++length) {
    norms_[length] = ComputeNorm(length);
  }
}

double Bm25::ComputeNorm(uint32_t length) const {
  const double relative_length = length / average_length_;
  return k1_ * (1 - b_ + b_ * relative_length);
}

double Bm25::Idf(uint64_t passages_with_term) const {
  // A list can't be longer than the corpus but in a damaged file.
  return InverseDocumentFrequency(idf_, std::max(passages_, passages_with_term),
                                  passages_with_term);
}

}  // namespace footnote
