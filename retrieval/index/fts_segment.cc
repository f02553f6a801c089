#include "retrieval/index/fts_segment.h"

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "retrieval/index/fts_leaf.h"
#include "retrieval/index/fts_varint.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

constexpr int64_t kStructureId = 10;

// A block's number says the segment and the leaf.
constexpr int kSegmentShift = 37;

int64_t BlockId(const FtsSegment& segment, uint32_t leaf) {
  return static_cast<int64_t>(uint64_t{segment.id} << kSegmentShift | leaf);
}

// The words of the main index, as against those of prefixes, begin with this.
std::string StoredTerm(absl::string_view term) {
  return absl::StrCat("0", term);
}

// The leaves of a segment from one on, one after the other.
class LeafWalk {
 public:
  LeafWalk(Statement& blocks, const FtsSegment& segment)
      : blocks_(blocks), reset_(blocks), segment_(segment) {}

  // Makes `leaf` the next.
  void StartAt(uint32_t leaf) {
    blocks_.Reset();
    blocks_.Bind(1, BlockId(segment_, leaf));
    blocks_.Bind(2, BlockId(segment_, segment_.last_leaf));
    next_ = leaf;
  }

  uint32_t next() const { return next_; }

  // Returns the next leaf, which lives until the call after.
  absl::StatusOr<FtsLeaf> Next() {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, blocks_.Step());
    if (!found || blocks_.Int64(0) != BlockId(segment_, next_)) {
      return DamagedFtsIndex();
    }
    ++next_;
    return FtsLeaf::Parse(blocks_.Blob(1));
  }

 private:
  Statement& blocks_;
  const StatementReset reset_;
  const FtsSegment& segment_;
  uint32_t next_ = 0;
};

// Decodes the list to its end: before the first term on leaf `last` or, where
// that is the last of all, at its end.
absl::Status DecodeRest(const FtsSegment& segment, uint32_t last,
                        LeafWalk& walk, FtsDoclistDecoder& decoder) {
  bool is_expected = false;
  while (!decoder.has_ended() && walk.next() <= last) {
    FOOTNOTE_ASSIGN_OR_RETURN(const FtsLeaf leaf, walk.Next());
    FOOTNOTE_RETURN_IF_ERROR(decoder.Continue(leaf));
    if (is_expected) continue;
    decoder.ExpectLeaves(last - (walk.next() - 1));
    is_expected = true;
  }
  if (!decoder.has_ended() && last < segment.last_leaf) {
    return DamagedFtsIndex();
  }
  return decoder.End();
}

}  // namespace

absl::StatusOr<FtsSegmentReader> FtsSegmentReader::Create(Database& database) {
  FtsSegmentReader reader;
  constexpr char kFindLeaf[] =
      "SELECT pgno >> 1 FROM passage_index_idx WHERE segid = ?1 AND term ";
  FOOTNOTE_RETURN_IF_ERROR(database.PrepareAll({
      {&reader.structure_,
       absl::StrCat("SELECT block FROM passage_index_data WHERE id = ",
                    kStructureId)},
      {&reader.find_leaf_,
       absl::StrCat(kFindLeaf, "<= ?2 ORDER BY term DESC LIMIT 1")},
      {&reader.find_next_leaf_,
       absl::StrCat(kFindLeaf, "> ?2 ORDER BY term LIMIT 1")},
      {&reader.block_, "SELECT block FROM passage_index_data WHERE id = ?1"},
      {&reader.blocks_,
       "SELECT id, block FROM passage_index_data WHERE id BETWEEN ?1 AND ?2 "
       "ORDER BY id"},
  }));
  return reader;
}

absl::StatusOr<std::vector<FtsSegment>> FtsSegmentReader::ReadSegments() {
  const StatementReset reset(structure_);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, structure_.Step());
  if (!found) return DamagedFtsIndex();
  return DecodeFtsStructure(structure_.Blob(0));
}

