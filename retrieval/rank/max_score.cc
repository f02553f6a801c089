#include "retrieval/rank/max_score.h"

#include <algorithm>
#include <numeric>

#include "retrieval/rank/posting_cursor.h"
#include "retrieval/rank/window_scores.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Bounds and sums taken in another order may be off by some last bits.
constexpr double kSlack = 1 + 1e-12;

// Finds the best passages for one set of terms.
class Search {
 public:
  Search(const std::vector<WeighedTerm>& terms, const Bm25& bm25,
         const PassageConditions& conditions)
      : bm25_(bm25), conditions_(conditions), best_(conditions.limit) {
    for (const WeighedTerm& term : terms) {
      if (term.postings->size() == 0) continue;
      cursors_.emplace_back(term.postings, term.idf, bm25);
    }
    by_worth_.resize(cursors_.size());
    std::iota(by_worth_.begin(), by_worth_.end(), size_t{0});
    bounds_.resize(cursors_.size());
    worths_.resize(cursors_.size());
    is_essential_.resize(cursors_.size());
  }

  absl::StatusOr<std::vector<ScoredPassage>> Run(const Deadline& deadline) {
    PassageNumber begin = 0;
    while (true) {
      FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
      begin = NextPassage(begin);
      if (begin == kNoPassage) return best_.TakeSorted();
      const PassageNumber end =
          begin + std::min(WindowScores::kPassages, kNoPassage - begin);
      SearchWindow(begin, end);
      begin = end;
    }
  }

 private:
  // Returns a passage from `begin` on that none worth a look stands before.
  PassageNumber NextPassage(PassageNumber begin) {
    if (conditions_.allowed != nullptr) {
      begin = conditions_.allowed->FirstFrom(begin);
    }
    PassageNumber next = kNoPassage;
    for (PostingCursor& cursor : cursors_) {
      cursor.SeekBlock(begin);
      next = std::min(next, std::max(begin, cursor.LowestPassage()));
    }
    return next;
  }

  // Shows `best_` the passages of [begin, end) that may belong there.
  void SearchWindow(PassageNumber begin, PassageNumber end) {
    for (size_t i = 0; i < cursors_.size(); ++i) {
      cursors_[i].SeekBlock(begin);
      bounds_[i] = cursors_[i].BoundBefore(end);
      // Of long lists, little is to be had for much.
      worths_[i] =
          bounds_[i] / static_cast<double>(cursors_[i].postings().size());
    }
    const size_t passive = ChoosePassive();
    if (passive == cursors_.size()) return;
    // In their order, as the score is to be summed.
    for (size_t i = 0; i < cursors_.size(); ++i) {
      if (!is_essential_[i]) continue;
      cursors_[i].Seek(begin);
      cursors_[i].VisitBefore(end, [&](PassageNumber passage, double score) {
        window_.Add(passage - begin, score);
      });
    }
    if (passive_bounds_.back() <= 0 && !conditions_.needs_term_in_text) {
      AddSums(begin);
      return;
    }
    TakeCandidates(begin);
    for (size_t rank = passive; rank > 0; --rank) {
      LookUp(cursors_[by_worth_[rank - 1]], passive_bounds_[rank - 1]);
    }
    for (const ScoredPassage& candidate : candidates_) {
      if (MayEnter(candidate.score)) AddExactly(candidate.passage);
    }
  }

  // Shows `best_` the passages of the window from `begin` on, whose sums are
  // their scores.
  void AddSums(PassageNumber begin) {
    window_.Drain([&](size_t offset, double sum) {
      if (!MayEnter(sum)) return;
      const PassageNumber passage = begin + static_cast<PassageNumber>(offset);
      if (IsAllowed(passage)) best_.Add({passage, sum});
    });
  }

  // Sets `candidates_` to the passages of the window that may enter, with what
  // the essential terms give to each.
  void TakeCandidates(PassageNumber begin) {
    candidates_.clear();
    const double rest = passive_bounds_.back();
    window_.Drain([&](size_t offset, double sum) {
      if (!MayEnter(sum + rest)) return;
      const PassageNumber passage = begin + static_cast<PassageNumber>(offset);
      if (IsAllowed(passage)) candidates_.push_back({passage, sum});
    });
  }

  bool IsAllowed(PassageNumber passage) const {
    return conditions_.allowed == nullptr ||
           conditions_.allowed->Contains(passage);
  }

