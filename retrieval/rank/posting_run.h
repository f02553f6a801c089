// Postings on the way to a chunk, each with what its score is at most.

#ifndef FOOTNOTE_RETRIEVAL_RANK_POSTING_RUN_H_
#define FOOTNOTE_RETRIEVAL_RANK_POSTING_RUN_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "absl/types/span.h"
#include "retrieval/index/passage_lengths.h"
#include "retrieval/index/posting.h"
#include "retrieval/rank/bm25.h"

namespace footnote {

// A posting and the length of its passage.
struct SizedPosting {
  Posting posting;
  uint32_t length = 0;  // In terms, the title included.
};

// Returns the score that a term of `idf` gives by `sized`.
inline double Score(const Bm25& bm25, double idf, const SizedPosting& sized) {
  return bm25.Score(idf, sized.posting, sized.length);
}

// What a posting tells of its passage, in four bytes.
struct PackedPosting {
  // As `length`, that the numbers are too great and stand aside.
  static constexpr uint16_t kAside = std::numeric_limits<uint16_t>::max();

  uint16_t length = 0;
  uint8_t title_frequency = 0;
  uint8_t text_frequency = 0;
};
static_assert(sizeof(PackedPosting) == 4);

// What the scores of postings at IDF 1 are at most, in a byte each, the impact:
// 0 stands for no posting, and 255 for what no score exceeds. Not thread-safe:
// it keeps what it has computed.
class ImpactScale {
 public:
  // `bm25` outlives the scale.
  explicit ImpactScale(const Bm25& bm25) : bm25_(bm25), unit_(UnitOf(bm25)) {}

  // Returns the impact of a posting that is at least its score; 1 or more.
  uint8_t ImpactOf(const Posting& posting, uint32_t length) {
    if (posting.title_frequency == 0 && posting.text_frequency < kFrequencies &&
        length < kLengths) {
      uint8_t& known = impacts_[posting.text_frequency * kLengths + length];
      if (known == 0) known = Compute(posting, length);
      return known;
    }
    return Compute(posting, length);
  }

  const Bm25& bm25() const { return bm25_; }

  // Returns the score that an impact of 1 stands for: the same whatever the
  // lengths of the corpus's passages are.
  static double UnitOf(const Bm25& bm25) {
    return bm25.MaxScore(1) / std::numeric_limits<uint8_t>::max();
  }

 private:
  static constexpr uint32_t kFrequencies = 8;  // Those that are kept,
  static constexpr uint32_t kLengths = 256;    // for such lengths.

  uint8_t Compute(const Posting& posting, uint32_t length) const;

  const Bm25& bm25_;
  double unit_;
  std::array<uint8_t, size_t{kFrequencies}* kLengths> impacts_ = {};
};

// Postings in order of passage. Not thread-safe.
class PostingRun {
 public:
  // `bm25` outlives the run.
  explicit PostingRun(const Bm25& bm25) : scale_(bm25) {}

  // Appends `postings`, whose passages are greater than all before and have
  // `lengths`.
  void Add(absl::Span<const Posting> postings, const PassageLengths& lengths);

  // Appends `sized`, whose passage is greater than all before.
  void Add(const SizedPosting& sized);

  void Clear();

  bool empty() const { return postings_.empty(); }

  // Return each posting's passage, what it tells of it, and its impact.
  absl::Span<const PassageNumber> passages() const { return passages_; }
  absl::Span<const PackedPosting> postings() const { return postings_; }
  absl::Span<const uint8_t> impacts() const { return impacts_; }

  // Returns, whole, those whose numbers are too great for four bytes.
  absl::Span<const SizedPosting> aside() const { return aside_; }

  // Returns what the impacts were computed with.
  const Bm25& bm25() const { return scale_.bm25(); }

 private:
  ImpactScale scale_;
  std::vector<PassageNumber> passages_;
  std::vector<PackedPosting> postings_;
  std::vector<uint8_t> impacts_;
  std::vector<SizedPosting> aside_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_RANK_POSTING_RUN_H_
