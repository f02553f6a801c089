#include "retrieval/rank/posting_run.h"

#include <cmath>

namespace footnote {
namespace {

// The lengths of passages in order: most are in the block of the one before.
class LengthWalk {
 public:
  explicit LengthWalk(const PassageLengths& lengths)
      : lengths_(lengths), there_(lengths.BlockAt(0)) {}

  uint32_t Of(PassageNumber passage) {
    const size_t block = passage / PassageLengths::kBlockPassages;
    const size_t offset = passage % PassageLengths::kBlockPassages;
    if (block != block_) {
      block_ = block;
      there_ = lengths_.BlockAt(block);
    }
    return offset < there_.size() ? there_[offset] : 0;
  }

 private:
  const PassageLengths& lengths_;
  size_t block_ = 0;
  absl::Span<const uint32_t> there_;
};

PackedPosting Pack(const Posting& posting, uint32_t length) {
  constexpr uint32_t kMost = std::numeric_limits<uint8_t>::max();
  if (length >= PackedPosting::kAside || posting.title_frequency > kMost ||
      posting.text_frequency > kMost) {
    return {PackedPosting::kAside, 0, 0};
  }
  return {static_cast<uint16_t>(length),
          static_cast<uint8_t>(posting.title_frequency),
          static_cast<uint8_t>(posting.text_frequency)};
}

}  // namespace

uint8_t ImpactScale::Compute(const Posting& posting, uint32_t length) const {
  constexpr uint8_t kMost = std::numeric_limits<uint8_t>::max();
  const double score = bm25_.Score(1, posting, length);
  // One more than whole units, lest rounding makes it too small.
  const double units = std::floor(score / unit_) + 1;
  return units < kMost ? static_cast<uint8_t>(units) : kMost;
}

void PostingRun::Add(absl::Span<const Posting> postings,
                     const PassageLengths& lengths) {
  const size_t begin = postings_.size();
  passages_.resize(begin + postings.size());
  postings_.resize(begin + postings.size());
  impacts_.resize(begin + postings.size());
  PassageNumber* const passages = passages_.data() + begin;
  PackedPosting* const packed = postings_.data() + begin;
  uint8_t* const impacts = impacts_.data() + begin;
  LengthWalk walk(lengths);
  for (size_t i = 0; i < postings.size(); ++i) {
    const Posting& posting = postings[i];
    const uint32_t length = walk.Of(posting.passage);
    passages[i] = posting.passage;
    packed[i] = Pack(posting, length);
    if (packed[i].length == PackedPosting::kAside) {
      aside_.push_back({posting, length});
    }
    impacts[i] = scale_.ImpactOf(posting, length);
  }
}

void PostingRun::Add(const SizedPosting& sized) {
  passages_.push_back(sized.posting.passage);
  postings_.push_back(Pack(sized.posting, sized.length));
  if (postings_.back().length == PackedPosting::kAside) aside_.push_back(sized);
  impacts_.push_back(scale_.ImpactOf(sized.posting, sized.length));
}

void PostingRun::Clear() {
  passages_.clear();
  postings_.clear();
  impacts_.clear();
  aside_.clear();
}

}  // namespace footnote
