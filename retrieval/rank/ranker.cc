#include "retrieval/rank/ranker.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "retrieval/rank/passage_conditions.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

constexpr PassageNumber kNoPassage = std::numeric_limits<PassageNumber>::max();

// Passages scored between two looks at the deadline.
constexpr int kPassagesPerCheck = 4096;

// A term's postings and how far they were read.
struct Cursor {
  PostingList postings;
  size_t at = 0;
  double idf = 0;

  PassageNumber passage() const {
    return at < postings.size() ? postings[at].passage : kNoPassage;
  }
};

struct Candidate {
  PassageNumber passage = 0;
  double score = 0;
};

// Orders the better candidate first.
bool IsBetter(const Candidate& a, const Candidate& b) {
  return a.score != b.score ? a.score > b.score : a.passage < b.passage;
}

// Keeps the best candidates that it is shown: a heap whose top is the worst.
class Best {
 public:
  explicit Best(size_t limit) : limit_(limit) {}

  void Add(const Candidate& candidate) {
    if (heap_.size() == limit_) {
      if (!IsBetter(candidate, heap_.front())) return;
      std::pop_heap(heap_.begin(), heap_.end(), IsBetter);
      heap_.pop_back();
    }
    heap_.push_back(candidate);
    std::push_heap(heap_.begin(), heap_.end(), IsBetter);
  }

  std::vector<Candidate> TakeSorted() {
    std::sort_heap(heap_.begin(), heap_.end(), IsBetter);
    return std::move(heap_);
  }

 private:
  size_t limit_;
  std::vector<Candidate> heap_;
};

// Evaluates one plan on one snapshot, passage by passage.
class Evaluation {
 public:
  Evaluation(const Bm25& bm25, const PassageLengths& lengths)
      : bm25_(bm25), lengths_(lengths) {}

  void AddTerm(PostingList postings) {
    const double idf = bm25_.Idf(postings);
    cursors_.push_back({std::move(postings), 0, idf});
  }

  // Scores every passage that is `allowed` (nothing allows all) and, if
  // `needs_term_in_text`, does not hold terms in its title alone.
  absl::StatusOr<std::vector<Candidate>> Run(
      size_t limit, const std::optional<PassageSet>& allowed,
      bool needs_term_in_text, const Deadline& deadline) {
    Best best(limit);
    for (int scored = 0;; ++scored) {
      if (scored % kPassagesPerCheck == 0) {
        FOOTNOTE_RETURN_IF_ERROR(deadline.Check());
      }
      const PassageNumber passage = NextPassage();
      if (passage == kNoPassage) return best.TakeSorted();
      const auto [score, in_text] = ScoreAndAdvance(passage);
      if (needs_term_in_text && !in_text) continue;
      if (!allowed.has_value() || allowed->Contains(passage)) {
        best.Add({passage, score});
      }
    }
  }

  // Returns `candidate` with the share of each term.
  RankedPassage Explain(const Candidate& candidate) const {
    RankedPassage ranked;
    ranked.passage = candidate.passage;
    ranked.score = candidate.score;
    const PassageLength length = LengthOf(candidate.passage);
    ranked.length = length.title + length.text;
    for (const Cursor& cursor : cursors_) {
      ranked.shares.push_back(ShareOf(cursor, candidate.passage, length));
    }
    return ranked;
  }

  std::vector<TermStatistics> Statistics() const {
    std::vector<TermStatistics> statistics;
    for (const Cursor& cursor : cursors_) {
      statistics.push_back({cursor.postings.size(), cursor.idf});
    }
    return statistics;
  }

 private:
  PassageNumber NextPassage() const {
    PassageNumber next = kNoPassage;
    for (const Cursor& cursor : cursors_) {
      next = std::min(next, cursor.passage());
    }
    return next;
  }

  // Returns the score of `passage`, and whether its text holds a term.
  std::pair<double, bool> ScoreAndAdvance(PassageNumber passage) {
    const PassageLength length = LengthOf(passage);
    double score = 0;
    bool in_text = false;
    for (Cursor& cursor : cursors_) {
      if (cursor.passage() != passage) continue;
      const Posting& posting = cursor.postings[cursor.at++];
      score += bm25_.Score(cursor.idf, posting, length);
      in_text = in_text || posting.text_frequency > 0;
    }
    return {score, in_text};
  }

  TermShare ShareOf(const Cursor& cursor, PassageNumber passage,
                    const PassageLength& length) const {
    const auto posting =
        std::lower_bound(cursor.postings.begin(), cursor.postings.end(),
                         passage, [](const Posting& p, PassageNumber number) {
                           return p.passage < number;
                         });
    if (posting == cursor.postings.end() || posting->passage != passage) {
      return {};
    }
    return {bm25_.Score(cursor.idf, *posting, length),
            posting->title_frequency + posting->text_frequency};
  }

  PassageLength LengthOf(PassageNumber passage) const {
    return passage < lengths_.size() ? lengths_[passage] : PassageLength();
  }

  const Bm25& bm25_;
  const PassageLengths& lengths_;
  std::vector<Cursor> cursors_;
};

}  // namespace

absl::StatusOr<Ranking> RankPassages(const QueryPlan& plan,
                                     const DocumentFilter& filter, size_t limit,
                                     const Bm25Parameters& parameters,
                                     const PassageLengths& lengths,
                                     Reader& reader, const Deadline& deadline) {
  FOOTNOTE_ASSIGN_OR_RETURN(const IndexTotals totals,
                            reader.postings().ReadTotals());
  const Bm25 bm25(parameters, totals);
  Evaluation evaluation(bm25, lengths);
  for (const PlannedTerm& term : plan.terms) {
    FOOTNOTE_ASSIGN_OR_RETURN(PostingList postings,
                              reader.postings().ReadPostings(term.term));
    evaluation.AddTerm(std::move(postings));
  }
  FOOTNOTE_ASSIGN_OR_RETURN(const AllowedPassages allowed,
                            FindAllowed(filter, plan.conditions, plan.statement,
                                        lengths.size(), reader));
  FOOTNOTE_ASSIGN_OR_RETURN(
      const std::vector<Candidate> best,
      evaluation.Run(limit, allowed.set, plan.conditions.needs_term_in_text,
                     deadline));
  Ranking ranking;
  ranking.average_length = bm25.average_length();
  ranking.any_document = allowed.any_document;
  ranking.terms = evaluation.Statistics();
  for (const Candidate& candidate : best) {
    ranking.passages.push_back(evaluation.Explain(candidate));
  }
  return ranking;
}

}  // namespace footnote
