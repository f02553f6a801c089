#include "retrieval/index/writer.h"

#include <sqlite3.h>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "retrieval/index/postings.h"
#include "retrieval/index/schema.h"
#include "retrieval/index/seal.h"
#include "retrieval/index/sentence_layout.h"
#include "retrieval/status.h"

namespace footnote {
namespace {

// Adds the counts of document ?1 to the corpus's, ?2 times.
constexpr char kCountSql[] = R"sql(
UPDATE corpus SET
  documents = documents + ?2,
  sentences = sentences + ?2 * (SELECT sentence_count FROM document
                                WHERE number = ?1),
  text_bytes = text_bytes + ?2 * (SELECT length(text) FROM document
                                  WHERE number = ?1),
  passages = passages + ?2 * (SELECT count(*) FROM passage
                              WHERE document = ?1)
)sql";

// Runs `statement` with `value` as its first parameter.
absl::Status RunOn(Statement& statement, int64_t value) {
  statement.Bind(1, value);
  return statement.Run();
}

}  // namespace

absl::StatusOr<std::unique_ptr<Writer>> Writer::Open(
    const std::string& path, const CorpusSettings& settings_if_new) {
  std::unique_ptr<Writer> writer(new Writer());
  FOOTNOTE_ASSIGN_OR_RETURN(writer->database_,
                            OpenForWriting(path, settings_if_new));
  FOOTNOTE_RETURN_IF_ERROR(writer->Prepare());
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
       "language, sha256, seal, sentence_count, sentences, annotations, text, "
       "published_at) VALUES "
       "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"},
      {&insert_metadata_, "INSERT INTO metadata VALUES (?1, ?2, ?3)"},
      {&insert_passage_,
       "INSERT INTO passage (document, first_sentence, sentence_count, "
       "begin_byte, end_byte) VALUES (?1, ?2, ?3, ?4, ?5)"},
      {&index_passages_,
       "INSERT INTO passage_index (rowid, title, text) "
       "SELECT number, title, text FROM passage_text WHERE document = ?1 "
       "ORDER BY number"},
      {&unindex_passages_,
       "INSERT INTO passage_index (passage_index, rowid, title, text) "
       "SELECT 'delete', number, title, text FROM passage_text "
       "WHERE document = ?1 ORDER BY number"},
      {&count_, kCountSql},
      {&delete_passages_, "DELETE FROM passage WHERE document = ?1"},
      {&delete_metadata_, "DELETE FROM metadata WHERE document = ?1"},
      {&delete_document_, "DELETE FROM document WHERE number = ?1"},
      {&keep_document_,
       "INSERT INTO earlier_document SELECT * FROM document "
       "WHERE number = ?1"},
      {&find_dropped_,
       "SELECT number FROM earlier_document WHERE id = ?1 "
       "ORDER BY revision DESC LIMIT -1 OFFSET ?2"},
      {&drop_earlier_, "DELETE FROM earlier_document WHERE number = ?1"},
      {&count_earlier_,
       "UPDATE corpus SET earlier_versions = earlier_versions + ?1"},
      {&read_annotations_,
       "SELECT annotations, length(text) FROM document WHERE number = ?1"},
      {&read_passages_,
       "SELECT number, begin_byte, end_byte FROM passage WHERE document = ?1 "
       "ORDER BY number"},
      {&set_revision_, "UPDATE corpus SET revision = ?1"},
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
  if (found && find_.Text(2) == Seal(prepared.fingerprint,
                                     static_cast<uint64_t>(find_.Int64(1)))) {
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
  set_revision_.Bind(1, static_cast<int64_t>(revision_));
  absl::Status status = set_revision_.Run();
  // From here on the change is not given up for lack of time.
  deadline_.reset();
  if (status.ok()) status = change_->Commit();
  Abandon();
  FOOTNOTE_RETURN_IF_ERROR(Note(status));
  return revision_;
}

