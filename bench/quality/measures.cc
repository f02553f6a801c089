#include "bench/quality/measures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace footnote::bench {
namespace {

constexpr size_t kBins = 10;

// A claim whose rightness is the mean of all that are as sure.
struct MeanClaim {
  double confidence = 0;
  double right = 0;
};

// Returns the claims, the least sure first.
std::vector<MeanClaim> Sorted(std::vector<Claim> claims) {
  std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return a.confidence < b.confidence;
  });
  std::vector<MeanClaim> sorted;
  sorted.reserve(claims.size());
  for (size_t begin = 0, end = 0; begin < claims.size(); begin = end) {
    double right = 0;
    const double confidence = claims[begin].confidence;
    for (end = begin; end < claims.size(); ++end) {
      if (claims[end].confidence != confidence) break;
      right += claims[end].is_right ? 1 : 0;
    }
    const auto count = static_cast<double>(end - begin);
    sorted.insert(sorted.end(), end - begin, {confidence, right / count});
  }
  return sorted;
}

}  // namespace

std::optional<double> AreaUnderRoc(std::vector<double> positive,
                                   std::vector<double> negative) {
  if (positive.empty() || negative.empty()) return std::nullopt;
  std::sort(positive.begin(), positive.end());
  std::sort(negative.begin(), negative.end());
  double wins = 0;
  auto low = positive.cbegin();
  auto high = positive.cbegin();
  for (const double value : negative) {
    while (low != positive.cend() && *low < value) ++low;
    while (high != positive.cend() && *high <= value) ++high;
    wins += static_cast<double>(positive.cend() - high) +
            static_cast<double>(high - low) / 2;
  }
  return wins / (static_cast<double>(positive.size()) *
                 static_cast<double>(negative.size()));
}

std::vector<RiskPoint> RiskCoverage(std::vector<Claim> claims) {
  std::vector<MeanClaim> sorted = Sorted(std::move(claims));
  std::reverse(sorted.begin(), sorted.end());
  std::vector<RiskPoint> points;
  points.reserve(sorted.size());
  double wrong = 0;
  for (const MeanClaim& claim : sorted) {
    wrong += 1 - claim.right;
    const auto answered = static_cast<double>(points.size() + 1);
    points.push_back(
        {answered / static_cast<double>(sorted.size()), wrong / answered});
  }
  return points;
}

std::optional<double> AreaUnderRiskCoverage(std::vector<Claim> claims) {
  if (claims.empty()) return std::nullopt;
  const std::vector<RiskPoint> points = RiskCoverage(std::move(claims));
  double sum = 0;
  for (const RiskPoint& point : points) sum += point.risk;
  return sum / static_cast<double>(points.size());
}

std::vector<ReliabilityBin> Reliability(std::vector<Claim> claims,
                                        size_t bins) {
  const std::vector<MeanClaim> sorted = Sorted(std::move(claims));
  std::vector<ReliabilityBin> filled;
  for (size_t bin = 0; bin < bins; ++bin) {
    const size_t begin = sorted.size() * bin / bins;
    const size_t end = sorted.size() * (bin + 1) / bins;
    if (begin == end) continue;
    ReliabilityBin sums{0, 0, end - begin};
    for (size_t i = begin; i < end; ++i) {
      sums.confidence += sorted[i].confidence;
      sums.right += sorted[i].right;
    }
    const auto count = static_cast<double>(sums.claims);
    filled.push_back(
        {sums.confidence / count, sums.right / count, sums.claims});
  }
  return filled;
}

std::optional<double> ExpectedCalibrationError(std::vector<Claim> claims) {
  if (claims.empty()) return std::nullopt;
  const auto count = static_cast<double>(claims.size());
  double error = 0;
  for (const ReliabilityBin& bin : Reliability(std::move(claims), kBins)) {
    error += std::abs(bin.confidence - bin.right) *
             static_cast<double>(bin.claims) / count;
  }
  return error;
}

double AveragePrecision(const std::vector<bool>& is_right) {
  double sum = 0;
  int right = 0;
  for (size_t i = 0; i < is_right.size(); ++i) {
    if (!is_right[i]) continue;
    ++right;
    sum += right / static_cast<double>(i + 1);
  }
  return right == 0 ? 0 : sum / right;
}

double ReciprocalRank(const std::vector<bool>& is_right) {
  const auto first = std::find(is_right.begin(), is_right.end(), true);
  if (first == is_right.end()) return 0;
  return 1 / static_cast<double>(first - is_right.begin() + 1);
}

double F1(double precision, double recall) {
  const double sum = precision + recall;
  return sum == 0 ? 0 : 2 * precision * recall / sum;
}

}  // namespace footnote::bench
