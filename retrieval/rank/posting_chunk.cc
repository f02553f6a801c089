#include "retrieval/rank/posting_chunk.h"

#include <algorithm>
#include <cmath>

namespace footnote {
namespace {

bool IsBelow(const PackedPosting& packed, PassageNumber passage) {
  return packed.passage < passage;
}

// Returns `sized` in eight bytes.
PackedPosting Pack(const SizedPosting& sized) {
  constexpr uint32_t kMost = std::numeric_limits<uint8_t>::max();
  const Posting& posting = sized.posting;
  PackedPosting packed;
  packed.passage = posting.passage;
  if (sized.length >= PackedPosting::kAside ||
      posting.title_frequency > kMost || posting.text_frequency > kMost) {
    packed.length = PackedPosting::kAside;
    return packed;
  }
  packed.length = static_cast<uint16_t>(sized.length);
  packed.title_frequency = static_cast<uint8_t>(posting.title_frequency);
  packed.text_frequency = static_cast<uint8_t>(posting.text_frequency);
  return packed;
}

// Returns the least that is not less than `value`.
float RoundUp(double value) {
  const auto rounded = static_cast<float>(value);
  return rounded < value
             ? std::nextafter(rounded, std::numeric_limits<float>::infinity())
             : rounded;
}

}  // namespace

ImpactScale::ImpactScale(const Bm25& bm25)
    : bm25_(bm25),
      // No frequency gives more than an endless one.
      unit_(bm25.MaxScore(1) / std::numeric_limits<uint8_t>::max()) {
  for (uint32_t frequency = 0; frequency < kFrequencies; ++frequency) {
    for (uint32_t length = 0; length < kLengths; ++length) {
      impacts_[frequency * kLengths + length] = Compute(frequency, length);
    }
  }
}

uint8_t ImpactScale::ImpactOf(const SizedPosting& sized) const {
  const Posting& posting = sized.posting;
  if (posting.title_frequency == 0 && posting.text_frequency < kFrequencies &&
      sized.length < kLengths) {
    return impacts_[posting.text_frequency * kLengths + sized.length];
  }
  return Compute(
      bm25_.Frequency(posting.title_frequency, posting.text_frequency),
      sized.length);
}

uint8_t ImpactScale::Compute(double frequency, uint32_t length) const {
  constexpr uint8_t kMost = std::numeric_limits<uint8_t>::max();
  const double score = bm25_.Score(1, frequency, length);
  // One more than whole units, lest rounding makes it too small.
  const double units = std::floor(score / unit_) + 1;
  return units < kMost ? static_cast<uint8_t>(units) : kMost;
}

PostingChunk::PostingChunk(absl::Span<const SizedPosting> postings,
                           const Bm25& bm25, const ImpactScale& scale)
    : first_(postings.front().posting.passage),
      average_length_(bm25.average_length()) {
  postings_.reserve(postings.size());
  blocks_.reserve((postings.size() + kBlockPostings - 1) / kBlockPostings);
  for (size_t begin = 0; begin < postings.size(); begin += kBlockPostings) {
    AddBlock(postings.subspan(begin, kBlockPostings), bm25);
  }
  aside_.shrink_to_fit();
  AddImpacts(postings, scale);
}

void PostingChunk::AddImpacts(absl::Span<const SizedPosting> postings,
                              const ImpactScale& scale) {
  const size_t passages = size_t{last()} - first_ + 1;
  if (passages > kDensePassages * postings.size()) return;
  impact_unit_ = scale.ScoreOf(1);
  impacts_.resize(passages);
  for (const SizedPosting& sized : postings) {
    impacts_[sized.posting.passage - first_] = scale.ImpactOf(sized);
  }
}

void PostingChunk::AddBlock(absl::Span<const SizedPosting> postings,
                            const Bm25& bm25) {
  // Of frequency f and norm n, the score f / (f + n) is greatest where f / n
  // is; two are compared without a division.
  double best_frequency = 0;
  double best_norm = 1;
  for (const SizedPosting& sized : postings) {
    const PackedPosting packed = Pack(sized);
    if (packed.length == PackedPosting::kAside) aside_.push_back(sized);
    postings_.push_back(packed);
    const double frequency = bm25.Frequency(sized.posting.title_frequency,
                                            sized.posting.text_frequency);
    const double norm = bm25.Norm(sized.length);
    if (frequency * best_norm > best_frequency * norm) {
      best_frequency = frequency;
      best_norm = norm;
    }
  }
  const double score = bm25.ScoreOf(1, best_frequency, best_norm);
  blocks_.push_back({postings.back().posting.passage, RoundUp(score)});
}

SizedPosting PostingChunk::Unpack(const PackedPosting& packed) const {
  if (packed.length == PackedPosting::kAside) {
    return *std::lower_bound(aside_.begin(), aside_.end(), packed.passage,
                             [](const SizedPosting& a, PassageNumber passage) {
                               return a.posting.passage < passage;
                             });
  }
  return {{packed.passage, packed.title_frequency, packed.text_frequency},
          packed.length};
}

const PackedPosting* PostingChunk::Find(PassageNumber passage) const {
  if (is_dense() && ImpactBound(passage) == 0) return nullptr;
  const auto block =
      std::lower_bound(blocks_.begin(), blocks_.end(), passage,
                       [](const PostingBlock& b, PassageNumber number) {
                         return b.last < number;
                       });
  if (block == blocks_.end()) return nullptr;
  const auto all = absl::MakeConstSpan(postings_);
  const auto held =
      all.subspan(static_cast<size_t>(block - blocks_.begin()) * kBlockPostings,
                  kBlockPostings);
  // The block holds the passage or a greater one.
  const auto found =
      std::lower_bound(held.begin(), held.end(), passage, IsBelow);
  return found->passage == passage ? &*found : nullptr;
}

size_t PostingChunk::bytes() const {
  return sizeof(*this) + postings_.capacity() * sizeof(PackedPosting) +
         blocks_.capacity() * sizeof(PostingBlock) +
         aside_.capacity() * sizeof(SizedPosting) + impacts_.capacity();
}

}  // namespace footnote
