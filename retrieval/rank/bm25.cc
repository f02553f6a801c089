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
    : parameters_(parameters), passages_(totals.passages) {
  const auto terms =
      static_cast<double>(totals.title_terms + totals.text_terms);
  average_length_ =
      terms > 0 ? terms / static_cast<double>(totals.passages) : 1;
}

double Bm25::Score(double idf, const Posting& posting,
                   const PassageLength& length) const {
  const double frequency = parameters_.title_weight * posting.title_frequency +
                           static_cast<double>(posting.text_frequency);
  const double relative_length =
      (static_cast<double>(length.title) + length.text) / average_length_;
  const double norm =
      parameters_.k1 * (1 - parameters_.b + parameters_.b * relative_length);
  return idf * frequency * (parameters_.k1 + 1) / (frequency + norm);
}

double Bm25::Idf(const PostingList& postings) const {
  // A list can't be longer than the corpus but in a damaged file.
  return InverseDocumentFrequency(
      parameters_.idf, std::max<uint64_t>(passages_, postings.size()),
      postings.size());
}

}  // namespace footnote
