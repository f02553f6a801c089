// How many posting lists a cache finds, by what it lets go and by its budget,
// under a stream of questions whose terms follow Zipf's law. Nothing is read: a
// list is its size.

#ifndef FOOTNOTE_BENCH_EVICTION_H_
#define FOOTNOTE_BENCH_EVICTION_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace footnote::bench {

// What a cache that is full does.
enum class EvictionPolicy { kFifo, kLru, kClock, kClock3, kTinyLfu };

inline constexpr std::array<std::pair<EvictionPolicy, const char*>, 5>
    kEvictionPolicies = {{{EvictionPolicy::kFifo, "FIFO"},
                          {EvictionPolicy::kLru, "LRU"},
                          {EvictionPolicy::kClock, "CLOCK"},
                          {EvictionPolicy::kClock3, "CLOCK, 2 bits"},
                          {EvictionPolicy::kTinyLfu, "CLOCK and TinyLFU"}}};

// Shares, 0 to 1.
struct HitRates {
  double lists = 0;  // Of the lists asked for, those that were there.
  double bytes = 0;  // The same of their bytes, which is what reading costs.
};

// Questions to a corpus of a million passages of 60 words.
class EvictionSimulation {
 public:
  // `terms` of them are asked for, half of them to fill the cache: the n-th
  // most frequent with probability n^-`skew`, the first `left_out` never.
  EvictionSimulation(double skew, size_t left_out, size_t terms = 1'000'000);

  // Returns the bytes of all lists that are asked for.
  uint64_t all_bytes() const { return all_bytes_; }

  // Returns what a cache of `budget` bytes finds, once it is full. The same
  // each time.
  HitRates Run(EvictionPolicy policy, uint64_t budget) const;

 private:
  const std::vector<uint64_t> bytes_;  // Of each term, most frequent first.
  const std::vector<size_t> terms_;    // Asked for.
  uint64_t all_bytes_ = 0;
};

}  // namespace footnote::bench

#endif  // FOOTNOTE_BENCH_EVICTION_H_
