#include "bench/quality/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace footnote::bench {
namespace {

constexpr int kDraws = 1000;
constexpr std::mt19937_64::result_type kSeed = 20101;

// Returns the value that a share of `sorted` lies below, between two of them by
// how far it is.
double Quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<size_t>(place);
  const size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above],
                   place - static_cast<double>(below));
}

}  // namespace

std::optional<Interval> BootstrapInterval(size_t items, Statistic statistic) {
  if (items == 0) return std::nullopt;
  std::mt19937_64 random(kSeed);
  std::vector<double> values;
  std::vector<size_t> drawn(items);
  for (int draw = 0; draw < kDraws; ++draw) {
    // Not by std::uniform_int_distribution, which each library has its own of.
    for (size_t& item : drawn) item = random() % items;
    const std::optional<double> value = statistic(drawn);
    if (value.has_value()) values.push_back(*value);
  }
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  return Interval{Quantile(values, 0.025), Quantile(values, 0.975)};
}

}  // namespace footnote::bench
