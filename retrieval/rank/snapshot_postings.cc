#include "retrieval/rank/snapshot_postings.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "retrieval/index/fts_structure.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Returns an error if there is no passage of the greatest number in `list`: a
// search takes memory for all up to it.
absl::Status CheckNumbers(const CachedPostings& list,
                          const PassageLengths& lengths) {
  const bool is_known =
      list.size() == 0 ||
      list.last_passage() / PassageLengths::kBlockPassages < lengths.blocks();
  return is_known ? absl::OkStatus() : DamagedFtsIndex();
}

}  // namespace

void SnapshotPostings::Begin(uint64_t revision) {
  End();
  revision_ = revision;
}

void SnapshotPostings::End() {
  if (!held_.empty()) {
    corpus_.cache().Count(std::exchange(hits_, 0), std::exchange(updates_, 0),
                          std::exchange(misses_, 0));
  }
  held_.clear();
  bm25_.reset();
  lengths_.reset();
  if (known_.size() > kMaxKnown) known_.clear();
}

absl::StatusOr<std::shared_ptr<const CachedPostings>> SnapshotPostings::Get(
    absl::string_view term) {
  List& held = held_[term];
  if (held != nullptr) return held;
  std::weak_ptr<const CachedPostings>& known = known_[term];
  List list = known.lock();
  if (list != nullptr && list->revision() == revision_) {
    ++hits_;
    list->NoteUse();
  } else {
    FOOTNOTE_ASSIGN_OR_RETURN(list, Fetch(term));
    known = list;
  }
  held = list;
  return list;
}

absl::StatusOr<const Bm25*> SnapshotPostings::Scoring() {
  if (!bm25_.has_value()) {
    FOOTNOTE_ASSIGN_OR_RETURN(const IndexTotals totals, reader_.ReadTotals());
    bm25_.emplace(corpus_.parameters(), totals);
  }
  return &*bm25_;
}

absl::StatusOr<SnapshotPostings::List> SnapshotPostings::Fetch(
    absl::string_view term) {
  const List cached = corpus_.Find(term);
  if (cached != nullptr && cached->revision() == revision_) {
    ++hits_;
    cached->NoteUse();
    return cached;
  }
  if (cached != nullptr && cached->revision() < revision_) {
    FOOTNOTE_ASSIGN_OR_RETURN(const List list, Update(term, *cached));
    if (list != nullptr) {
      ++updates_;
      corpus_.Put(term, list);
      return list;
    }
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const List list, Read(term));
  ++misses_;
  corpus_.Put(term, list);
  return list;
}

absl::StatusOr<SnapshotPostings::List> SnapshotPostings::Update(
    absl::string_view term, const CachedPostings& list) {
  const auto removed = corpus_.removals().Between(list.revision(), revision_);
  if (!removed.has_value()) return List();
  FOOTNOTE_ASSIGN_OR_RETURN(
      const PostingList tail,
      reader_.ReadPostingsAfter(term, list.last_passage()));
  FOOTNOTE_ASSIGN_OR_RETURN(const Bm25* const bm25, Scoring());
  if (tail.empty()) return list.At(revision_, *removed, {}, {}, *bm25);
  FOOTNOTE_ASSIGN_OR_RETURN(const PassageLengths* const lengths, Lengths());
  List later = list.At(revision_, *removed, tail, *lengths, *bm25);
  FOOTNOTE_RETURN_IF_ERROR(CheckNumbers(*later, *lengths));
  return later;
}

absl::StatusOr<SnapshotPostings::List> SnapshotPostings::Read(
    absl::string_view term) {
  FOOTNOTE_ASSIGN_OR_RETURN(const Bm25* const bm25, Scoring());
  FOOTNOTE_ASSIGN_OR_RETURN(const PassageLengths* const lengths, Lengths());
  auto list = std::make_shared<CachedPostings>(revision_);
  CachedPostings::Appender appender(list.get(), *lengths, *bm25);
  std::vector<PassageNumber> removed;
  FOOTNOTE_ASSIGN_OR_RETURN(
      const bool is_whole,
      reader_.VisitPostings(
          term,
          [&appender](absl::Span<const Posting> some) { appender.Add(some); },
          &removed));
  if (!is_whole) return ReadSettled(term, *lengths, *bm25);
  appender.Finish();
  FOOTNOTE_RETURN_IF_ERROR(CheckNumbers(*list, *lengths));
  if (removed.empty()) return list;
  std::sort(removed.begin(), removed.end());
  return list->At(revision_, removed, {}, {}, *bm25);
}

absl::StatusOr<SnapshotPostings::List> SnapshotPostings::ReadSettled(
    absl::string_view term, const PassageLengths& lengths, const Bm25& bm25) {
  FOOTNOTE_ASSIGN_OR_RETURN(const PostingList postings,
                            reader_.ReadPostings(term));
  auto list =
      std::make_shared<CachedPostings>(revision_, postings, lengths, bm25);
  FOOTNOTE_RETURN_IF_ERROR(CheckNumbers(*list, lengths));
  return list;
}

absl::StatusOr<const PassageLengths*> SnapshotPostings::Lengths() {
  if (lengths_ == nullptr) {
    FOOTNOTE_ASSIGN_OR_RETURN(
        lengths_, corpus_.lengths().Get(reader_.lengths(), revision_));
  }
  return lengths_.get();
}

}  // namespace footnote
