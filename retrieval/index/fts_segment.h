// Reads FTS5's index of passages as it stands in the tables that FTS5 keeps it
// in. Reading a term's postings through a table of FTS5 takes a row for each
// place; here a leaf of a thousand postings is one.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FTS_SEGMENT_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FTS_SEGMENT_H_

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/index/fts_doclist.h"
#include "retrieval/index/fts_structure.h"
#include "retrieval/index/posting.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// Reads the segments of one connection, which has not changed the index in the
// transaction: FTS5 holds such changes back. Not thread-safe.
class FtsSegmentReader {
 public:
  // `database`, a connection to a corpus, outlives the reader.
  static absl::StatusOr<FtsSegmentReader> Create(Database& database);

  // Returns the segments of the index, the oldest first.
  //
  // Errors: as DecodeFtsStructure(); as SqliteStatus(); by the connection's
  // deadline.
  absl::StatusOr<std::vector<FtsSegment>> ReadSegments();

  // Gives what `segment` says of `term`, as the tokenizer spells it, to `sink`:
  // every passage with a number greater than `after`, in order, perhaps after
  // some with smaller ones.
  //
  // Errors: kDataLoss if the segment contradicts itself; as SqliteStatus(); by
  // the connection's deadline.
  absl::Status ReadDoclist(const FtsSegment& segment, absl::string_view term,
                           PassageNumber after, FtsEntrySink& sink);

 private:
  // Returns the leaf on which `term` stands if it is in `segment` at all.
  absl::StatusOr<uint32_t> FindLeaf(const FtsSegment& segment,
                                    absl::string_view term);

  // Returns the last leaf on which the doclist of `term`, the last term on
  // `first`, may go on: the next one with terms, or the segment's last.
  absl::StatusOr<uint32_t> FindLast(const FtsSegment& segment,
                                    absl::string_view term, uint32_t first);

  // Returns the leaf to begin with, where a doclist stands from `first` to
  // `last`: the last one whose first number is not greater than `after`, or
  // else `first`.
  absl::StatusOr<uint32_t> FindLater(const FtsSegment& segment, uint32_t first,
                                     uint32_t last, PassageNumber after);

  // Returns the first number on a leaf that belongs to a term of an earlier
  // one; 0 if there is none.
  absl::StatusOr<uint64_t> ReadFirstPassage(const FtsSegment& segment,
                                            uint32_t leaf);

  Statement structure_;
  Statement find_leaf_;
  Statement find_next_leaf_;
  Statement block_;
  Statement blocks_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FTS_SEGMENT_H_
