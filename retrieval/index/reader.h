// Reads a corpus, one snapshot at a time.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_READER_H_
#define FOOTNOTE_RETRIEVAL_INDEX_READER_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/deadline.h"
#include "retrieval/document.h"
#include "retrieval/index/annotation_reader.h"
#include "retrieval/index/annotations.h"
#include "retrieval/index/document_filter.h"
#include "retrieval/index/document_record.h"
#include "retrieval/index/passage_cache.h"
#include "retrieval/index/passage_sentences.h"
#include "retrieval/index/passage_set.h"
#include "retrieval/index/postings.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// One read-only connection to a corpus. Not thread-safe: one thread at a time.
//
// Its methods are called between Begin() and End() and see one revision. Their
// errors are those of SqliteStatus() and of the deadline, and kDataLoss where
// stored rows contradict each other.
class Reader {
 public:
  // Opens the corpus at `path`. `kept`, which outlives the reader, keeps
  // passages for it and others; null: none are kept.
  static absl::StatusOr<std::unique_ptr<Reader>> Open(
      const std::string& path, CorpusPassages* kept = nullptr);

  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // Takes a snapshot, bounded by `deadline`, and returns what it holds;
  // `file_bytes` is left 0.
  absl::StatusOr<CorpusCounts> Begin(const Deadline& deadline);

  // Lets the snapshot go.
  void End();

  // Returns the passage `number`. Errors: kDataLoss if there is none.
  absl::StatusOr<Passage> ReadPassage(PassageNumber number);

  // Returns the passage `number` with its sentences, perhaps kept from an
  // earlier snapshot. Errors: kDataLoss if there is none, or its document is
  // shorter than its sentences.
  absl::StatusOr<std::shared_ptr<const PassageSentences>> ReadSentences(
      PassageNumber number);

  // Returns the document `number`. Errors: kDataLoss if there is none.
  absl::StatusOr<DocumentRecord> ReadDocument(DocumentNumber number);

  // Returns the whole of the document of `record`, compared with its hashes.
  // Errors: kDataLoss if it is not what they say.
  absl::StatusOr<StoredDocument> ReadStored(DocumentRecord record);

  // Returns the bytes of the text of document `number` at `range`, of which
  // there may be fewer than asked for only if the file is damaged.
  absl::StatusOr<std::string> ReadText(DocumentNumber number, ByteRange range);

  // Returns the number of the document `id`, or nothing. Errors: kDataLoss if
  // another stands where it should.
  absl::StatusOr<std::optional<DocumentNumber>> FindDocument(
      absl::string_view id);

  // Returns the version of the document `id` that was current at `revision`, or
  // nothing if it is not kept or there was none.
  absl::StatusOr<std::optional<DocumentRecord>> FindVersion(
      absl::string_view id, uint64_t revision);

  // Returns the revisions of the versions of the document `id` that are kept,
  // the current one included, in order.
  absl::StatusOr<std::vector<uint64_t>> ListRevisions(absl::string_view id);

  // Returns the labels of document `number`.
  absl::StatusOr<std::map<std::string, std::string>> ReadMetadata(
      DocumentNumber number);

  // Returns at most `limit` documents with ids behind `after_id`, in order.
  absl::StatusOr<std::vector<DocumentSummary>> ListDocuments(
      absl::string_view after_id, int limit);

  // Returns the numbers of the passages of document `number`, sorted.
  absl::StatusOr<std::vector<PassageNumber>> PassagesOf(DocumentNumber number);

  // Returns the passages of the documents that pass `filter`.
  //
  // REQUIRES: !filter.TakesAll().
  absl::StatusOr<PassageSet> FindPassages(const DocumentFilter& filter) {
    return footnote::FindPassages(filter, *database_);
  }

  // Reads where terms stand.
  PostingReader& postings() { return *postings_; }

  // Finds passages by what is kept of names and times.
  AnnotationReader& annotations() { return *annotations_; }

 private:
  Reader() = default;

  absl::Status Prepare();

  // Returns the record of document `number`, read once in a snapshot.
  absl::StatusOr<std::shared_ptr<const DocumentRecord>> FindRecord(
      DocumentNumber number);

  // Returns the text of the document of `record`. Errors: as ReadStored().
  absl::StatusOr<std::string> ReadWholeText(const DocumentRecord& record);

  // Reads what ReadSentences() returns.
  absl::StatusOr<std::shared_ptr<const PassageSentences>> CutSentences(
      PassageNumber number);

  // Reads the row that `statement` stands on.
  static absl::StatusOr<DocumentRecord> ReadRecord(const Statement& row);

  using Records = absl::flat_hash_map<DocumentNumber,
                                      std::shared_ptr<const DocumentRecord>>;

  CorpusPassages* kept_ = nullptr;
  Records records_;  // Of the snapshot.
  std::unique_ptr<Database> database_;
  std::optional<PostingReader> postings_;
  std::optional<AnnotationReader> annotations_;
  std::optional<DeadlineScope> deadline_;
  std::optional<Transaction> snapshot_;
  Statement counts_;
  Statement passage_;
  Statement document_;
  Statement text_;
  Statement earlier_text_;
  Statement version_;
  Statement revisions_;
  Statement find_;
  Statement metadata_;
  Statement list_;
  Statement passages_of_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_READER_H_
