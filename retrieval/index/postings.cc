#include "retrieval/index/postings.h"

#include <algorithm>
#include <utility>

#include "retrieval/status.h"

namespace footnote {
namespace {

// FTS5 keeps its sums in the row 1 of its table of blocks, and the lengths of a
// row's columns in its table of sizes; both as varints of SQLite's kind.
// SQLite 3.40.1, ext/fts5/fts5_index.c and fts5_storage.c.
constexpr char kTotalsSql[] =
    "SELECT block FROM passage_index_data WHERE id = 1";
constexpr char kLengthsSql[] =
    "SELECT id, sz FROM passage_index_docsize WHERE id >= ?1 ORDER BY id";
constexpr char kInstancesSql[] =
    "SELECT doc, col FROM passage_instance WHERE term = ?1";
constexpr char kPlacesSql[] =
    "SELECT doc, col, offset FROM passage_instance WHERE term = ?1";
constexpr char kLastPassageSql[] =
    "SELECT coalesce(max(number), 0) FROM passage";

absl::Status Damaged() {
  return StorageCorrupt(
      "The index of terms is damaged; restore the corpus from a copy.");
}

// Reads a varint of SQLite's kind off the front of `*bytes`: big-endian, seven
// bits a byte, a ninth byte with eight. Returns 0 at the end of the bytes, as
// FTS5 itself does for an empty index.
uint64_t ReadSqliteVarint(absl::string_view* bytes) {
  uint64_t value = 0;
  for (int i = 0; i < 9 && !bytes->empty(); ++i) {
    const auto byte = static_cast<uint8_t>(bytes->front());
    bytes->remove_prefix(1);
    if (i == 8) return value << 8 | byte;
    value = value << 7 | (byte & 0x7f);
    if (byte < 0x80) return value;
  }
  return value;
}

}  // namespace

absl::StatusOr<PostingReader> PostingReader::Create(Database& database) {
  PostingReader reader;
  FOOTNOTE_ASSIGN_OR_RETURN(reader.instances_, database.Prepare(kInstancesSql));
  FOOTNOTE_ASSIGN_OR_RETURN(reader.places_, database.Prepare(kPlacesSql));
  FOOTNOTE_ASSIGN_OR_RETURN(reader.totals_, database.Prepare(kTotalsSql));
  FOOTNOTE_ASSIGN_OR_RETURN(reader.lengths_, database.Prepare(kLengthsSql));
  FOOTNOTE_ASSIGN_OR_RETURN(reader.last_passage_,
                            database.Prepare(kLastPassageSql));
  return reader;
}

absl::StatusOr<PostingList> PostingReader::ReadPostings(
    absl::string_view term) {
  const StatementReset reset(instances_);
  instances_.BindText(1, term);
  PostingList postings;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, instances_.Step());
    if (!found) return postings;
    const int64_t number = instances_.Int64(0);
    const int64_t last = postings.empty() ? 0 : postings.back().passage;
    const absl::string_view column = instances_.Text(1);
    if (number < std::max<int64_t>(last, 1) || number > kMaxPassageNumber ||
        column.empty()) {
      return Damaged();
    }
    if (number > last) {
      postings.push_back({static_cast<PassageNumber>(number), 0, 0});
    }
    ++(column == "title" ? postings.back().title_frequency
                         : postings.back().text_frequency);
  }
}

absl::StatusOr<std::vector<TermPlace>> PostingReader::ReadPlaces(
    absl::string_view term) {
  const StatementReset reset(places_);
  places_.BindText(1, term);
  std::vector<TermPlace> places;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, places_.Step());
    if (!found) return places;
    const int64_t number = places_.Int64(0);
    if (number < 1 || number > kMaxPassageNumber) return Damaged();
    const TermPlace place = {static_cast<PassageNumber>(number),
                             places_.Text(1) != "title",
                             static_cast<uint32_t>(places_.Int64(2))};
    if (!places.empty() && place <= places.back()) return Damaged();
    places.push_back(place);
  }
}

absl::StatusOr<IndexTotals> PostingReader::ReadTotals() {
  const StatementReset reset(totals_);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, totals_.Step());
  IndexTotals totals;
  if (!found) return totals;
  absl::string_view block = totals_.Blob(0);
  totals.passages = ReadSqliteVarint(&block);
  totals.title_terms = ReadSqliteVarint(&block);
  totals.text_terms = ReadSqliteVarint(&block);
  return totals;
}

absl::Status PostingReader::ReadLengths(PassageLengths* lengths) {
  FOOTNOTE_ASSIGN_OR_RETURN(const int64_t last, ReadLastPassage());
  const StatementReset reset(lengths_);
  lengths_.Bind(1, static_cast<int64_t>(lengths->size()));
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, lengths_.Step());
    if (!found) return absl::OkStatus();
    const int64_t number = lengths_.Int64(0);
    // Not believed further than the passages go: it is memory.
    if (number < static_cast<int64_t>(lengths->size()) || number > last) {
      return Damaged();
    }
    lengths->resize(static_cast<size_t>(number) + 1);
    absl::string_view sizes = lengths_.Blob(1);
    lengths->back().title = static_cast<uint32_t>(ReadSqliteVarint(&sizes));
    lengths->back().text = static_cast<uint32_t>(ReadSqliteVarint(&sizes));
  }
}

absl::StatusOr<int64_t> PostingReader::ReadLastPassage() {
  const StatementReset reset(last_passage_);
  FOOTNOTE_RETURN_IF_ERROR(last_passage_.Step().status());
  const int64_t last = last_passage_.Int64(0);
  if (last < 0 || last > kMaxPassageNumber) return Damaged();
  return last;
}

absl::StatusOr<std::shared_ptr<const PassageLengths>> LengthCache::Get(
    PostingReader& reader, uint64_t corpus_revision) {
  // Read outside of the lock: two readers may both do it, to the same end.
  auto lengths = std::make_shared<PassageLengths>();
  std::shared_ptr<const PassageLengths> known;
  {
    const absl::MutexLock lock(&mutex_);
    if (revision_ == corpus_revision) return lengths_;
    // What was read at a later revision may lack passages removed in between.
    if (revision_ < corpus_revision) known = lengths_;
  }
  if (known != nullptr) *lengths = *known;
  FOOTNOTE_RETURN_IF_ERROR(reader.ReadLengths(lengths.get()));
  const absl::MutexLock lock(&mutex_);
  if (corpus_revision > revision_) {
    revision_ = corpus_revision;
    lengths_ = lengths;
  }
  return lengths;
}

}  // namespace footnote
