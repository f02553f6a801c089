// Reads from FTS5 where terms stand.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_POSTINGS_H_
#define FOOTNOTE_RETRIEVAL_INDEX_POSTINGS_H_

#include <cstdint>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "retrieval/index/fts_segment.h"
#include "retrieval/index/passage_lengths.h"
#include "retrieval/index/posting.h"
#include "retrieval/index/sqlite.h"

namespace footnote {

// The sums that BM25 needs of a corpus, as FTS5 keeps them.
struct IndexTotals {
  uint64_t passages = 0;
  uint64_t title_terms = 0;
  uint64_t text_terms = 0;
};

// Reads the index of one connection, within one transaction of it that has not
// changed the index. Not thread-safe.
class PostingReader {
 public:
  // `database`, a connection to a corpus, outlives the reader.
  static absl::StatusOr<PostingReader> Create(Database& database);

  // Returns the postings of `term`, as the tokenizer spells it; none if no
  // passage holds it.
  //
  // Errors: as SqliteStatus(); by the connection's deadline; kDataLoss if the
  // index contradicts itself; as DecodeFtsStructure().
  absl::StatusOr<PostingList> ReadPostings(absl::string_view term) {
    return ReadPostingsAfter(term, 0);
  }

  // Returns those of them whose passages have numbers greater than `after`,
  // without reading what is far before: the tail of a long list takes no longer
  // than a short list does. Errors: as ReadPostings().
  absl::StatusOr<PostingList> ReadPostingsAfter(absl::string_view term,
                                                PassageNumber after);

  // Gives them all to `take`, some at a time, in order, as they are read, and
  // puts into `*removed` passages, in no order, whose postings are to be taken
  // away again thereafter. Returns false if that can't be done, because
  // passages stand in more than one segment of the index: what was given means
  // nothing then. Errors: as ReadPostings().
  absl::StatusOr<bool> VisitPostings(
      absl::string_view term,
      absl::FunctionRef<void(absl::Span<const Posting>)> take,
      std::vector<PassageNumber>* removed);

  // Returns every place of `term`, in order. Errors: as ReadPostings().
  absl::StatusOr<std::vector<TermPlace>> ReadPlaces(absl::string_view term);

  // Returns the sums over all passages. Errors: as ReadPostings().
  absl::StatusOr<IndexTotals> ReadTotals();

  // Reads how long passages are.
  LengthReader& lengths() { return lengths_; }

 private:
  // Puts into `*entries`, in place of what is there, what all segments together
  // say of the passages after `after` with `term`. make(read, &entry) makes an
  // Entry of an FtsEntry; false if the positions contradict themselves.
  template <typename Entry, typename Make>
  absl::Status ReadEntries(absl::string_view term, PassageNumber after,
                           const Make& make, std::vector<Entry>* entries);

  FtsSegmentReader segments_;
  Statement totals_;
  LengthReader lengths_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_POSTINGS_H_
