#include "retrieval/index/writer.h"

#include <sqlite3.h>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "retrieval/index/fts_merge.h"
#include "retrieval/index/postings.h"
#include "retrieval/index/schema.h"
#include "retrieval/index/seal.h"
#include "retrieval/index/sentence_layout.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

constexpr char kCommitSql[] =
    "UPDATE corpus SET revision = ?1, documents = documents + ?2, "
    "passages = passages + ?3, sentences = sentences + ?4, "
    "text_bytes = text_bytes + ?5, earlier_versions = earlier_versions + ?6";

// Runs `statement` with `value` as its first parameter.
absl::Status RunOn(Statement& statement, int64_t value) {
  statement.Bind(1, value);
  return statement.Run();
}

}  // namespace

absl::StatusOr<std::unique_ptr<Writer>> Writer::Open(
    const std::string& path, const CorpusSettings& settings_if_new) {
  std::unique_ptr<Writer> writer(new Writer());
  FOOTNOTE_ASSIGN_OR_RETURN(
      writer->database_,
      OpenForWriting(path, settings_if_new, &writer->ahead_));
  FOOTNOTE_RETURN_IF_ERROR(writer->Prepare());
  FOOTNOTE_ASSIGN_OR_RETURN(
      writer->passages_,
      PassageWriter::Create(*writer->database_, &writer->ahead_));
  FOOTNOTE_ASSIGN_OR_RETURN(writer->annotations_,
                            AnnotationWriter::Create(*writer->database_));
  return writer;
}

absl::Status Writer::Prepare() {
  return database_->PrepareAll({
      {&read_revision_, "SELECT revision, revisions_kept FROM corpus"},
      // The row itself, not what the index of ids says of it.
      {&find_,
       "SELECT number, revision, seal, id FROM document "
       "WHERE number = (SELECT number FROM document WHERE id = ?1)"},
      {&insert_document_,
       "INSERT INTO document (id, revision, title, uri, source, published, "
       "language, sha256, seal, sentence_count, sentences, annotations, "
       "text_bytes, text, published_at) VALUES "
       "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"},
      {&insert_metadata_, "INSERT INTO metadata VALUES (?1, ?2, ?3)"},
      {&delete_metadata_, "DELETE FROM metadata WHERE document = ?1"},
      {&delete_document_, "DELETE FROM document WHERE number = ?1"},
      {&keep_document_,
       "INSERT INTO earlier_document SELECT * FROM document "
       "WHERE number = ?1"},
      {&find_dropped_,
       "SELECT number FROM earlier_document WHERE id = ?1 "
       "ORDER BY revision DESC LIMIT -1 OFFSET ?2"},
      {&drop_earlier_, "DELETE FROM earlier_document WHERE number = ?1"},
      {&read_annotations_,
       "SELECT annotations, text_bytes, sentence_count FROM document "
       "WHERE number = ?1"},
      {&commit_, kCommitSql},
  });
}

absl::Status Writer::Begin(const Deadline& deadline) {
  FOOTNOTE_RETURN_IF_ERROR(failure_);
  FOOTNOTE_ASSIGN_OR_RETURN(
      Transaction change,
      Transaction::Begin(*database_, Transaction::Kind::kWrite));
  const StatementReset reset(read_revision_);
  FOOTNOTE_RETURN_IF_ERROR(read_revision_.Step().status());
  revision_ = static_cast<uint64_t>(read_revision_.Int64(0)) + 1;
  revisions_kept_ = read_revision_.Int64(1);
  changed_ = false;
  growth_ = {};
  removed_.clear();
  deadline_.emplace(*database_, deadline);
  change_.emplace(std::move(change));
  return absl::OkStatus();
}

absl::StatusOr<bool> Writer::Find(absl::string_view id) {
  find_.BindText(1, id);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, find_.Step());
  if (!found || find_.Text(3) == id) return found;
  return Note(
      StorageCorrupt("The index of ids is damaged; restore the corpus "
                     "from a copy."));
}

