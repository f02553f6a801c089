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

}  // namespace

uint8_t ImpactScale::ImpactOf(const SizedPosting& sized) {
  const Posting& posting = sized.posting;
  if (posting.title_frequency == 0 && posting.text_frequency < kFrequencies &&
      sized.length < kLengths) {
    uint8_t& known = impacts_[posting.text_frequency * kLengths + sized.length];
    if (known == 0) known = Compute(posting.text_frequency, sized.length);
    return known;
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
                           const Bm25& bm25, ImpactScale* scale)
    : first_(postings.front().posting.passage),
      last_(postings.back().posting.passage),
      average_length_(bm25.average_length()) {
  postings_.resize(postings.size());
  for (size_t i = 0; i < postings.size(); ++i) {
    postings_[i] = Pack(postings[i]);
    if (postings_[i].length == PackedPosting::kAside) {
      aside_.push_back(postings[i]);
    }
  }
  aside_.shrink_to_fit();
  const size_t passages = groups() * kGroupPassages;
  if (passages <= kDensePassages * postings.size()) {
    AddDense(postings, scale);
  } else {
    AddPlaced(postings, scale);
  }
  if (passages <= kBlockedPassages * postings.size()) {
    AddMaxima();
    AddPlaces();
  }
}

void PostingChunk::AddDense(absl::Span<const SizedPosting> postings,
                            ImpactScale* scale) {
  impacts_.resize(groups() * kGroupPassages);
  const PassageNumber begin = FirstOfGroup(first_group());
  for (const SizedPosting& sized : postings) {
    impacts_[sized.posting.passage - begin] = scale->ImpactOf(sized);
  }
}

void PostingChunk::AddPlaced(absl::Span<const SizedPosting> postings,
                             ImpactScale* scale) {
  placed_.resize(postings.size());
  for (size_t i = 0; i < postings.size(); ++i) {
    const PassageNumber offset = postings[i].posting.passage % kGroupPassages;
    placed_[i] = {static_cast<uint8_t>(offset), scale->ImpactOf(postings[i])};
  }
}

void PostingChunk::AddMaxima() {
  maxima_.resize(groups() * kGroupBlocks);
  const PassageNumber begin = FirstOfGroup(first_group());
  for (size_t i = 0; i < postings_.size(); ++i) {
    const PassageNumber offset = postings_[i].passage - begin;
    const uint8_t impact = is_dense() ? impacts_[offset] : placed_[i].impact;
    uint8_t& greatest = maxima_[BlockOf(offset)];
    greatest = std::max(greatest, impact);
  }
}

void PostingChunk::AddPlaces() {
  places_.resize(groups() + 1);
  size_t next = 0;  // The first group whose place is not known.
  for (size_t i = 0; i < postings_.size(); ++i) {
    const size_t group = GroupOf(postings_[i].passage) - first_group();
    while (next <= group) places_[next++] = static_cast<uint16_t>(i);
  }
  places_.back() = static_cast<uint16_t>(postings_.size());
}

const PackedPosting* PostingChunk::Find(PassageNumber passage) const {
  if (passage < first_ || passage > last_) return nullptr;
  if (is_dense() && impacts_[passage - FirstOfGroup(first_group())] == 0) {
    return nullptr;
  }
  auto begin = postings_.begin();
  auto end = postings_.end();
  if (!places_.empty()) {
    const size_t group = GroupOf(passage) - first_group();
    end = begin + places_[group + 1];
    begin += places_[group];
  }
  const auto found = std::lower_bound(begin, end, passage, IsBelow);
  return found != end && found->passage == passage ? &*found : nullptr;
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

size_t PostingChunk::bytes() const {
  return sizeof(*this) + postings_.capacity() * sizeof(PackedPosting) +
         aside_.capacity() * sizeof(SizedPosting) + impacts_.capacity() +
         placed_.capacity() * sizeof(PlacedImpact) + maxima_.capacity() +
         places_.capacity() * sizeof(uint16_t);
}

}  // namespace footnote
