// Writes the passages of documents: where they stand, their terms, their
// lengths.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_WRITER_H_
#define FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_WRITER_H_

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/document.h"
#include "retrieval/index/annotation_rows.h"
#include "retrieval/index/cut_terms.h"
#include "retrieval/index/passage_lengths.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A run of whole sentences of a document.
struct SentenceRun {
  uint32_t first_sentence = 0;
  uint32_t sentence_count = 0;
  ByteRange range;  // In the document's text.
};

// Writes passages through the connection that writes a corpus, within a
// transaction. Not thread-safe.
//
// Errors of each method: as SqliteStatus(); by the connection's deadline.
class PassageWriter {
 public:
  // `database` outlives the writer, and so does `*ahead`, which was given to
  // RegisterTokenizer() with it.
  static absl::StatusOr<PassageWriter> Create(Database& database,
                                              const CutTerms** ahead);

  // Writes `passages` of the document of that number, whose terms are `terms`,
  // and returns where they are.
  //
  // Errors, too: kResourceExhausted if the corpus has no numbers left.
  absl::StatusOr<PassageRun> Insert(int64_t number, const Document& document,
                                    const std::vector<SentenceRun>& passages,
                                    const CutTerms& terms);

  // Returns where the passages of that document are.
  absl::StatusOr<PassageRun> Read(int64_t document);

  // Removes them.
  absl::Status Remove(int64_t document);

 private:
  // Writes a passage and returns its number.
  absl::StatusOr<PassageNumber> InsertRow(int64_t document,
                                          const SentenceRun& passage);

  // Gives a passage to FTS5, or takes it away, by `change`.
  static absl::Status Index(Statement& change, int64_t passage,
                            absl::string_view title, absl::string_view text);

  Database* database_ = nullptr;
  const CutTerms** ahead_ = nullptr;
  LengthWriter lengths_;
  Statement insert_;
  Statement index_;
  Statement unindex_;
  Statement read_;
  Statement read_texts_;
  Statement delete_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_PASSAGE_WRITER_H_
