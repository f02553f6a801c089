#include "retrieval/rank/block_max.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "absl/strings/str_cat.h"
#include "retrieval/rank/block_bounds.h"
#include "retrieval/rank/block_cursor.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

constexpr PassageNumber kNoPassage = std::numeric_limits<PassageNumber>::max();

// What the bounds of all terms make at most: an impact stands for no more than
// ImpactWeight takes.
constexpr double kMostUnits = ImpactWeight::kMostUnits * 255;

// Scores and products of them may be off by some last bits.
constexpr double kSlack = 1 - 1e-9;

// Finds the best passages for one set of terms.
class Search {
 public:
  Search(const std::vector<WeighedTerm>& terms, const Bm25& bm25,
         const PassageConditions& conditions)
      : conditions_(conditions), best_(conditions.limit) {
    ChooseUnits(terms, bm25);
    PassageNumber first = kNoPassage;
    PassageNumber last = 0;
    for (const WeighedTerm& term : terms) {
      if (term.postings->size() == 0) continue;
      cursors_.emplace_back(term.postings, term.idf, bm25, units_per_score_);
      first = std::min(first, term.postings->pieces().front().chunk->first());
      last = std::max(last, term.postings->pieces().back().last);
    }
    if (!cursors_.empty()) bounds_ = BlockBounds(first, last);
    for (BlockCursor& cursor : cursors_) by_weight_.push_back(&cursor);
    std::stable_sort(by_weight_.begin(), by_weight_.end(),
                     [](const BlockCursor* a, const BlockCursor* b) {
                       return a->idf() > b->idf();
                     });
  }

  absl::StatusOr<std::vector<ScoredPassage>> Run(const Deadline& deadline) {
    FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
    AddBlocks();
    LeaveOutWhatIsNotAllowed();
    VisitGreatest();
    FOOTNOTE_RETURN_IF_ERROR(VisitRest(deadline));
    return best_.TakeSorted();
  }

 private:
  // Chooses the units of bounds such that the sum of all terms is one. Each
  // term may add two by rounding.
  void ChooseUnits(const std::vector<WeighedTerm>& terms, const Bm25& bm25) {
    double most = 0;
    for (const WeighedTerm& term : terms) {
      most += BlockCursor::MaxScore(*term.postings, term.idf, bm25);
    }
    const double units = kMostUnits - 2 * static_cast<double>(terms.size());
    units_per_score_ = most > 0 ? units / most : 0;
  }

  // Adds up the bounds of all blocks, of some in a row at a time, so that they
  // stay in the processor's nearest cache while all terms are added.
  void AddBlocks() {
    constexpr size_t kBlocksInARow = 8192;
    for (size_t begin = bounds_.begin(); begin < bounds_.end();) {
      const size_t end = std::min(begin + kBlocksInARow, bounds_.end());
      for (BlockCursor& cursor : cursors_) cursor.AddBlocks(end, &bounds_);
      bounds_.NoteGreatest(begin, end);
      begin = end;
    }
    for (BlockCursor& cursor : cursors_) cursor.Rewind();
  }

  // Takes away the bounds of blocks of which no passage is allowed.
  void LeaveOutWhatIsNotAllowed() {
    if (conditions_.allowed == nullptr) return;
    for (size_t block = bounds_.begin(); block < bounds_.end(); ++block) {
      const size_t allowed =
          BlockOf(conditions_.allowed->FirstFrom(FirstOfBlock(block)));
      bounds_.Clear(block, allowed);
      block = allowed;
    }
    bounds_.NoteGreatest(bounds_.begin(), bounds_.end());
  }

  // Shows `best_` the passages of the blocks with the greatest bounds, which
  // are likely to hold the best.
  void VisitGreatest() {
    // With fewer, more are visited in all; with more, finding them takes
    // longer.
    constexpr size_t kBlocksOfPassage = 8;
    constexpr size_t kMostBlocks = 256;
    const size_t count =
        std::min(kBlocksOfPassage * conditions_.limit, kMostBlocks);
    for (const size_t block : bounds_.Greatest(count)) {
      VisitSoon(block);
    }
    VisitAwaited();
    for (BlockCursor& cursor : cursors_) cursor.Rewind();
  }

