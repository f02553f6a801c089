// Of which segments FTS5's index consists.
//
// FTS5 writes each change as a segment of its own and merges small segments
// into greater ones later. Segments stand in levels; those of a higher level
// are older. SQLite 3.40.1, ext/fts5/fts5_index.c.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FTS_STRUCTURE_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FTS_STRUCTURE_H_

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// The most segments, and levels, that an index has.
inline constexpr uint64_t kMaxFtsSegments = 2000;

// Leaves one after the other, which hold terms in order and, for each, the
// passages with it.
struct FtsSegment {
  uint32_t id = 0;          // From 1.
  uint32_t first_leaf = 0;  // From 1.
  uint32_t last_leaf = 0;   // At least first_leaf.

  friend bool operator==(const FtsSegment&, const FtsSegment&) = default;
};

// Returns the segments that `record`, the structure record of an index, names:
// the oldest first. A segment that was merged to its last term is left out.
//
// Errors: kDataLoss if the record contradicts itself; kFailedPrecondition if it
// is of the form for tables that keep no content and yet delete, which SQLite
// 3.43 and later write for no table of a corpus.
absl::StatusOr<std::vector<FtsSegment>> DecodeFtsStructure(
    absl::string_view record);

// Returns kDataLoss (STORAGE_CORRUPT): what the index says can't be.
absl::Status DamagedFtsIndex();

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FTS_STRUCTURE_H_
