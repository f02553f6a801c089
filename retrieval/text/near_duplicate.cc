#include "retrieval/text/near_duplicate.h"

#include <algorithm>
#include <cstddef>

#include "retrieval/text/terms.h"

namespace footnote {
namespace {

// FNV-1a's 64-bit parameters. Fowler, Noll, Vo: "The FNV non-cryptographic hash
// algorithm", IETF draft, 2019.
constexpr uint64_t kOffsetBasis = 0xcbf29ce484222325;
constexpr uint64_t kPrime = 0x100000001b3;

uint64_t Hash(uint64_t seed, absl::string_view bytes) {
  for (const char c : bytes) {
    seed = (seed ^ static_cast<unsigned char>(c)) * kPrime;
  }
  return seed;
}

}  // namespace

ShingleSet Shingles(absl::string_view text) {
  ShingleSet set;
  uint64_t previous = 0;
  ForEachTerm(text, [&set, &previous](absl::string_view term, ByteRange) {
    const uint64_t hash = Hash(kOffsetBasis, term);
    if (!set.hashes.empty()) {
      // A term never holds a space, so that a pair equals no single term.
      set.hashes.push_back(Hash(Hash(previous, " "), term));
    }
    set.hashes.push_back(hash);
    previous = hash;
    return true;
  });
  std::sort(set.hashes.begin(), set.hashes.end());
  set.hashes.erase(std::unique(set.hashes.begin(), set.hashes.end()),
                   set.hashes.end());
  return set;
}

double Resemblance(const ShingleSet& a, const ShingleSet& b) {
  if (a.hashes.empty() && b.hashes.empty()) return 1;
  size_t shared = 0;
  auto in_a = a.hashes.begin();
  auto in_b = b.hashes.begin();
  while (in_a != a.hashes.end() && in_b != b.hashes.end()) {
    if (*in_a == *in_b) {
      ++shared;
      ++in_a;
      ++in_b;
    } else if (*in_a < *in_b) {
      ++in_a;
    } else {
      ++in_b;
    }
  }
  const size_t all = a.hashes.size() + b.hashes.size() - shared;
  return static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace footnote
