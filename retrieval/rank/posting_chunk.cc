#include "retrieval/rank/posting_chunk.h"

#include <algorithm>

namespace footnote {
namespace {

bool IsBelow(const PackedPosting& packed, PassageNumber passage) {
  return packed.passage < passage;
}

}  // namespace

PostingChunk::PostingChunk(const PostingRun& run)
    : first_(run.postings().front().passage),
      last_(run.postings().back().passage),
      postings_(run.postings().begin(), run.postings().end()),
      aside_(run.aside().begin(), run.aside().end()),
      average_length_(run.bm25().average_length()) {
  const size_t passages = groups() * kGroupPassages;
  if (passages <= kDensePassages * postings_.size()) {
    KeepDense(run.impacts());
  } else {
    KeepPlaced(run.impacts());
  }
  if (passages <= kBlockedPassages * postings_.size()) {
    KeepBlocks(run.impacts());
  }
}

void PostingChunk::KeepDense(absl::Span<const uint8_t> impacts) {
  impacts_.resize(groups() * kGroupPassages);
  uint8_t* const kept = impacts_.data();
  const PassageNumber begin = FirstOfGroup(first_group());
  for (size_t i = 0; i < impacts.size(); ++i) {
    kept[postings_[i].passage - begin] = impacts[i];
  }
}

void PostingChunk::KeepPlaced(absl::Span<const uint8_t> impacts) {
  placed_.resize(impacts.size());
  for (size_t i = 0; i < impacts.size(); ++i) {
    const PassageNumber offset = postings_[i].passage % kGroupPassages;
    placed_[i] = {static_cast<uint8_t>(offset), impacts[i]};
  }
}

void PostingChunk::KeepBlocks(absl::Span<const uint8_t> impacts) {
  maxima_.resize(groups() * kGroupBlocks);
  places_.resize(groups() + 1);
  uint8_t* const maxima = maxima_.data();
  uint16_t* const ends = places_.data() + 1;  // Of each group.
  const PassageNumber begin = FirstOfGroup(first_group());
  for (size_t i = 0; i < impacts.size(); ++i) {
    const PassageNumber offset = postings_[i].passage - begin;
    uint8_t& greatest = maxima[BlockOf(offset)];
    greatest = std::max(greatest, impacts[i]);
    ends[GroupOf(offset)] = static_cast<uint16_t>(i + 1);
  }
  // A group without postings ends where the one before does.
  for (size_t group = 1; group < places_.size(); ++group) {
    places_[group] = std::max(places_[group], places_[group - 1]);
  }
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
