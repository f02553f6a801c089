// The doclist of a term in one segment of FTS5's index: the passages with the
// term and where it stands in each.
//
// A passage is its number, less that of the passage before; twice the length of
// its positions, plus one if an older segment's are to be forgotten; and the
// positions. A list goes on on the next leaf wherever the leaf ends, there with
// a whole number. SQLite 3.40.1, ext/fts5/fts5_index.c.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_FTS_DOCLIST_H_
#define FOOTNOTE_RETRIEVAL_INDEX_FTS_DOCLIST_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/index/fts_leaf.h"
#include "retrieval/index/posting.h"

namespace footnote {

// A passage of a doclist and where the term stands in it.
struct FtsEntry {
  PassageNumber passage = 0;

  // How many positions there are, if all of them are in the text and have a
  // byte each; else 0, and only the positions tell.
  uint32_t bytes_in_text = 0;

  // As FTS5 spells them; none: the passage no longer holds the term.
  absl::string_view positions;
};

// Takes the passages of a doclist.
class FtsEntrySink {
 public:
  virtual ~FtsEntrySink() = default;

  // Takes the next passages, some at a time, whose positions live for the call.
  // Returns false if they contradict themselves.
  virtual bool Add(absl::Span<const FtsEntry> entries) = 0;

  // Notes that about so many passages more will come. Not to be believed: the
  // index may be damaged.
  virtual void Expect(size_t passages) = 0;
};

// Decodes one doclist, leaf by leaf, and gives its passages to a sink, in order
// of number. Holds no more than the positions of one passage.
//
// Each function that takes a part of the list returns kDataLoss if it
// contradicts itself or what came before.
class FtsDoclistDecoder {
 public:
  // `sink` outlives the decoder.
  explicit FtsDoclistDecoder(FtsEntrySink& sink) : sink_(sink) {}

  // Takes the begin of the list.
  absl::Status Begin(const FtsDoclist& list);

  // Takes a later leaf in place of the begin: from its first passage on.
  //
  // REQUIRES: leaf.first_passage != 0
  absl::Status BeginLater(const FtsLeaf& leaf);

  // Takes the next leaf.
  absl::Status Continue(const FtsLeaf& leaf);

  // Notes that there are no more leaves.
  absl::Status End();

  // Whether the list has ended, as far as can be known without the next leaf.
  bool has_ended() const { return has_ended_; }

  // Tells the sink what to expect of `leaves` more leaves like the last one.
  void ExpectLeaves(size_t leaves) { sink_.Expect(leaves * leaf_passages_); }

 private:
  // Decodes `bytes`, which begin with a whole number.
  absl::Status Decode(absl::string_view bytes);

  // Appends to the positions that the leaf before had to cut off; returns how
  // many bytes of `bytes` are theirs.
  size_t AppendCutOff(absl::string_view bytes);

  // Gives the entries that are held to the sink. Returns what it returns.
  bool Flush();

  FtsEntrySink& sink_;
  std::vector<FtsEntry> entries_;  // Decoded, and not given to the sink yet.
  size_t leaf_passages_ = 0;       // Decoded of the last leaf.
  uint64_t passage_ = 0;           // The last one.
  std::string positions_;  // Of it, as far as read, if they were cut off.
  uint64_t missing_ = 0;   // Their bytes that are still to come.
  bool is_cut_off_ = false;
  bool has_ended_ = false;
};

// Counts in `*posting`, which has none yet, the places that `positions` name;
// at least one. Returns false if they contradict themselves.
bool CountPositions(absl::string_view positions, Posting* posting);

// Does so for `entry`, one that holds the term.
inline bool CountPositions(const FtsEntry& entry, Posting* posting) {
  posting->text_frequency = entry.bytes_in_text;
  return entry.bytes_in_text > 0 || CountPositions(entry.positions, posting);
}

// Appends to `*places`, in order, those in `passage` that `positions` name; at
// least one. Returns false if they contradict themselves.
bool AppendPlaces(PassageNumber passage, absl::string_view positions,
                  std::vector<TermPlace>* places);

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_FTS_DOCLIST_H_
