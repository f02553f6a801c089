#include "retrieval/index/reader.h"

#include <algorithm>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "retrieval/index/schema.h"
#include "retrieval/index/seal.h"
#include "retrieval/index/sentence_layout.h"
#include "retrieval/index/stored_text.h"
#include "retrieval/status.h"
#include "retrieval/text/near_duplicate.h"
#include "retrieval/text/sha256.h"
#include "retrieval/text/terms.h"

namespace footnote {
namespace {

constexpr char kSummaryColumns[] =
    "id, title, uri, source, published, revision, text_bytes, sha256";

constexpr char kRecordColumns[] =
    "id, title, uri, source, published, revision, text_bytes, sha256, "
    "number, language, seal, sentences, annotations";

absl::Status Missing(absl::string_view what, int64_t number) {
  return StorageCorrupt(absl::StrCat(what, " ", number,
                                     " is missing from the corpus; restore "
                                     "it from a copy."));
}

absl::Status TooShort() {
  return StorageCorrupt(
      "A document is shorter than its sentences; restore the corpus from a "
      "copy.");
}

absl::Status Unlike(absl::string_view id, absl::string_view what) {
  return StorageCorrupt(absl::StrCat(
      "Document \"", id, "\" is damaged: ", what,
      " is not what its hash says; restore the corpus from a copy."));
}

// Reads kSummaryColumns, which begin at `column`.
DocumentSummary ReadSummary(const Statement& row, int column) {
  DocumentSummary summary;
  summary.id = std::string(row.Text(column));
  summary.title = std::string(row.Text(column + 1));
  summary.uri = std::string(row.Text(column + 2));
  summary.source = std::string(row.Text(column + 3));
  summary.published = std::string(row.Text(column + 4));
  summary.revision = static_cast<uint64_t>(row.Int64(column + 5));
  summary.text_bytes = static_cast<uint32_t>(row.Int64(column + 6));
  summary.sha256 = absl::BytesToHexString(row.Blob(column + 7));
  return summary;
}

uint32_t Uint32(const Statement& row, int column) {
  return static_cast<uint32_t>(row.Int64(column));
}

// Reads the bytes at `range` of document `number` by `text`, which selects what
// is stored of it.
absl::StatusOr<std::string> ReadFrom(Statement& text, DocumentNumber number,
                                     ByteRange range) {
  const StatementReset reset(text);
  text.Bind(1, number);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, text.Step());
  if (!found) return Missing("Document", number);
  return ReadStoredText(text.Blob(0), range);
}

}  // namespace

absl::StatusOr<std::unique_ptr<Reader>> Reader::Open(const std::string& path,
                                                     CorpusPassages* kept) {
  std::unique_ptr<Reader> reader(new Reader());
  reader->kept_ = kept;
  FOOTNOTE_ASSIGN_OR_RETURN(reader->database_, OpenForReading(path));
  FOOTNOTE_RETURN_IF_ERROR(reader->Prepare());
  FOOTNOTE_ASSIGN_OR_RETURN(reader->postings_,
                            PostingReader::Create(*reader->database_));
  FOOTNOTE_ASSIGN_OR_RETURN(reader->annotations_,
                            AnnotationReader::Create(*reader->database_));
  return reader;
}

absl::Status Reader::Prepare() {
  return database_->PrepareAll({
      {&counts_,
       "SELECT revision, documents, passages, sentences, text_bytes, "
       "earlier_versions, revisions_kept FROM corpus"},
      {&passage_,
       "SELECT document, first_sentence, sentence_count, begin_byte, end_byte "
       "FROM passage WHERE number = ?1"},
      {&document_, absl::StrCat("SELECT ", kRecordColumns,
                                " FROM document WHERE number = ?1")},
      {&version_, absl::StrCat("SELECT ", kRecordColumns,
                               " FROM earlier_document "
                               "WHERE id = ?1 AND revision <= ?2 "
                               "ORDER BY revision DESC LIMIT 1")},
      {&revisions_,
       "SELECT revision FROM earlier_document WHERE id = ?1 "
       "UNION ALL SELECT revision FROM document WHERE id = ?1 ORDER BY 1"},
      {&text_, "SELECT text FROM document WHERE number = ?1"},
      {&earlier_text_, "SELECT text FROM earlier_document WHERE number = ?1"},
      // The row itself, not what the index of ids says of it.
      {&find_,
       "SELECT number, id FROM document "
       "WHERE number = (SELECT number FROM document WHERE id = ?1)"},
      {&metadata_, "SELECT key, value FROM metadata WHERE document = ?1"},
      {&list_, absl::StrCat("SELECT ", kSummaryColumns,
                            " FROM document WHERE id > ?1 "
                            "ORDER BY id LIMIT ?2")},
      {&passages_of_,
       "SELECT number FROM passage WHERE document = ?1 ORDER BY number"},
  });
}