absl::StatusOr<ImportOutcome> Writer::Put(const PreparedDocument& prepared) {
  const StatementReset reset(find_);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, Find(prepared.document->id));
  if (found &&
      absl::BytesToHexString(find_.Blob(2)) ==
          Seal(prepared.fingerprint, static_cast<uint64_t>(find_.Int64(1)))) {
    return ImportOutcome::kUnchanged;
  }
  if (found) {
    FOOTNOTE_RETURN_IF_ERROR(
        Note(Replace(find_.Int64(0), static_cast<uint64_t>(find_.Int64(1)),
                     prepared.document->id)));
  }
  FOOTNOTE_RETURN_IF_ERROR(Note(InsertDocument(prepared)));
  changed_ = true;
  return found ? ImportOutcome::kReplaced : ImportOutcome::kAdded;
}

absl::StatusOr<bool> Writer::Remove(absl::string_view id) {
  const StatementReset reset(find_);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, Find(id));
  if (!found) return false;
  const int64_t number = find_.Int64(0);
  FOOTNOTE_RETURN_IF_ERROR(Note(Unindex(number)));
  FOOTNOTE_RETURN_IF_ERROR(Note(DropCurrent(number)));
  FOOTNOTE_RETURN_IF_ERROR(Note(DropEarlier(id, 0)));
  changed_ = true;
  return true;
}

absl::StatusOr<uint64_t> Writer::Commit() {
  if (!changed_) {
    Abandon();
    return revision_ - 1;
  }
  commit_.Bind(1, static_cast<int64_t>(revision_));
  commit_.Bind(2, growth_.documents);
  commit_.Bind(3, growth_.passages);
  commit_.Bind(4, growth_.sentences);
  commit_.Bind(5, growth_.text_bytes);
  commit_.Bind(6, growth_.earlier_versions);
  absl::Status status = commit_.Run();
  // From here on the change is not given up for lack of time.
  deadline_.reset();
  if (status.ok()) status = change_->Commit();
  if (!status.ok()) {
    Abandon();
    return Note(status);
  }
  change_.reset();
  return revision_;
}

absl::StatusOr<bool> Writer::Merge() {
  FOOTNOTE_RETURN_IF_ERROR(failure_);
  // Not to have begun leaves nothing open.
  FOOTNOTE_ASSIGN_OR_RETURN(
      Transaction change,
      Transaction::Begin(*database_, Transaction::Kind::kWrite));
  absl::StatusOr<bool> merged = MergeFtsSegments(*database_);
  FOOTNOTE_RETURN_IF_ERROR(Note(merged.status()));
  FOOTNOTE_RETURN_IF_ERROR(Note(change.Commit()));
  return merged;
}

void Writer::Abandon() {
  deadline_.reset();
  change_.reset();
  annotations_->Forget();
}

absl::Status Writer::InsertDocument(const PreparedDocument& prepared) {
  const Document& document = *prepared.document;
  Statement& insert = insert_document_;
  insert.BindText(1, document.id);
  insert.Bind(2, static_cast<int64_t>(revision_));
  insert.BindText(3, document.title);
  insert.BindText(4, document.uri);
  insert.BindText(5, document.source);
  insert.BindText(6, document.published);
  insert.BindText(7, document.language);
  insert.BindBlob(8, absl::HexStringToBytes(prepared.sha256));
  insert.BindBlob(
      9, absl::HexStringToBytes(Seal(prepared.fingerprint, revision_)));
  insert.Bind(10, static_cast<int64_t>(prepared.sentences.size()));
  insert.BindBlob(11, prepared.stored_sentences);
  insert.BindBlob(12, prepared.stored_annotations);
  insert.Bind(13, static_cast<int64_t>(document.text.size()));
  insert.BindBlob(14, prepared.stored_text);
  const auto published = PublicationTime(document.published);
  if (published.has_value()) {
    insert.Bind(15, absl::ToUnixMicros(*published));
  } else {
    insert.BindNull(15);
  }
  FOOTNOTE_RETURN_IF_ERROR(insert.Run());
  const int64_t number = sqlite3_last_insert_rowid(database_->handle());
  FOOTNOTE_RETURN_IF_ERROR(InsertMetadata(number, document));
  FOOTNOTE_ASSIGN_OR_RETURN(
      const PassageRun passages,
      passages_->Insert(number, document, prepared.passages, prepared.terms));
  growth_.documents += 1;
  growth_.passages += static_cast<int64_t>(passages.ranges.size());
  growth_.sentences += static_cast<int64_t>(prepared.sentences.size());
  growth_.text_bytes += static_cast<int64_t>(document.text.size());
  return annotations_->Insert(prepared.annotations, passages);
}