void Writer::Abandon() {
  deadline_.reset();
  change_.reset();
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
  insert.BindText(8, prepared.sha256);
  insert.BindText(9, Seal(prepared.fingerprint, revision_));
  insert.Bind(10, static_cast<int64_t>(prepared.sentences.size()));
  insert.BindBlob(11, EncodeSentences(prepared.sentences));
  insert.BindBlob(12, EncodeAnnotations(prepared.annotations));
  insert.BindBlob(13, document.text);
  const auto published = PublicationTime(document.published);
  if (published.has_value()) {
    insert.Bind(14, absl::ToUnixMicros(*published));
  } else {
    insert.BindNull(14);
  }
  FOOTNOTE_RETURN_IF_ERROR(insert.Run());
  const int64_t number = sqlite3_last_insert_rowid(database_->handle());
  FOOTNOTE_RETURN_IF_ERROR(InsertMetadata(number, document));
  FOOTNOTE_RETURN_IF_ERROR(InsertPassages(number, prepared));
  FOOTNOTE_RETURN_IF_ERROR(RunOn(index_passages_, number));
  FOOTNOTE_ASSIGN_OR_RETURN(const PassageRun passages, ReadPassages(number));
  FOOTNOTE_RETURN_IF_ERROR(
      annotations_->Insert(prepared.annotations, passages));
  count_.Bind(2, 1);
  return RunOn(count_, number);
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

absl::Status Writer::InsertPassages(int64_t number,
                                    const PreparedDocument& prepared) {
  for (const SentenceRun& run : prepared.passages) {
    insert_passage_.Bind(1, number);
    insert_passage_.Bind(2, run.first_sentence);
    insert_passage_.Bind(3, run.sentence_count);
    insert_passage_.Bind(4, run.range.begin);
    insert_passage_.Bind(5, run.range.end);
    FOOTNOTE_RETURN_IF_ERROR(insert_passage_.Run());
  }
  if (sqlite3_last_insert_rowid(database_->handle()) > kMaxPassageNumber) {
    return absl::ResourceExhaustedError(
        "The corpus has used up its passage numbers; import it anew into "
        "another.");
  }
  return absl::OkStatus();
}

absl::Status Writer::Replace(int64_t number, uint64_t revision,
                             absl::string_view id) {
  FOOTNOTE_RETURN_IF_ERROR(Unindex(number));
  if (revision == revision_) return DropCurrent(number);
  FOOTNOTE_RETURN_IF_ERROR(RunOn(keep_document_, number));
  FOOTNOTE_RETURN_IF_ERROR(RunOn(count_earlier_, 1));
  FOOTNOTE_RETURN_IF_ERROR(RunOn(delete_document_, number));
  return DropEarlier(id, revisions_kept_ - 1);
}

absl::StatusOr<PassageRun> Writer::ReadPassages(int64_t document) {
  const StatementReset reset(read_passages_);
  read_passages_.Bind(1, document);
  PassageRun run;
  run.document = document;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, read_passages_.Step());
    if (!found) return run;
    if (run.ranges.empty()) {
      run.first = static_cast<PassageNumber>(read_passages_.Int64(0));
    }
    run.ranges.push_back({static_cast<uint32_t>(read_passages_.Int64(1)),
                          static_cast<uint32_t>(read_passages_.Int64(2))});
  }
}

absl::Status Writer::RemoveAnnotations(int64_t number) {
  const StatementReset reset(read_annotations_);
  read_annotations_.Bind(1, number);
  FOOTNOTE_RETURN_IF_ERROR(read_annotations_.Step().status());
  FOOTNOTE_ASSIGN_OR_RETURN(
      const Annotations annotations,
      DecodeAnnotations(read_annotations_.Blob(0),
                        static_cast<uint32_t>(read_annotations_.Int64(1))));
  FOOTNOTE_ASSIGN_OR_RETURN(const PassageRun passages, ReadPassages(number));
  return annotations_->Remove(annotations, passages);
}

absl::Status Writer::Unindex(int64_t number) {
  FOOTNOTE_RETURN_IF_ERROR(RemoveAnnotations(number));
  FOOTNOTE_RETURN_IF_ERROR(RunOn(unindex_passages_, number));
  count_.Bind(2, -1);
  FOOTNOTE_RETURN_IF_ERROR(RunOn(count_, number));
  return RunOn(delete_passages_, number);
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
  return RunOn(count_earlier_, -static_cast<int64_t>(dropped.size()));
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
