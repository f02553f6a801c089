#include "retrieval/text/near_duplicate.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>

#include "retrieval/text/letters.h"
#include "retrieval/text/terms.h"
#include "retrieval/text/word_scanner.h"

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

// Words in a run of a sketch.
constexpr size_t kSketchRun = 4;

uint32_t HashRun(const uint64_t (&words)[kSketchRun]) {
  uint64_t hash = kOffsetBasis;
  for (const uint64_t word : words) hash = (hash ^ word) * kPrime;
  // The upper bits depend on all of the lower.
  return static_cast<uint32_t>(hash >> 32);
}

}  // namespace

uint64_t HashTerm(absl::string_view term) { return Hash(kOffsetBasis, term); }

ShingleSet Shingles(absl::Span<const uint64_t> terms) {
  ShingleSet set;
  set.hashes.assign(terms.begin(), terms.end());
  for (size_t i = 1; i < terms.size(); ++i) {
    // The order of the two counts.
    set.hashes.push_back((terms[i - 1] * kPrime) ^ terms[i]);
  }
  std::sort(set.hashes.begin(), set.hashes.end());
  set.hashes.erase(std::unique(set.hashes.begin(), set.hashes.end()),
                   set.hashes.end());
  return set;
}

ShingleSet Shingles(absl::string_view text) {
  std::vector<uint64_t> terms;
  ForEachTerm(text, [&terms](absl::string_view term, ByteRange) {
    terms.push_back(HashTerm(term));
    return true;
  });
  return Shingles(terms);
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

std::vector<uint32_t> Sketch(absl::string_view text) {
  std::set<uint32_t> least;
  // The hashes of the last words, the newest last.
  uint64_t words[kSketchRun] = {};
  size_t count = 0;
  WordScanner scanner(text);
  for (Word word; scanner.Next(&word);) {
    char buffer[64];
    absl::string_view lower =
        LowerAscii(Slice(text, word.range), buffer, sizeof(buffer));
    if (lower.empty()) lower = Slice(text, word.range);
    std::copy(std::next(words), std::end(words), words);
    words[kSketchRun - 1] = Hash(kOffsetBasis, lower);
    if (++count < kSketchRun) continue;
    const uint32_t run = HashRun(words);
    if (least.size() == kSketchSize && run >= *least.rbegin()) continue;
    least.insert(run);
    if (least.size() > kSketchSize) least.erase(std::prev(least.end()));
  }
  return {least.begin(), least.end()};
}

double SketchResemblance(const std::vector<uint32_t>& a,
                         const std::vector<uint32_t>& b) {
  if (a.empty() || b.empty()) return 0;
  // The least of both together, as those of one text would be.
  size_t all = 0;
  size_t shared = 0;
  auto in_a = a.begin();
  auto in_b = b.begin();
  for (; all < kSketchSize && (in_a != a.end() || in_b != b.end()); ++all) {
    const bool takes_a = in_b == b.end() || (in_a != a.end() && *in_a <= *in_b);
    const bool takes_b = in_a == a.end() || (in_b != b.end() && *in_b <= *in_a);
    shared += takes_a && takes_b;
    in_a += takes_a;
    in_b += takes_b;
  }
  return static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace footnote