absl::Status Writer::InsertMetadata(int64_t number, const Document& document) {
  for (const auto& [key, value] : document.metadata) {
    insert_metadata_.Bind(1, number);
    insert_metadata_.BindText(2, key);
    insert_metadata_.BindText(3, value);
    FOOTNOTE_RETURN_IF_ERROR(insert_metadata_.Run());
  }
  return absl::OkStatus();
}

absl::Status Writer::Replace(int64_t number, uint64_t revision,
                             absl::string_view id) {
  FOOTNOTE_RETURN_IF_ERROR(Unindex(number));
  if (revision == revision_) return DropCurrent(number);
  FOOTNOTE_RETURN_IF_ERROR(RunOn(keep_document_, number));
  growth_.earlier_versions += 1;
  FOOTNOTE_RETURN_IF_ERROR(RunOn(delete_document_, number));
  return DropEarlier(id, revisions_kept_ - 1);
}

absl::Status Writer::RemoveAnnotations(int64_t number,
                                       const PassageRun& passages) {
  const StatementReset reset(read_annotations_);
  read_annotations_.Bind(1, number);
  FOOTNOTE_RETURN_IF_ERROR(read_annotations_.Step().status());
  FOOTNOTE_ASSIGN_OR_RETURN(
      const Annotations annotations,
      DecodeAnnotations(read_annotations_.Blob(0),
                        static_cast<uint32_t>(read_annotations_.Int64(1))));
  growth_.text_bytes -= read_annotations_.Int64(1);
  growth_.sentences -= read_annotations_.Int64(2);
  return annotations_->Remove(annotations, passages);
}

absl::Status Writer::Unindex(int64_t number) {
  FOOTNOTE_ASSIGN_OR_RETURN(const PassageRun passages, passages_->Read(number));
  FOOTNOTE_RETURN_IF_ERROR(RemoveAnnotations(number, passages));
  growth_.documents -= 1;
  growth_.passages -= static_cast<int64_t>(passages.ranges.size());
  for (size_t i = 0; i < passages.ranges.size(); ++i) {
    removed_.push_back(passages.first + static_cast<PassageNumber>(i));
  }
  return passages_->Remove(number);
}

absl::Status Writer::DropCurrent(int64_t number) {
  FOOTNOTE_RETURN_IF_ERROR(RunOn(delete_metadata_, number));
  return RunOn(delete_document_, number);
}

absl::Status Writer::DropEarlier(absl::string_view id, int64_t kept) {
  const StatementReset reset(find_dropped_);
  find_dropped_.BindText(1, id);
  find_dropped_.Bind(2, kept);
  std::vector<int64_t> dropped;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, find_dropped_.Step());
    if (!found) break;
    dropped.push_back(find_dropped_.Int64(0));
  }
  for (const int64_t number : dropped) {
    FOOTNOTE_RETURN_IF_ERROR(RunOn(delete_metadata_, number));
    FOOTNOTE_RETURN_IF_ERROR(RunOn(drop_earlier_, number));
  }
  growth_.earlier_versions -= static_cast<int64_t>(dropped.size());
  return absl::OkStatus();
}

absl::Status Writer::Note(absl::Status status) {
  if (absl::IsUnavailable(status) || absl::IsDataLoss(status)) {
    failure_ = StorageFailed(absl::StrCat(
        "The corpus takes no changes since one failed, which may or may "
        "not be durable (",
        status.message(),
        "). Restart the server, then import again what was not "
        "acknowledged."));
  }
  return status;
}

}  // namespace footnote