  // Shows `best_` the passages of all blocks that may belong there.
  absl::Status VisitRest(const Deadline& deadline) {
    constexpr size_t kVisitsACheck = 1024;
    size_t visits = 0;
    for (size_t block = bounds_.NextFrom(bounds_.begin(), least_);
         block < bounds_.end(); block = bounds_.NextFrom(block + 1, least_)) {
      VisitSoon(block);
      if (++visits % kVisitsACheck == 0) {
        FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
      }
    }
    VisitAwaited();
    return absl::OkStatus();
  }

  // Visits `block` once some more are to be visited, or VisitAwaited() is
  // called: until then, the memory's lines of it are on their way.
  void VisitSoon(size_t block) {
    constexpr size_t kBlocksAtOnce = 16;
    for (const BlockCursor& cursor : cursors_) cursor.FetchFirst(block);
    awaited_.push_back(block);
    if (awaited_.size() == kBlocksAtOnce) VisitAwaited();
  }

  void VisitAwaited() {
    for (const size_t block : awaited_) {
      for (const BlockCursor& cursor : cursors_) cursor.FetchNext(block);
    }
    for (const size_t block : awaited_) Visit(block);
    awaited_.clear();
  }

  // Shows `best_` the passages of `block` that may belong there. Not to be
  // visited again.
  void Visit(size_t block) {
    PassageBounds sums = {};
    const bool may_belong = bounds_[block] >= least_ && AddTerms(block, &sums);
    bounds_[block] = 0;
    if (!may_belong) return;
    for (size_t i = 0; i < kBlockPassages; ++i) {
      if (sums[i] < least_) continue;
      const PassageNumber passage =
          FirstOfBlock(block) + static_cast<PassageNumber>(i);
      if (IsAllowed(passage)) AddExactly(passage);
    }
  }

  bool IsAllowed(PassageNumber passage) const {
    return conditions_.allowed == nullptr ||
           conditions_.allowed->Contains(passage);
  }

  // Adds to `sums` what each term gives at most to the passages of `block`.
  // Returns false once it is clear that none may belong to the best.
  bool AddTerms(size_t block, PassageBounds* sums) {
    dense_.clear();
    unsigned rest = bounds_[block];  // Of the terms not added yet, their sum.
    for (BlockCursor* const cursor : by_weight_) {
      if (!cursor->Seek(block)) continue;
      if (cursor->is_dense()) {
        // In many passages, these tell little, and are looked at last.
        dense_.push_back(cursor);
      } else {
        rest -= cursor->AddTo(sums);
      }
    }
    for (BlockCursor* const cursor : dense_) {
      if (GreatestOf(*sums) + rest < least_) return false;
      rest -= cursor->AddTo(sums);
    }
    return true;
  }

  // Shows `best_` the `passage`, of the block where the cursors stand, with the
  // sum of what the terms give in their order.
  void AddExactly(PassageNumber passage) {
    double score = 0;
    bool in_text = false;
    for (const BlockCursor& cursor : cursors_) {
      const PackedPosting* const posting = cursor.Find(passage);
      if (posting == nullptr) continue;
      score += cursor.Score(passage, *posting);
      in_text = in_text || cursor.InText(passage, *posting);
    }
    if (conditions_.needs_term_in_text && !in_text) return;
    best_.Add({passage, score});
    const double least =
        std::floor(best_.threshold() * units_per_score_ * kSlack);
    least_ = static_cast<Bound>(std::clamp<double>(least, 1, kMostBound));
  }

  const PassageConditions& conditions_;
  BestPassages best_;
  double units_per_score_ = 0;
  std::vector<BlockCursor> cursors_;  // One a term, in order.

  // The same, those first that give most: they tell soonest whether a block has
  // one of the best.
  std::vector<BlockCursor*> by_weight_;

  BlockBounds bounds_;  // 0 for a block that is not to be visited.

  // What the bound of a passage has to be if it is to be one of the best. One
  // with the score of the worst may be, if its number is lower.
  Bound least_ = 1;

  std::vector<size_t> awaited_;  // The blocks to visit soon, in order.

  // Of the block under way, the dense terms.
  std::vector<BlockCursor*> dense_;
};

}  // namespace

absl::StatusOr<std::vector<ScoredPassage>> FindBest(
    const std::vector<WeighedTerm>& terms, const Bm25& bm25,
    const PassageConditions& conditions, const Deadline& deadline) {
  if (terms.size() > kMaxTerms) {
    return absl::InvalidArgumentError(
        absl::StrCat("There are ", terms.size(),
                     " terms to look for; ask for at most ", kMaxTerms, "."));
  }
  return Search(terms, bm25, conditions).Run(deadline);
}

}  // namespace footnote