  // Adds to each candidate what the term of `cursor` gives to it, or hardly
  // more, and drops those that can't enter if the rest of the passive terms
  // gives `others`. One term after the other: looking up many passages in one
  // list, the processor need not wait for each.
  void LookUp(PostingCursor& cursor, double others) {
    size_t kept = 0;
    for (size_t i = 0; i < candidates_.size();) {
      cursor.SeekChunk(candidates_[i].passage);
      const PostingChunk* const chunk = cursor.chunk();
      if (chunk != nullptr && chunk->is_dense()) {
        i = AddImpacts(*chunk, cursor.scale(), others, i, &kept);
      } else {
        Keep(candidates_[i], BoundAt(candidates_[i], others, cursor), others,
             &kept);
        ++i;
      }
    }
    candidates_.resize(kept);
  }

  // Does so for the candidates from `i` on as far as `chunk` goes, and returns
  // where it ends.
  size_t AddImpacts(const PostingChunk& chunk, double scale, double others,
                    size_t i, size_t* kept) {
    for (; i < candidates_.size() && candidates_[i].passage <= chunk.last();
         ++i) {
      const ScoredPassage candidate = candidates_[i];
      Keep(candidate, scale * chunk.ImpactBound(candidate.passage), others,
           kept);
    }
    return i;
  }

  // Returns what the term of `cursor` gives to `candidate`, or, if that can't
  // enter anyway, at most.
  double BoundAt(const ScoredPassage& candidate, double others,
                 PostingCursor& cursor) const {
    cursor.SeekBlock(candidate.passage);
    const double bound = cursor.BlockBound();
    if (!MayEnter(candidate.score + others + bound)) return bound;
    cursor.Seek(candidate.passage);
    return cursor.passage() == candidate.passage ? cursor.Score() : 0;
  }

  // Puts `candidate` with `bound` more behind the first `*kept`, if it may
  // enter.
  void Keep(const ScoredPassage& candidate, double bound, double others,
            size_t* kept) {
    const double sum = candidate.score + bound;
    candidates_[*kept] = {candidate.passage, sum};
    *kept += MayEnter(sum + others) ? 1 : 0;
  }

  // Chooses terms that are not worth walking along, since a passage of the
  // window that holds no others can't be one of the best, and puts them to the
  // front of `by_worth_`. Returns how many.
  size_t ChoosePassive() {
    std::sort(by_worth_.begin(), by_worth_.end(),
              [this](size_t a, size_t b) { return worths_[a] < worths_[b]; });
    passive_bounds_.assign(1, 0);
    for (const size_t i : by_worth_) {
      const double bound = passive_bounds_.back() + bounds_[i];
      if (MayEnter(bound)) break;
      passive_bounds_.push_back(bound);
    }
    const size_t passive = passive_bounds_.size() - 1;
    for (size_t rank = 0; rank < by_worth_.size(); ++rank) {
      is_essential_[by_worth_[rank]] = rank >= passive;
    }
    return passive;
  }

  // Returns whether a passage whose score is at most `bound` may be one of the
  // best.
  bool MayEnter(double bound) const {
    return bound * kSlack > best_.threshold();
  }

  // Shows `best_` the `passage` with the sum of what the terms give in their
  // order.
  void AddExactly(PassageNumber passage) {
    double score = 0;
    bool in_text = false;
    for (const PostingCursor& cursor : cursors_) {
      const SizedPosting sized = cursor.postings().Find(passage);
      if (!sized.posting.holds_term()) continue;
      score += Score(bm25_, cursor.idf(), sized);
      in_text = in_text || sized.posting.text_frequency > 0;
    }
    if (conditions_.needs_term_in_text && !in_text) return;
    best_.Add({passage, score});
  }

  const Bm25& bm25_;
  const PassageConditions& conditions_;
  BestPassages best_;
  std::vector<PostingCursor> cursors_;  // One a term, in order.
  WindowScores window_;
  std::vector<ScoredPassage> candidates_;  // Of the window under way.

  // Of the window under way:
  std::vector<double> bounds_;    // What a term gives to a passage at most.
  std::vector<double> worths_;    // The same for each posting of the term.
  std::vector<size_t> by_worth_;  // The terms, those first that give little.
  std::vector<bool> is_essential_;
  // What the first terms of `by_worth_` together give at most: none, one, ...
  std::vector<double> passive_bounds_;
};

}  // namespace

absl::StatusOr<std::vector<ScoredPassage>> FindBest(
    const std::vector<WeighedTerm>& terms, const Bm25& bm25,
    const PassageConditions& conditions, const Deadline& deadline) {
  return Search(terms, bm25, conditions).Run(deadline);
}

}  // namespace footnote
