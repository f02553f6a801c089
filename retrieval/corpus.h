// One corpus: documents in, cited answers out. The library's front door.

#ifndef FOOTNOTE_RETRIEVAL_CORPUS_H_
#define FOOTNOTE_RETRIEVAL_CORPUS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/answer/answer.h"
#include "retrieval/deadline.h"
#include "retrieval/document.h"
#include "retrieval/question/question.h"

namespace footnote {

// What became of the documents of one import.
struct ImportReport {
  std::vector<ImportResult> results;  // One a document, in order.
  uint64_t corpus_revision = 0;       // The revision that holds them.
};

// One page of a corpus's documents.
struct DocumentPage {
  std::vector<DocumentSummary> documents;  // In order of their ids' bytes.
  bool has_more = false;                   // Whether documents follow.
  uint64_t total = 0;                      // In the whole corpus.
  uint64_t corpus_revision = 0;
};

// What a deletion did.
struct DeleteReport {
  std::vector<std::string> deleted_ids;  // In the order they were named.
  std::vector<std::string> missing_ids;  // Not in the corpus.
  uint64_t corpus_revision = 0;
};

// A document and the revision of the corpus that it was read from.
struct DocumentAtRevision {
  StoredDocument document;
  uint64_t corpus_revision = 0;
};

// A corpus in one SQLite file. Thread-safe: questions run side by side, each on
// a snapshot of its own; changes are made one after the other.
//
// Every method may return, beside what it names: kDeadlineExceeded or
// kCancelled by `deadline`; kDataLoss if the file is damaged; kUnavailable if
// reading or writing it fails.
class Corpus {
 public:
  // Opens the corpus in the file at `path`, creating it if there is none, to be
  // kept as `if_new` says.
  //
  // Errors: kFailedPrecondition if the file is no corpus or of a newer version,
  // which leaves it untouched.
  static absl::StatusOr<std::unique_ptr<Corpus>> Open(
      const std::string& path, const CorpusSettings& if_new = {});

  ~Corpus();
  Corpus(const Corpus&) = delete;
  Corpus& operator=(const Corpus&) = delete;

  // Answers `question` from the documents. No answer is a result, not an error.
  //
  // Errors: kInvalidArgument if the question has more than kMaxQuestionTerms
  // content terms. Its other limits are the caller's to check.
  absl::StatusOr<Answer> Ask(const Question& question,
                             const AskOptions& options,
                             const Deadline& deadline) const;

  // Finds the passages that match `query` best, at most `limit` of them.
  //
  // Errors: as Ask().
  // REQUIRES: 1 <= limit <= kMaxResults.
  absl::StatusOr<SearchResult> Search(const Question& query, int limit,
                                      const Deadline& deadline) const;

  // Adds or replaces `documents`. Durable when it returns. A document that
  // breaks a rule is refused in its result and changes nothing; the others are
  // kept, all in one revision. Of two with one id the later wins.
  //
  // Errors: kResourceExhausted if the disk is full: nothing was changed.
  absl::StatusOr<ImportReport> Import(const std::vector<Document>& documents,
                                      const Deadline& deadline);

  // Returns the document named `id`. Errors: kNotFound.
  absl::StatusOr<DocumentAtRevision> Get(absl::string_view id,
                                         const Deadline& deadline) const;

  // Returns at most `limit` documents whose ids lie behind `after_id`.
  absl::StatusOr<DocumentPage> List(absl::string_view after_id, int limit,
                                    const Deadline& deadline) const;

  // Deletes the documents named. Durable when it returns.
  absl::StatusOr<DeleteReport> Delete(const std::vector<std::string>& ids,
                                      const Deadline& deadline);

  // Returns what the corpus holds.
  absl::StatusOr<CorpusCounts> Counts(const Deadline& deadline) const;

 private:
  struct Rooms;  // The writer, the idle readers, and what they share.
  explicit Corpus(std::unique_ptr<Rooms> rooms);

  std::unique_ptr<Rooms> rooms_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_CORPUS_H_
