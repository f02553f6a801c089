// Any bytes are blocks of FTS5's index or damaged: what is read of a term has
// passages in order and no more positions than there are bytes.

#include <cstdint>
#include <cstdlib>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "retrieval/index/fts_doclist.h"
#include "retrieval/index/fts_leaf.h"
#include "retrieval/index/fts_structure.h"

namespace {

using footnote::FtsLeaf;
using footnote::PassageNumber;

void Require(bool condition) {
  if (!condition) std::abort();
}

// Cuts off a block: a byte that says how long it is, and so many bytes or as
// many as there are.
absl::string_view TakeBlock(absl::string_view* input) {
  if (input->empty()) return {};
  const auto size = static_cast<uint8_t>(input->front());
  const absl::string_view block = input->substr(1, size);
  input->remove_prefix(1 + block.size());
  return block;
}

// Requires of each passage what a reader may rely on.
class CheckingSink final : public footnote::FtsEntrySink {
 public:
  explicit CheckingSink(size_t bytes) : bytes_left_(bytes) {}

  bool Add(absl::Span<const footnote::FtsEntry> entries) override {
    for (const footnote::FtsEntry& entry : entries) Check(entry);
    return true;
  }

  void Expect(size_t /*passages*/) override {}

 private:
  void Check(const footnote::FtsEntry& entry) {
    Require(entry.passage > last_);
    last_ = entry.passage;
    Require(entry.positions.size() <= bytes_left_);
    bytes_left_ -= entry.positions.size();
    footnote::Posting posting;
    const bool is_whole = CountPositions(entry.positions, &posting);
    if (entry.bytes_in_text > 0) {
      Require(is_whole && posting.title_frequency == 0 &&
              posting.text_frequency == entry.bytes_in_text);
    }
    std::vector<footnote::TermPlace> places;
    if (!is_whole || !AppendPlaces(entry.passage, entry.positions, &places)) {
      return;
    }
    Require(places.size() ==
            posting.title_frequency + uint64_t{posting.text_frequency});
    for (size_t i = 1; i < places.size(); ++i) {
      Require(places[i - 1] < places[i]);
    }
  }

  PassageNumber last_ = 0;
  size_t bytes_left_;
};

// Decodes what `leaves` hold of `term`, which is on the first if anywhere, or
// of the list that goes on there if `is_later`.
absl::Status Decode(const std::vector<FtsLeaf>& leaves, absl::string_view term,
                    bool is_later, CheckingSink& sink) {
  footnote::FtsDoclistDecoder decoder(sink);
  absl::Status status;
  if (is_later) {
    if (leaves[0].first_passage == 0) return status;
    status = decoder.BeginLater(leaves[0]);
  } else {
    const auto list = FindDoclist(leaves[0], term);
    if (!list.ok() || !list->has_value()) return list.status();
    status = decoder.Begin(**list);
  }
  for (size_t i = 1; status.ok() && !decoder.has_ended() && i < leaves.size();
       ++i) {
    status = decoder.Continue(leaves[i]);
    decoder.ExpectLeaves(leaves.size() - i);
  }
  return status.ok() ? decoder.End() : status;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  absl::string_view input(reinterpret_cast<const char*>(bytes), size);
  const absl::string_view term = TakeBlock(&input);
  const auto segments = footnote::DecodeFtsStructure(TakeBlock(&input));
  Require(segments.ok() || absl::IsDataLoss(segments.status()) ||
          absl::IsFailedPrecondition(segments.status()));
  Require(!segments.ok() || segments->size() <= footnote::kMaxFtsSegments);
  std::vector<FtsLeaf> leaves;
  while (!input.empty()) {
    const auto leaf = FtsLeaf::Parse(TakeBlock(&input));
    if (leaf.ok()) leaves.push_back(*leaf);
  }
  if (leaves.empty()) return 0;
  for (const bool is_later : {false, true}) {
    CheckingSink sink(size);
    const absl::Status status = Decode(leaves, term, is_later, sink);
    Require(status.ok() || absl::IsDataLoss(status));
  }
  return 0;
}
