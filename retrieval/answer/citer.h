// Writes footnotes, and makes sure that they are true.

#ifndef FOOTNOTE_RETRIEVAL_ANSWER_CITER_H_
#define FOOTNOTE_RETRIEVAL_ANSWER_CITER_H_

#include <memory>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/answer.h"
#include "retrieval/index/reader.h"
#include "retrieval/text/byte_range.h"
#include "retrieval/text/utf8.h"

namespace footnote {

// Cites from the documents of one snapshot. Of each the text is read anew from
// the corpus, once, and all of it compared with its hashes. Not thread-safe.
class Citer {
 public:
  // `reader` holds the snapshot and outlives the citer.
  explicit Citer(Reader& reader) : reader_(reader) {}

  // Returns the citation of `text`, which stands at `range` of `document`,
  // whose sentence there is the one at `sentence_index`.
  //
  // Errors: kDataLoss if the document's bytes there are not `text`; else as
  // Reader::ReadStored().
  absl::StatusOr<Citation> Cite(const DocumentRecord& document, ByteRange range,
                                uint32_t sentence_index,
                                absl::string_view text);

  // Returns the span of `range` in `document`.
  //
  // REQUIRES: Cite() succeeded for `document`, and `range` lies in its text.
  TextSpan Span(const DocumentRecord& document, ByteRange range);

  // Returns the bytes of `document` at `range`; they live as long as the citer.
  //
  // REQUIRES: as Span().
  absl::string_view Text(const DocumentRecord& document, ByteRange range) const;

 private:
  struct Source {
    StoredDocument stored;
    SpanCounter spans{absl::string_view()};
  };

  absl::StatusOr<Source*> Open(const DocumentRecord& document);

  Reader& reader_;
  // Sources stay where they are, since their counters point at their texts.
  absl::flat_hash_map<DocumentNumber, std::unique_ptr<Source>> sources_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_ANSWER_CITER_H_
