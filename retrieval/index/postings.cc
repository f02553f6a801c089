#include "retrieval/index/postings.h"

#include <algorithm>
#include <string>
#include <utility>

#include "retrieval/index/fts_doclist.h"
#include "retrieval/index/fts_settle.h"
#include "retrieval/index/fts_varint.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// FTS5 keeps its sums in the row 1 of its table of blocks, as varints.
// SQLite 3.40.1, ext/fts5/fts5_index.c.
constexpr char kTotalsSql[] =
    "SELECT block FROM passage_index_data WHERE id = 1";

// The most passages that memory is reserved for before they are read.
constexpr size_t kMaxExpected = 4'000'000;

// Reads a number off the front of `*bytes`. Returns 0 at the end of the bytes,
// as FTS5 itself does for an empty index.
uint64_t ReadNumber(absl::string_view* bytes) {
  uint64_t value = 0;
  return ReadFtsVarint(bytes, &value) ? value : 0;
}

// A passage and where, in a string beside, the positions in it stand.
struct PlacedPassage {
  PassageNumber passage = 0;
  size_t begin = 0;
  size_t size = 0;

  bool holds_term() const { return size > 0; }
};

// Makes entries of the passages after one.
template <typename Entry, typename Make>
class EntrySink final : public FtsEntrySink {
 public:
  EntrySink(PassageNumber after, const Make& make, std::vector<Entry>* entries)
      : after_(after), make_(make), entries_(*entries) {}

  bool Add(absl::Span<const FtsEntry> entries) override {
    for (const FtsEntry& read : entries) {
      if (read.passage <= after_) continue;
      Entry& entry = entries_.emplace_back();
      entry.passage = read.passage;
      if (!read.positions.empty() && !make_(read, &entry)) return false;
    }
    return true;
  }

  void Expect(size_t passages) override {
    passages = std::min(passages, kMaxExpected);
    // Some more, lest a few of a newer segment move them all; and many more
    // where segment after segment would.
    const size_t wanted = entries_.size() + passages + passages / 8;
    if (wanted <= entries_.capacity()) return;
    entries_.reserve(std::max(wanted, 2 * entries_.capacity()));
  }

 private:
  const PassageNumber after_;
  const Make& make_;
  std::vector<Entry>& entries_;
};

// Gives postings on as they come, as long as their passages are in order.
class VisitingSink final : public FtsEntrySink {
 public:
  VisitingSink(absl::FunctionRef<void(absl::Span<const Posting>)> take,
               std::vector<PassageNumber>* removed)
      : take_(take), removed_(*removed) {}

  bool is_in_order() const { return is_in_order_; }

  bool Add(absl::Span<const FtsEntry> entries) override {
    postings_.clear();
    for (const FtsEntry& entry : entries) {
      if (entry.passage <= last_) {
        // Of an older segment.
        if (entry.positions.empty()) removed_.push_back(entry.passage);
        is_in_order_ = entry.positions.empty();
        if (!is_in_order_) return false;
        continue;
      }
      last_ = entry.passage;
      if (entry.positions.empty()) continue;  // Of one that is gone already.
      // Made where it stays: to copy what was just written by parts takes a
      // processor longer than all else here.
      postings_.push_back({entry.passage, 0, 0});
      if (!CountPositions(entry, &postings_.back())) return false;
    }
    take_(postings_);
    return true;
  }

  void Expect(size_t /*passages*/) override {}

 private:
  const absl::FunctionRef<void(absl::Span<const Posting>)> take_;
  std::vector<PassageNumber>& removed_;
  PostingList postings_;  // Of the entries under way.
  PassageNumber last_ = 0;
  bool is_in_order_ = true;
};

}  // namespace

absl::StatusOr<PostingReader> PostingReader::Create(Database& database) {
  PostingReader reader;
  FOOTNOTE_ASSIGN_OR_RETURN(reader.segments_,
                            FtsSegmentReader::Create(database));
  FOOTNOTE_ASSIGN_OR_RETURN(reader.totals_, database.Prepare(kTotalsSql));
  FOOTNOTE_ASSIGN_OR_RETURN(reader.lengths_, LengthReader::Create(database));
  return reader;
}

template <typename Entry, typename Make>
absl::Status PostingReader::ReadEntries(absl::string_view term,
                                        PassageNumber after, const Make& make,
                                        std::vector<Entry>* entries) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<FtsSegment> segments,
                            segments_.ReadSegments());
  entries->clear();
  EntrySink<Entry, Make> sink(after, make, entries);
  for (const FtsSegment& segment : segments) {
    const size_t begin = entries->size();
    FOOTNOTE_RETURN_IF_ERROR(segments_.ReadDoclist(segment, term, after, sink));
    SettleNewer(begin, entries);
  }
  std::erase_if(*entries,
                [](const Entry& entry) { return !entry.holds_term(); });
  return absl::OkStatus();
}

absl::StatusOr<PostingList> PostingReader::ReadPostingsAfter(
    absl::string_view term, PassageNumber after) {
  PostingList postings;
  const auto count = [](const FtsEntry& entry, Posting* posting) {
    return CountPositions(entry, posting);
  };
  FOOTNOTE_RETURN_IF_ERROR(ReadEntries(term, after, count, &postings));
  return postings;
}

absl::StatusOr<bool> PostingReader::VisitPostings(
    absl::string_view term,
    absl::FunctionRef<void(absl::Span<const Posting>)> take,
    std::vector<PassageNumber>* removed) {
  FOOTNOTE_ASSIGN_OR_RETURN(const std::vector<FtsSegment> segments,
                            segments_.ReadSegments());
  VisitingSink sink(take, removed);
  for (const FtsSegment& segment : segments) {
    const absl::Status status = segments_.ReadDoclist(segment, term, 0, sink);
    if (!sink.is_in_order()) return false;
    FOOTNOTE_RETURN_IF_ERROR(status);
  }
  return true;
}

absl::StatusOr<std::vector<TermPlace>> PostingReader::ReadPlaces(
    absl::string_view term) {
  std::string all_positions;
  const auto keep = [&all_positions](const FtsEntry& entry,
                                     PlacedPassage* placed) {
    placed->begin = all_positions.size();
    placed->size = entry.positions.size();
    all_positions.append(entry.positions.data(), entry.positions.size());
    return true;
  };
  std::vector<PlacedPassage> passages;
  FOOTNOTE_RETURN_IF_ERROR(ReadEntries(term, 0, keep, &passages));
  std::vector<TermPlace> places;
  for (const PlacedPassage& placed : passages) {
    const auto positions =
        absl::string_view(all_positions).substr(placed.begin, placed.size);
    if (!AppendPlaces(placed.passage, positions, &places)) {
      return DamagedFtsIndex();
    }
  }
  return places;
}

absl::StatusOr<IndexTotals> PostingReader::ReadTotals() {
  const StatementReset reset(totals_);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, totals_.Step());
  IndexTotals totals;
  if (!found) return totals;
  absl::string_view block = totals_.Blob(0);
  totals.passages = ReadNumber(&block);
  totals.title_terms = ReadNumber(&block);
  totals.text_terms = ReadNumber(&block);
  return totals;
}

}  // namespace footnote
