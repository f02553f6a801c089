#include "bench/eviction.h"

#include <algorithm>
#include <cmath>
#include <list>
#include <numeric>
#include <random>

namespace footnote::bench {
namespace {

constexpr int kPassages = 1'000'000;
constexpr int kWordsPerPassage = 60;
constexpr size_t kVocabulary = 200'000;
constexpr uint64_t kOverhead = 400;  // Bytes a list.

// Counts how often terms were asked for lately.
class Sketch {
 public:
  void Add(size_t term) {
    ++counts_[term];
    if (++added_ < kHalveAfter) return;
    added_ = 0;
    for (uint32_t& count : counts_) count /= 2;
  }

  uint32_t Count(size_t term) const { return counts_[term]; }

 private:
  static constexpr int kHalveAfter = 200'000;
  std::vector<uint32_t> counts_ = std::vector<uint32_t>(kVocabulary);
  int added_ = 0;
};

// A cache of lists by one policy.
class Cache {
 public:
  Cache(EvictionPolicy policy, uint64_t budget)
      : policy_(policy), budget_(budget) {}

  // Asks for the list of `term`, and returns whether it was there.
  bool Ask(size_t term, uint64_t bytes) {
    if (policy_ == EvictionPolicy::kTinyLfu) sketch_.Add(term);
    if (entries_[term] != circle_.end()) {
      Use(entries_[term]);
      return true;
    }
    if (bytes <= budget_ && MakeRoom(term, bytes)) {
      circle_.push_back({term, bytes, 0});
      entries_[term] = std::prev(circle_.end());
      bytes_ += bytes;
    }
    return false;
  }

 private:
  struct Entry {
    size_t term;
    uint64_t bytes;
    int uses;
  };
  using Circle = std::list<Entry>;

  void Use(Circle::iterator entry) {
    if (policy_ == EvictionPolicy::kLru)
      circle_.splice(circle_.end(), circle_, entry);
    const int most = policy_ == EvictionPolicy::kClock3 ? 3 : 1;
    entry->uses = std::min(entry->uses + 1, most);
  }

  bool IsSpared(Entry& entry) {
    if (policy_ == EvictionPolicy::kFifo || policy_ == EvictionPolicy::kLru)
      return false;
    if (entry.uses == 0) return false;
    --entry.uses;
    return true;
  }

  // Returns whether `bytes` fit now, or `term` is not worth the room.
  bool MakeRoom(size_t term, uint64_t bytes) {
    while (bytes_ + bytes > budget_) {
      const auto hand = circle_.begin();
      if (IsSpared(*hand)) {
        circle_.splice(circle_.end(), circle_, hand);
        continue;
      }
      if (policy_ == EvictionPolicy::kTinyLfu &&
          sketch_.Count(term) < sketch_.Count(hand->term)) {
        circle_.splice(circle_.end(), circle_, hand);
        return false;
      }
      bytes_ -= hand->bytes;
      entries_[hand->term] = circle_.end();
      circle_.erase(hand);
    }
    return true;
  }

  const EvictionPolicy policy_;
  const uint64_t budget_;
  uint64_t bytes_ = 0;
  Circle circle_;
  // By term; the end where there is none.
  std::vector<Circle::iterator> entries_ =
      std::vector<Circle::iterator>(kVocabulary, circle_.end());
  Sketch sketch_;
};

// Returns the bytes of the list of each term, the most frequent first.
std::vector<uint64_t> ListBytes() {
  std::vector<uint64_t> bytes(kVocabulary);
  const double all = std::log(kVocabulary) + 0.5772;
  for (size_t term = 0; term < kVocabulary; ++term) {
    const double share = 1 / (static_cast<double>(term + 1) * all);
    bytes[term] = kOverhead + static_cast<uint64_t>(
                                  8 * kPassages *
                                  (1 - std::exp(-kWordsPerPassage * share)));
  }
  return bytes;
}

// Draws `count` terms, the n-th with probability n^-`skew`, but none of the
// first `left_out`.
std::vector<size_t> DrawTerms(double skew, size_t left_out, size_t count) {
  std::vector<double> weights(kVocabulary);
  for (size_t i = left_out; i < weights.size(); ++i) {
    weights[i] = std::pow(static_cast<double>(i + 1), -skew);
  }
  std::discrete_distribution<size_t> draw(weights.begin(), weights.end());
  std::mt19937 random(1);
  std::vector<size_t> terms(count);
  for (size_t& term : terms) term = draw(random);
  return terms;
}

}  // namespace

EvictionSimulation::EvictionSimulation(double skew, size_t left_out,
                                       size_t terms)
    : bytes_(ListBytes()), terms_(DrawTerms(skew, left_out, terms)) {
  all_bytes_ = std::accumulate(
      bytes_.begin() + static_cast<ptrdiff_t>(left_out), bytes_.end(), 0UL);
}

HitRates EvictionSimulation::Run(EvictionPolicy policy, uint64_t budget) const {
  Cache cache(policy, budget);
  double asked = 0;
  double found = 0;
  double bytes_asked = 0;
  double bytes_found = 0;
  for (size_t i = 0; i < terms_.size(); ++i) {
    const uint64_t size = bytes_[terms_[i]];
    const bool is_there = cache.Ask(terms_[i], size);
    if (i < terms_.size() / 2) continue;
    ++asked;
    bytes_asked += static_cast<double>(size);
    if (!is_there) continue;
    ++found;
    bytes_found += static_cast<double>(size);
  }
  return {found / asked, bytes_found / bytes_asked};
}

}  // namespace footnote::bench
