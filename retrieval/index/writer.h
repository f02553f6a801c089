// Changes a corpus.

#ifndef FOOTNOTE_RETRIEVAL_INDEX_WRITER_H_
#define FOOTNOTE_RETRIEVAL_INDEX_WRITER_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "retrieval/deadline.h"
#include "retrieval/document.h"
#include "retrieval/index/annotation_writer.h"
#include "retrieval/index/annotations.h"
#include "retrieval/index/cut_terms.h"
#include "retrieval/index/passage_writer.h"
#include "retrieval/index/posting.h"
#include "retrieval/index/sqlite.h"
#include "retrieval/text/byte_range.h"

namespace footnote {

// A document made ready to be written. Views point into the document that it
// was made from.
struct PreparedDocument {
  const Document* document = nullptr;
  std::string sha256;              // Of the text, hexadecimal.
  std::string stored_text;         // As CompressText().
  std::string stored_sentences;    // As EncodeSentences().
  std::string stored_annotations;  // As EncodeAnnotations().
  std::string fingerprint;  // As Fingerprint(): equal means nothing to do.
  std::vector<Sentence> sentences;
  std::vector<SentenceRun> passages;
  Annotations annotations;
  CutTerms terms;  // Of the title and of each passage.
};

// The one connection that writes and checkpoints a corpus. Not thread-safe: one
// thread at a time.
//
// Changes are collected between Begin() and Commit(). After a failure of
// storage whose outcome is unknown, every further change is refused with
// kUnavailable until the corpus is opened again.
class Writer {
 public:
  // Opens the corpus at `path`, creating it with `settings_if_new` if there is
  // none. Errors: as OpenForWriting().
  static absl::StatusOr<std::unique_ptr<Writer>> Open(
      const std::string& path, const CorpusSettings& settings_if_new = {});

  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // Begins a change, bounded by `deadline`.
  absl::Status Begin(const Deadline& deadline);

  // Adds `prepared`, replaces the document of the same id, or leaves an equal
  // one as it is, and says which. What is replaced is kept as an earlier
  // version, and the oldest is dropped if there are more than the corpus keeps.
  absl::StatusOr<ImportOutcome> Put(const PreparedDocument& prepared);

  // Removes the document `id` with its earlier versions, and returns whether
  // there was one.
  absl::StatusOr<bool> Remove(absl::string_view id);

  // What the change under way is: the revision that it makes, whether anything
  // changed, and the passages removed.
  uint64_t revision() const { return revision_; }
  bool changed() const { return changed_; }
  const std::vector<PassageNumber>& removed() const { return removed_; }

  // Makes everything since Begin() durable and returns the corpus's revision,
  // which is a new one if anything changed. After a failure nothing is changed,
  // or, with kUnavailable, it is unknown.
  absl::StatusOr<uint64_t> Commit();

  // As MergeFtsSegments(): a change of its own, which leaves the revision as it
  // is.
  //
  // REQUIRES: no change is under way.
  absl::StatusOr<bool> Merge();

  // Gives up everything since Begin(). Without a change under way, does
  // nothing.
  void Abandon();

 private:
  // How many more of each there are since Begin(); fewer if it is negative.
  // Written once: each statement that reads what it changes has FTS5 write to
  // the file what it holds back.
  struct Growth {
    int64_t documents = 0;
    int64_t passages = 0;
    int64_t sentences = 0;
    int64_t text_bytes = 0;
    int64_t earlier_versions = 0;
  };

  Writer() = default;

  absl::Status Prepare();
  // Moves `find_` to the document `id` and returns whether there is one.
  absl::StatusOr<bool> Find(absl::string_view id);

  absl::Status InsertDocument(const PreparedDocument& prepared);
  absl::Status InsertMetadata(int64_t number, const Document& document);

  // Makes the current version of a document, `number`, an earlier one, or drops
  // it: what came and went within one change nobody has seen.
  absl::Status Replace(int64_t number, uint64_t revision, absl::string_view id);

  // Takes what is annotated of document `number`, whose passages are these, out
  // of the tables, and its sentences and text out of what is counted.
  absl::Status RemoveAnnotations(int64_t number, const PassageRun& passages);

  // Takes the passages of document `number` out of the index, the tables of
  // annotations and the counts.
  absl::Status Unindex(int64_t number);

  // Drops all but the newest `kept` earlier versions of the document `id`.
  absl::Status DropEarlier(absl::string_view id, int64_t kept);

  // Drops what is left of document `number` once it is not in the index.
  absl::Status DropCurrent(int64_t number);

  // Returns `status`, and refuses further changes if it leaves the outcome
  // open.
  absl::Status Note(absl::Status status);

  const CutTerms* ahead_ = nullptr;  // Of the document being indexed.
  std::unique_ptr<Database> database_;
  std::optional<AnnotationWriter> annotations_;
  std::optional<PassageWriter> passages_;
  std::optional<DeadlineScope> deadline_;
  std::optional<Transaction> change_;
  uint64_t revision_ = 0;  // That the change under way will have.
  bool changed_ = false;
  Growth growth_;
  std::vector<PassageNumber> removed_;
  absl::Status failure_;
  int64_t revisions_kept_ = 0;  // As CorpusSettings has it.
  Statement read_revision_;
  Statement find_;
  Statement insert_document_;
  Statement insert_metadata_;
  Statement read_annotations_;
  Statement delete_metadata_;
  Statement delete_document_;
  Statement commit_;
  Statement keep_document_;
  Statement find_dropped_;
  Statement drop_earlier_;
};

}  // namespace footnote

#endif  // FOOTNOTE_RETRIEVAL_INDEX_WRITER_H_
