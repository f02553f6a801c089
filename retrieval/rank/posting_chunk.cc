#include "retrieval/rank/posting_chunk.h"

#include <algorithm>

namespace footnote {

PostingChunk::PostingChunk(const PostingRun& run)
    : first_(run.passages().front()),
      last_(run.passages().back()),
      postings_(run.postings().begin(), run.postings().end()),
      aside_(run.aside().begin(), run.aside().end()),
      average_length_(run.bm25().average_length()) {
  const size_t passages = groups() * kGroupPassages;
  if (passages <= kDensePassages * postings_.size()) {
    KeepDense(run);
  } else {
    KeepPlaced(run);
  }
  if (passages <= kBlockedPassages * postings_.size()) {
    KeepBlocks(run);
  } else {
    passages_.assign(run.passages().begin(), run.passages().end());
  }
}

void PostingChunk::KeepDense(const PostingRun& run) {
  impacts_.resize(groups() * kGroupPassages);
  uint8_t* const kept = impacts_.data();
  const auto passages = run.passages();
  const auto impacts = run.impacts();
  const PassageNumber begin = FirstOfGroup(first_group());
  for (size_t i = 0; i < passages.size(); ++i) {
    kept[passages[i] - begin] = impacts[i];
  }
}

void PostingChunk::KeepPlaced(const PostingRun& run) {
  const auto passages = run.passages();
  const auto impacts = run.impacts();
  placed_.resize(passages.size());
  for (size_t i = 0; i < passages.size(); ++i) {
    const PassageNumber offset = passages[i] % kGroupPassages;
    placed_[i] = {static_cast<uint8_t>(offset), impacts[i]};
  }
}

void PostingChunk::KeepBlocks(const PostingRun& run) {
  maxima_.resize(groups() * kGroupBlocks);
  places_.resize(groups() + 1);
  uint8_t* const maxima = maxima_.data();
  uint16_t* const ends = places_.data() + 1;  // Of each group.
  const auto passages = run.passages();
  const auto impacts = run.impacts();
  const PassageNumber begin = FirstOfGroup(first_group());
  for (size_t i = 0; i < passages.size(); ++i) {
    const PassageNumber offset = passages[i] - begin;
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
  const size_t place = is_dense()        ? FindDense(passage)
                       : places_.empty() ? FindSparse(passage)
                                         : FindPlaced(passage);
  return place < postings_.size() ? &postings_[place] : nullptr;
}

size_t PostingChunk::FindDense(PassageNumber passage) const {
  const size_t offset = passage - FirstOfGroup(first_group());
  if (impacts_[offset] == 0) return postings_.size();
  const size_t group = offset / kGroupPassages;
  const auto begin =
      impacts_.begin() + static_cast<ptrdiff_t>(group * kGroupPassages);
  const auto before = std::count(
      begin, impacts_.begin() + static_cast<ptrdiff_t>(offset), uint8_t{0});
  return places_[group] + offset % kGroupPassages - static_cast<size_t>(before);
}

size_t PostingChunk::FindPlaced(PassageNumber passage) const {
  const size_t group = GroupOf(passage) - first_group();
  for (size_t i = places_[group]; i < places_[group + 1]; ++i) {
    if (placed_[i].offset == passage % kGroupPassages) return i;
  }
  return postings_.size();
}

size_t PostingChunk::FindSparse(PassageNumber passage) const {
  const auto found =
      std::lower_bound(passages_.begin(), passages_.end(), passage);
  return *found == passage ? static_cast<size_t>(found - passages_.begin())
                           : postings_.size();
}

SizedPosting PostingChunk::Unpack(PassageNumber passage,
                                  const PackedPosting& packed) const {
  if (packed.length == PackedPosting::kAside) {
    return *std::lower_bound(aside_.begin(), aside_.end(), passage,
                             [](const SizedPosting& a, PassageNumber number) {
                               return a.posting.passage < number;
                             });
  }
  return {{passage, packed.title_frequency, packed.text_frequency},
          packed.length};
}

size_t PostingChunk::bytes() const {
  return sizeof(*this) + postings_.capacity() * sizeof(PackedPosting) +
         passages_.capacity() * sizeof(PassageNumber) +
         aside_.capacity() * sizeof(SizedPosting) + impacts_.capacity() +
         placed_.capacity() * sizeof(PlacedImpact) + maxima_.capacity() +
         places_.capacity() * sizeof(uint16_t);
}

}  // namespace footnote
