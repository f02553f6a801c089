// A leaf of a segment of FTS5's index.
//
// A leaf begins with two numbers of 16 bits: where on it the first passage's
// number stands that belongs to a term of an earlier leaf (0: nowhere), and
// where its last part begins, which says at which offsets terms stand. A term
// shares its first bytes with the one before, and its doclist follows it.
// SQLite 3.40.1, ext/fts5/fts5_index.c.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FTS_LEAF_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FTS_LEAF_H_

#include <cstddef>
#include <optional>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace footnote {

// A leaf. The views are of the block that it was made of.
struct FtsLeaf {
  // Returns the leaf in `block`.
  //
  // Errors: kDataLoss if its offsets lie outside of it.
  static absl::StatusOr<FtsLeaf> Parse(absl::string_view block);

  // Whether a term begins on it.
  bool has_terms() const { return !term_offsets.empty(); }

  // What stands from `offset` to the first term or the end of the content.
  absl::string_view BeforeTerms(size_t offset) const {
    return content.substr(offset, first_term - offset);
  }

  // Where the content begins that is no header.
  static constexpr size_t kHeaderBytes = 4;

  absl::string_view content;       // With the header.
  absl::string_view term_offsets;  // Varints, each but the first a difference.
  size_t first_passage = 0;  // Offset of the first number of a passage before
                             // any term; 0 if there is none.
  size_t first_term = 0;     // Offset of the first term; else content.size().
};

// What a leaf holds of the doclist of a term that stands on it.
struct FtsDoclist {
  absl::string_view bytes;
  bool is_last = false;  // Of the leaf: it may go on on the next one.
};

// Returns the doclist of `term` on `leaf`, or nothing if it is not there.
//
// Errors: kDataLoss if a term up to it lies outside of the leaf.
absl::StatusOr<std::optional<FtsDoclist>> FindDoclist(const FtsLeaf& leaf,
                                                      absl::string_view term);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FTS_LEAF_H_
