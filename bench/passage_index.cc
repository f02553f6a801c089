#include "bench/passage_index.h"

#include <algorithm>

#include "retrieval/index/fts_merge.h"
#include "retrieval/index/schema.h"
#include "retrieval/status.h"

namespace footnote::bench {
namespace {

constexpr uint64_t kRevision = 1;  // Any: the file does not change.
constexpr int64_t kPassagesOfTransaction = 10'000;

// Adds up to so many passages behind `*last`, and returns whether there may be
// more.
absl::StatusOr<bool> WriteSome(Database& database,
                               absl::FunctionRef<bool(std::string*)> next,
                               int64_t* last) {
  FOOTNOTE_ASSIGN_OR_RETURN(
      Transaction transaction,
      Transaction::Begin(database, Transaction::Kind::kWrite));
  FOOTNOTE_ASSIGN_OR_RETURN(
      Statement insert,
      database.Prepare("INSERT INTO passage_index (rowid, title, text) "
                       "VALUES (?1, '', ?2)"));
  FOOTNOTE_ASSIGN_OR_RETURN(LengthWriter lengths,
                            LengthWriter::Create(database));
  const int64_t first = *last + 1;
  const int64_t end = *last + kPassagesOfTransaction;
  bool has_more = true;
  std::string text;
  while (*last < end && (has_more = next(&text))) {
    insert.Bind(1, ++*last);
    insert.BindText(2, text);
    FOOTNOTE_RETURN_IF_ERROR(insert.Run());
  }
  if (*last >= first) {
    FOOTNOTE_RETURN_IF_ERROR(lengths.Add(static_cast<PassageNumber>(first),
                                         static_cast<PassageNumber>(*last)));
  }
  FOOTNOTE_RETURN_IF_ERROR(transaction.Commit());
  return has_more;
}

}  // namespace

absl::Status WritePassages(const std::string& path,
                           absl::FunctionRef<bool(std::string* text)> next) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto database, OpenForWriting(path, {}));
  int64_t last = 0;
  bool has_more = true;
  while (has_more) {
    FOOTNOTE_ASSIGN_OR_RETURN(has_more, WriteSome(*database, next, &last));
  }
  // As a server does when it is quiet.
  bool merged = true;
  while (merged) {
    FOOTNOTE_ASSIGN_OR_RETURN(merged, MergeFtsSegments(*database));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<PassageSnapshot>> PassageSnapshot::Open(
    const std::string& path, CorpusPostings& corpus) {
  FOOTNOTE_ASSIGN_OR_RETURN(auto database, OpenForReading(path));
  std::unique_ptr<PassageSnapshot> snapshot(
      new PassageSnapshot(std::move(database)));
  FOOTNOTE_ASSIGN_OR_RETURN(snapshot->reader_,
                            PostingReader::Create(*snapshot->database_));
  FOOTNOTE_ASSIGN_OR_RETURN(
      Transaction transaction,
      Transaction::Begin(*snapshot->database_, Transaction::Kind::kRead));
  snapshot->transaction_.emplace(std::move(transaction));
  snapshot->postings_.emplace(corpus, *snapshot->reader_);
  return snapshot;
}

absl::StatusOr<std::vector<WeighedTerm>> PassageSnapshot::Begin(
    const std::vector<std::string>& terms) {
  postings_->Begin(kRevision);
  FOOTNOTE_ASSIGN_OR_RETURN(const Bm25* const bm25, postings_->Scoring());
  std::vector<WeighedTerm> weighed;
  for (const std::string& term : terms) {
    FOOTNOTE_ASSIGN_OR_RETURN(const auto list, postings_->Get(term));
    weighed.push_back({list, bm25->Idf(list->size())});
  }
  return weighed;
}

absl::StatusOr<std::vector<ScoredPassage>> PassageSnapshot::FindBest(
    const std::vector<std::string>& terms, size_t limit) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto weighed, Begin(terms));
  FOOTNOTE_ASSIGN_OR_RETURN(const Bm25* const bm25, postings_->Scoring());
  PassageConditions conditions;
  conditions.limit = limit;
  return footnote::FindBest(weighed, *bm25, conditions, Deadline::Infinite());
}

absl::StatusOr<std::vector<ScoredPassage>> PassageSnapshot::ScoreAll(
    const std::vector<std::string>& terms, size_t limit) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto weighed, Begin(terms));
  FOOTNOTE_ASSIGN_OR_RETURN(const Bm25* const bm25, postings_->Scoring());
  for (const WeighedTerm& term : weighed) {
    sums_.resize(
        std::max<size_t>(sums_.size(), term.postings->last_passage() + 1));
    for (const auto& piece : term.postings->pieces()) {
      const PostingChunk& chunk = *piece.chunk;
      chunk.ForEach([&](PassageNumber passage, const PackedPosting& packed) {
        sums_[passage] += chunk.Score(*bm25, term.idf, passage, packed);
      });
    }
  }
  BestPassages best(limit);
  for (PassageNumber i = 0; i < sums_.size(); ++i) {
    // Each term gives more than 0 to a passage that holds it.
    if (sums_[i] > std::max(0.0, best.threshold())) best.Add({i, sums_[i]});
    sums_[i] = 0;
  }
  return best.TakeSorted();
}

}  // namespace footnote::bench
