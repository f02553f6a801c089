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
#include "retrieval/answer/learned_model.h"
#include "retrieval/answer/verifier.h"
#include "retrieval/courtesy.h"
#include "retrieval/deadline.h"
#include "retrieval/document.h"
#include "retrieval/index/passage_cache.h"
#include "retrieval/question/question.h"
#include "retrieval/rank/posting_cache.h"

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

// What became of some citations.
struct VerificationReport {
  std::vector<CitationVerification>
      verifications;  // One a quotation, in order.
  uint64_t corpus_revision = 0;
};

// A document and the revision of the corpus that it was read from.
struct DocumentAtRevision {
  StoredDocument document;
  uint64_t corpus_revision = 0;
};

// What corpora have in common; null: each has one of the usual size for itself.
struct CorpusCommons {
  std::shared_ptr<PostingCache> postings;
  std::shared_ptr<PassageCache> passages;
  std::shared_ptr<Courtesy> courtesy;
};

// A corpus in one SQLite file. Thread-safe: questions run side by side, each on
// a snapshot of its own; changes are made one after the other.
//
// Every method may return, beside what it names: kDeadlineExceeded or
// kCancelled by `deadline`; kDataLoss if the file is damaged; kUnavailable if
// reading or writing it fails.
class Corpus {
 public:
  // Opens the corpus in the file at `path`, creating it with `settings_if_new`
  // if there is none. `model` ranks the sentences of its answers; null: the
  // plain score does. `commons` is what it shares with others.
  //
  // Errors: kFailedPrecondition if the file is no corpus or of a newer version,
  // which leaves it untouched.
  static absl::StatusOr<std::unique_ptr<Corpus>> Open(
      const std::string& path, const CorpusSettings& settings_if_new = {},
      std::shared_ptr<const LearnedModel> model = nullptr,
      CorpusCommons commons = {});

  ~Corpus();
  Corpus(const Corpus&) = delete;
  Corpus& operator=(const Corpus&) = delete;

  // Answers `question` from the documents. No answer is a result, not an error.
  //
  // Errors: kInvalidArgument if the question has more than kMaxQuestionTerms
  // content terms (as `text`), or a condition holds no word (as `phrases[0]`).
  // Its other limits are the caller's to check.
  absl::StatusOr<Answer> Ask(const Question& question,
                             const AskOptions& options,
                             const Deadline& deadline) const;

  // Finds the passages that match `query` best, those of `page`.
  //
  // `at_revision`, unless it is 0, is the revision of the page before.
  //
  // Errors: as Ask(); kFailedPrecondition (PAGE_EXPIRED) if the corpus is at
  // another revision than `at_revision`.
  absl::StatusOr<SearchResult> Search(const Question& query,
                                      const SearchPage& page,
                                      uint64_t at_revision,
                                      const Deadline& deadline) const;

  // Compares `quotations` with the documents. That one differs is a result.
  absl::StatusOr<VerificationReport> Verify(
      const std::vector<Quotation>& quotations, const Deadline& deadline) const;

  // Adds or replaces `documents`. Durable when it returns. A document that
  // breaks a rule is refused in its result and changes nothing; the others are
  // kept, all in one revision. Of two with one id the later wins.
  //
  // Errors: kResourceExhausted if the disk is full: nothing was changed.
  absl::StatusOr<ImportReport> Import(const std::vector<Document>& documents,
                                      const Deadline& deadline);

  // Returns the document named `id`, as it was at `revision` of the corpus; 0:
  // as it is.
  //
  // Errors: kNotFound; kFailedPrecondition (REVISION_GONE) if that version is
  // not kept; kInvalidArgument for a revision that is yet to come.
  absl::StatusOr<DocumentAtRevision> Get(absl::string_view id,
                                         uint64_t revision,
                                         const Deadline& deadline) const;

  // Returns at most `limit` documents whose ids lie behind `after_id`.
  absl::StatusOr<DocumentPage> List(absl::string_view after_id, int limit,
                                    const Deadline& deadline) const;

  // Deletes the documents named, with their earlier versions. Durable when it
  // returns.
  absl::StatusOr<DeleteReport> Delete(const std::vector<std::string>& ids,
                                      const Deadline& deadline);

  // Does a little of what makes questions faster and can wait until nobody
  // imports: merges segments of the index. Changes nothing that is asked for,
  // the revision neither. Returns whether it did something; then more may be
  // left to do.
  //
  // A change waits for it, some tens of milliseconds.
  //
  // Errors: kResourceExhausted if the disk is full. After any, it does nothing
  // until the next change, which kUnavailable and kDataLoss may forbid.
  absl::StatusOr<bool> Tidy();

  // Returns what the corpus holds.
  absl::StatusOr<CorpusCounts> Counts(const Deadline& deadline) const;

  // Writes a copy of the corpus as it is at one revision into the file at
  // `path`, which is empty or does not exist yet, while changes go on, and
  // returns that revision. As WriteSnapshot().
  //
  // Errors: kResourceExhausted if the disk is full. After any, `path` and
  // `path`-journal are the caller's to remove.
  absl::StatusOr<uint64_t> CopyTo(const std::string& path,
                                  const Deadline& deadline) const;

 private:
  struct Rooms;  // The writer, the idle readers, and what they share.
  explicit Corpus(std::unique_ptr<Rooms> rooms);

  std::unique_ptr<Rooms> rooms_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_CORPUS_H_