absl::Status FtsSegmentReader::ReadDoclist(const FtsSegment& segment,
                                           absl::string_view term,
                                           PassageNumber after,
                                           FtsEntrySink& sink) {
  const std::string stored = StoredTerm(term);
  FOOTNOTE_ASSIGN_OR_RETURN(const uint32_t first, FindLeaf(segment, stored));
  LeafWalk walk(blocks_, segment);
  walk.StartAt(first);
  FOOTNOTE_ASSIGN_OR_RETURN(FtsLeaf leaf, walk.Next());
  FOOTNOTE_ASSIGN_OR_RETURN(const auto list, FindDoclist(leaf, stored));
  if (!list.has_value()) return absl::OkStatus();
  FtsDoclistDecoder decoder(sink);
  if (!list->is_last) return decoder.Begin(*list);
  FOOTNOTE_ASSIGN_OR_RETURN(const uint32_t last,
                            FindLast(segment, stored, first));
  FOOTNOTE_ASSIGN_OR_RETURN(const uint32_t begin,
                            FindLater(segment, first, last, after));
  if (begin == first) {
    FOOTNOTE_RETURN_IF_ERROR(decoder.Begin(*list));
  } else {
    walk.StartAt(begin);
    FOOTNOTE_ASSIGN_OR_RETURN(leaf, walk.Next());
    FOOTNOTE_RETURN_IF_ERROR(decoder.BeginLater(leaf));
  }
  return DecodeRest(segment, last, walk, decoder);
}

absl::StatusOr<uint32_t> FtsSegmentReader::FindLeaf(const FtsSegment& segment,
                                                    absl::string_view term) {
  const StatementReset reset(find_leaf_);
  find_leaf_.Bind(1, segment.id);
  find_leaf_.BindBlob(2, term);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, find_leaf_.Step());
  // Leaves whose terms were merged already are gone, and still named.
  const int64_t leaf =
      std::max<int64_t>(found ? find_leaf_.Int64(0) : 0, segment.first_leaf);
  if (leaf > segment.last_leaf) return DamagedFtsIndex();
  return static_cast<uint32_t>(leaf);
}

absl::StatusOr<uint32_t> FtsSegmentReader::FindLast(const FtsSegment& segment,
                                                    absl::string_view term,
                                                    uint32_t first) {
  const StatementReset reset(find_next_leaf_);
  find_next_leaf_.Bind(1, segment.id);
  find_next_leaf_.BindBlob(2, term);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, find_next_leaf_.Step());
  if (!found) return segment.last_leaf;
  const int64_t leaf = find_next_leaf_.Int64(0);
  if (leaf <= first || leaf > segment.last_leaf) return DamagedFtsIndex();
  return static_cast<uint32_t>(leaf);
}

absl::StatusOr<uint32_t> FtsSegmentReader::FindLater(const FtsSegment& segment,
                                                     uint32_t first,
                                                     uint32_t last,
                                                     PassageNumber after) {
  if (after == 0) return first;
  uint32_t found = first;
  // What is sought lies in [low, end), or is `found`.
  uint32_t low = first + 1;
  uint32_t end = last + 1;
  while (low < end) {
    const uint32_t middle = low + (end - low) / 2;
    uint32_t leaf = middle;
    FOOTNOTE_ASSIGN_OR_RETURN(uint64_t passage,
                              ReadFirstPassage(segment, leaf));
    // A leaf amid the positions of one passage has no number.
    while (passage == 0 && leaf > low) {
      FOOTNOTE_ASSIGN_OR_RETURN(passage, ReadFirstPassage(segment, --leaf));
    }
    if (passage > after) {
      end = leaf;
      continue;
    }
    if (passage != 0) found = leaf;
    low = middle + 1;
  }
  return found;
}

absl::StatusOr<uint64_t> FtsSegmentReader::ReadFirstPassage(
    const FtsSegment& segment, uint32_t leaf) {
  const StatementReset reset(block_);
  block_.Bind(1, BlockId(segment, leaf));
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, block_.Step());
  if (!found) return DamagedFtsIndex();
  FOOTNOTE_ASSIGN_OR_RETURN(const FtsLeaf parsed,
                            FtsLeaf::Parse(block_.Blob(0)));
  if (parsed.first_passage == 0) return 0;
  absl::string_view bytes = parsed.BeforeTerms(parsed.first_passage);
  uint64_t passage = 0;
  if (!ReadFtsVarint(&bytes, &passage) || passage == 0) {
    return DamagedFtsIndex();
  }
  return passage;
}

}  // namespace footnote
