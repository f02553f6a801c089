// Reads from FTS5 where terms stand and how long passages are.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_POSTINGS_H_
#define FOOTNOTE_RETRIEVAL_INDEX_POSTINGS_H_

#include <compare>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/synchronization/mutex.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// A passage's number in its corpus. Numbers grow and are never used twice.
using PassageNumber = uint32_t;

// The greatest that a passage has: the next stands for none.
inline constexpr int64_t kMaxPassageNumber =
    std::numeric_limits<PassageNumber>::max() - 1;

// That a passage holds a term.
struct Posting {
  PassageNumber passage = 0;
  uint32_t title_frequency = 0;  // How often its document's title holds it.
  uint32_t text_frequency = 0;   // How often its text holds it.
};

// Every passage that holds a term, in order of number.
using PostingList = std::vector<Posting>;

// One place where a term stands in a passage or its title. Ordered by passage,
// then title before text, then position.
struct TermPlace {
  PassageNumber passage = 0;
  bool in_text = false;   // Else in the title.
  uint32_t position = 0;  // Among the terms there, from 0.

  friend auto operator<=>(const TermPlace&, const TermPlace&) = default;
};

// The lengths of a passage in terms.
struct PassageLength {
  uint32_t title = 0;
  uint32_t text = 0;
};

// The lengths of passages by number; {0, 0} where there is no such passage.
using PassageLengths = std::vector<PassageLength>;

// The sums that BM25 needs of a corpus, as FTS5 keeps them.
struct IndexTotals {
  uint64_t passages = 0;
  uint64_t title_terms = 0;
  uint64_t text_terms = 0;
};

// Reads the index of one connection. Not thread-safe.
class PostingReader {
 public:
  // `database`, a connection to a corpus, outlives the reader.
  static absl::StatusOr<PostingReader> Create(Database& database);

  // Returns the postings of `term`, as the tokenizer spells it; none if no
  // passage holds it.
  //
  // Errors: as SqliteStatus(); by the connection's deadline; kDataLoss if the
  // index contradicts itself.
  absl::StatusOr<PostingList> ReadPostings(absl::string_view term);

  // Returns every place of `term`, in order. Errors: as ReadPostings().
  absl::StatusOr<std::vector<TermPlace>> ReadPlaces(absl::string_view term);

  // Returns the sums over all passages. Errors: as ReadPostings().
  absl::StatusOr<IndexTotals> ReadTotals();

  // Appends to `*lengths` those of passages with numbers of lengths->size() or
  // more. Errors: as ReadPostings().
  absl::Status ReadLengths(PassageLengths* lengths);

 private:
  absl::StatusOr<int64_t> ReadLastPassage();

  Statement instances_;
  Statement places_;
  Statement totals_;
  Statement lengths_;
  Statement last_passage_;
};

// The lengths of a corpus's passages, read once and shared by its readers. A
// passage's length never changes, so what was read at one revision holds at
// every later one; a reader of an earlier one reads for itself. Thread-safe.
class LengthCache {
 public:
  // Returns the lengths of every passage that the snapshot of `reader` holds.
  //
  // Errors: as PostingReader::ReadLengths().
  absl::StatusOr<std::shared_ptr<const PassageLengths>> Get(
      PostingReader& reader, uint64_t corpus_revision);

 private:
  absl::Mutex mutex_;
  uint64_t revision_ ABSL_GUARDED_BY(mutex_) = 0;  // Up to which it was read.
  std::shared_ptr<const PassageLengths> lengths_ ABSL_GUARDED_BY(mutex_) =
      std::make_shared<PassageLengths>();
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_POSTINGS_H_