absl::StatusOr<CorpusCounts> Reader::Begin(const Deadline& deadline) {
  deadline_.emplace(*database_, deadline);
  FOOTNOTE_ASSIGN_OR_RETURN(
      Transaction snapshot,
      Transaction::Begin(*database_, Transaction::Kind::kRead));
  const StatementReset reset(counts_);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, counts_.Step());
  if (!found) return Missing("The row of counts", 1);
  snapshot_.emplace(std::move(snapshot));
  CorpusCounts counts;
  counts.revision = static_cast<uint64_t>(counts_.Int64(0));
  counts.documents = static_cast<uint64_t>(counts_.Int64(1));
  counts.passages = static_cast<uint64_t>(counts_.Int64(2));
  counts.sentences = static_cast<uint64_t>(counts_.Int64(3));
  counts.text_bytes = static_cast<uint64_t>(counts_.Int64(4));
  counts.earlier_versions = static_cast<uint64_t>(counts_.Int64(5));
  counts.revisions_kept = static_cast<uint32_t>(counts_.Int64(6));
  return counts;
}

void Reader::End() {
  records_.clear();
  snapshot_.reset();
  deadline_.reset();
}

absl::StatusOr<Passage> Reader::ReadPassage(PassageNumber number) {
  const StatementReset reset(passage_);
  passage_.Bind(1, number);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, passage_.Step());
  if (!found) return Missing("Passage", number);
  return Passage{number,
                 passage_.Int64(0),
                 Uint32(passage_, 1),
                 Uint32(passage_, 2),
                 {Uint32(passage_, 3), Uint32(passage_, 4)}};
}

absl::StatusOr<std::shared_ptr<const PassageSentences>> Reader::ReadSentences(
    PassageNumber number) {
  if (kept_ == nullptr) return CutSentences(number);
  std::shared_ptr<const PassageSentences> passage = kept_->Find(number);
  if (passage != nullptr) {
    records_.try_emplace(passage->passage.document, passage->document);
    return passage;
  }
  FOOTNOTE_ASSIGN_OR_RETURN(passage, CutSentences(number));
  kept_->Put(passage);
  return passage;
}

absl::StatusOr<std::shared_ptr<const PassageSentences>> Reader::CutSentences(
    PassageNumber number) {
  auto cut = std::make_shared<PassageSentences>();
  FOOTNOTE_ASSIGN_OR_RETURN(cut->passage, ReadPassage(number));
  const Passage& passage = cut->passage;
  FOOTNOTE_ASSIGN_OR_RETURN(cut->document, FindRecord(passage.document));
  ForEachTerm(cut->document->summary.title,
              [&](absl::string_view term, ByteRange) {
                cut->title_terms.push_back(HashTerm(term));
                return true;
              });
  const std::vector<Sentence>& sentences = cut->document->sentences;
  // One more sentence on each side, as context.
  const size_t begin = std::max<size_t>(passage.first_sentence, 1) - 1;
  const size_t end =
      std::min<size_t>(sentences.size(), size_t{passage.first_sentence} +
                                             passage.sentence_count + 1);
  if (begin >= end) return cut;
  const ByteRange range = {sentences[begin].range.begin,
                           sentences[end - 1].range.end};
  FOOTNOTE_ASSIGN_OR_RETURN(const std::string text,
                            ReadText(passage.document, range));
  if (text.size() != range.size()) return TooShort();
  cut->sentences.reserve(end - begin);
  for (size_t i = begin; i < end; ++i) {
    if (sentences[i].kind != SentenceKind::kProse) continue;
    const ByteRange place = sentences[i].range;
    cut->sentences.emplace_back(
        static_cast<uint32_t>(i), place,
        Slice(text, {place.begin - range.begin, place.end - range.begin}));
  }
  return cut;
}

absl::StatusOr<std::shared_ptr<const DocumentRecord>> Reader::FindRecord(
    DocumentNumber number) {
  const auto known = records_.find(number);
  if (known != records_.end()) return known->second;
  FOOTNOTE_ASSIGN_OR_RETURN(DocumentRecord record, ReadDocument(number));
  return records_[number] =
             std::make_shared<const DocumentRecord>(std::move(record));
}

absl::StatusOr<DocumentRecord> Reader::ReadDocument(DocumentNumber number) {
  const StatementReset reset(document_);
  document_.Bind(1, number);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, document_.Step());
  if (!found) return Missing("Document", number);
  return ReadRecord(document_);
}

absl::StatusOr<DocumentRecord> Reader::ReadRecord(const Statement& row) {
  DocumentRecord record;
  record.summary = ReadSummary(row, 0);
  record.number = row.Int64(8);
  record.language = std::string(row.Text(9));
  record.seal = absl::BytesToHexString(row.Blob(10));
  FOOTNOTE_ASSIGN_OR_RETURN(
      record.sentences,
      DecodeSentences(row.Blob(11), record.summary.text_bytes));
  FOOTNOTE_ASSIGN_OR_RETURN(
      record.annotations,
      DecodeAnnotations(row.Blob(12), record.summary.text_bytes));
  return record;
}

absl::StatusOr<StoredDocument> Reader::ReadStored(DocumentRecord record) {
  StoredDocument stored;
  Document& document = stored.document;
  FOOTNOTE_ASSIGN_OR_RETURN(document.text, ReadWholeText(record));
  FOOTNOTE_ASSIGN_OR_RETURN(document.metadata, ReadMetadata(record.number));
  document.id = std::move(record.summary.id);
  document.title = std::move(record.summary.title);
  document.uri = std::move(record.summary.uri);
  document.source = std::move(record.summary.source);
  document.published = std::move(record.summary.published);
  document.language = std::move(record.language);
  stored.revision = record.summary.revision;
  stored.sha256 = std::move(record.summary.sha256);
  stored.sentences = std::move(record.sentences);
  if (Seal(Fingerprint(document, stored.sha256,
                       EncodeSentences(stored.sentences),
                       EncodeAnnotations(record.annotations)),
           stored.revision) != record.seal) {
    return Unlike(document.id, "what is stored beside its text");
  }
  return stored;
}

absl::StatusOr<std::string> Reader::ReadWholeText(
    const DocumentRecord& record) {
  const DocumentSummary& summary = record.summary;
  absl::StatusOr<std::string> text =
      ReadFrom(record.is_earlier ? earlier_text_ : text_, record.number,
               {0, summary.text_bytes});
  const bool is_damaged = text.ok() ? text->size() != summary.text_bytes ||
                                          Sha256Hex(*text) != summary.sha256
                                    : absl::IsDataLoss(text.status());
  if (is_damaged) return Unlike(summary.id, "its text");
  return text;
}

absl::StatusOr<std::string> Reader::ReadText(DocumentNumber number,
                                             ByteRange range) {
  return ReadFrom(text_, number, range);
}

absl::StatusOr<std::optional<DocumentRecord>> Reader::FindVersion(
    absl::string_view id, uint64_t revision) {
  FOOTNOTE_ASSIGN_OR_RETURN(const auto number, FindDocument(id));
  if (!number.has_value()) return std::optional<DocumentRecord>();
  FOOTNOTE_ASSIGN_OR_RETURN(DocumentRecord current, ReadDocument(*number));
  if (current.summary.revision <= revision) return current;
  const StatementReset reset(version_);
  version_.BindText(1, id);
  version_.Bind(2, static_cast<int64_t>(revision));
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, version_.Step());
  if (!found) return std::optional<DocumentRecord>();
  FOOTNOTE_ASSIGN_OR_RETURN(DocumentRecord earlier, ReadRecord(version_));
  earlier.is_earlier = true;
  return earlier;
}

absl::StatusOr<std::vector<uint64_t>> Reader::ListRevisions(
    absl::string_view id) {
  const StatementReset reset(revisions_);
  revisions_.BindText(1, id);
  std::vector<uint64_t> revisions;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, revisions_.Step());
    if (!found) return revisions;
    revisions.push_back(static_cast<uint64_t>(revisions_.Int64(0)));
  }
}

absl::StatusOr<std::optional<DocumentNumber>> Reader::FindDocument(
    absl::string_view id) {
  const StatementReset reset(find_);
  find_.BindText(1, id);
  FOOTNOTE_ASSIGN_OR_RETURN(const bool found, find_.Step());
  if (!found) return std::optional<DocumentNumber>();
  if (find_.Text(1) != id) return Unlike(id, "its place in the index of ids");
  return std::optional<DocumentNumber>(find_.Int64(0));
}

absl::StatusOr<std::map<std::string, std::string>> Reader::ReadMetadata(
    DocumentNumber number) {
  const StatementReset reset(metadata_);
  metadata_.Bind(1, number);
  std::map<std::string, std::string> metadata;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, metadata_.Step());
    if (!found) return metadata;
    metadata.emplace(metadata_.Text(0), metadata_.Text(1));
  }
}

absl::StatusOr<std::vector<DocumentSummary>> Reader::ListDocuments(
    absl::string_view after_id, int limit) {
  const StatementReset reset(list_);
  list_.BindText(1, after_id);
  list_.Bind(2, limit);
  std::vector<DocumentSummary> documents;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, list_.Step());
    if (!found) return documents;
    documents.push_back(ReadSummary(list_, 0));
  }
}

absl::StatusOr<std::vector<PassageNumber>> Reader::PassagesOf(
    DocumentNumber number) {
  const StatementReset reset(passages_of_);
  passages_of_.Bind(1, number);
  std::vector<PassageNumber> passages;
  while (true) {
    FOOTNOTE_ASSIGN_OR_RETURN(const bool found, passages_of_.Step());
    if (!found) return passages;
    passages.push_back(Uint32(passages_of_, 0));
  }
}

}  // namespace footnote
