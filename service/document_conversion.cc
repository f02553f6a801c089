#include "service/document_conversion.h"

#include <string>
#include <utility>

#include "service/error_status.h"

namespace footnote {
namespace {

v1::ImportOutcome ToProto(ImportOutcome outcome) {
  switch (outcome) {
    case ImportOutcome::kAdded:
      return v1::IMPORT_OUTCOME_ADDED;
    case ImportOutcome::kReplaced:
      return v1::IMPORT_OUTCOME_REPLACED;
    case ImportOutcome::kUnchanged:
      return v1::IMPORT_OUTCOME_UNCHANGED;
    case ImportOutcome::kRefused:
      return v1::IMPORT_OUTCOME_REFUSED;
  }
  return v1::IMPORT_OUTCOME_UNSPECIFIED;
}

v1::SentenceKind ToProto(SentenceKind kind) {
  switch (kind) {
    case SentenceKind::kProse:
      return v1::SENTENCE_KIND_PROSE;
    case SentenceKind::kBoilerplate:
      return v1::SENTENCE_KIND_BOILERPLATE;
  }
  return v1::SENTENCE_KIND_UNSPECIFIED;
}

Document TakeDocument(v1::Document* proto) {
  Document document;
  document.id = std::move(*proto->mutable_id());
  document.title = std::move(*proto->mutable_title());
  document.text = std::move(*proto->mutable_text());
  document.uri = std::move(*proto->mutable_uri());
  document.source = std::move(*proto->mutable_source());
  document.published = std::move(*proto->mutable_published());
  document.language = std::move(*proto->mutable_language());
  // Texts are moved: a request may hold 4 MiB of them.
  for (auto& [key, value] : *proto->mutable_metadata()) {
    document.metadata.emplace(key, std::move(value));
  }
  return document;
}

void ToProto(Document document, v1::Document* proto) {
  proto->set_id(std::move(document.id));
  proto->set_title(std::move(document.title));
  proto->set_text(std::move(document.text));
  proto->set_uri(std::move(document.uri));
  proto->set_source(std::move(document.source));
  proto->set_published(std::move(document.published));
  proto->set_language(std::move(document.language));
  for (auto& [key, value] : document.metadata) {
    (*proto->mutable_metadata())[key] = std::move(value);
  }
}

}  // namespace

void ToProto(const TextSpan& span, v1::TextSpan* proto) {
  proto->set_begin_byte(span.bytes.begin);
  proto->set_end_byte(span.bytes.end);
  proto->set_begin_code_point(span.begin_code_point);
  proto->set_end_code_point(span.end_code_point);
  proto->set_begin_utf16(span.begin_utf16);
  proto->set_end_utf16(span.end_utf16);
}

std::vector<Document> TakeDocuments(v1::ImportDocumentsRequest* request) {
  std::vector<Document> documents;
  documents.reserve(static_cast<size_t>(request->documents_size()));
  for (v1::Document& document : *request->mutable_documents()) {
    documents.push_back(TakeDocument(&document));
  }
  return documents;
}

void ToProto(const ImportReport& report,
             v1::ImportDocumentsResponse* response) {
  for (const ImportResult& result : report.results) {
    v1::ImportResult* added = response->add_results();
    added->set_document_id(result.document_id);
    added->set_outcome(ToProto(result.outcome));
    if (!result.error.ok()) {
      *added->mutable_error() = ToRpcStatus(result.error);
    }
  }
  response->set_corpus_revision(report.corpus_revision);
}

void ToProto(DocumentAtRevision document, v1::GetDocumentResponse* response) {
  StoredDocument& stored = document.document;
  v1::StoredDocument* proto = response->mutable_document();
  proto->set_revision(stored.revision);
  proto->set_sha256(stored.sha256);
  SpanCounter counter(stored.document.text);
  for (const Sentence& sentence : stored.sentences) {
    v1::Sentence* added = proto->add_sentences();
    ToProto(counter.Span(sentence.range), added->mutable_span());
    added->set_kind(ToProto(sentence.kind));
  }
  // Last, since it takes away the text that the spans are counted in.
  ToProto(std::move(stored.document), proto->mutable_document());
  response->set_corpus_revision(document.corpus_revision);
}

void ToProto(const DocumentPage& page, v1::ListDocumentsResponse* response) {
  for (const DocumentSummary& summary : page.documents) {
    v1::DocumentSummary* added = response->add_documents();
    added->set_id(summary.id);
    added->set_title(summary.title);
    added->set_uri(summary.uri);
    added->set_source(summary.source);
    added->set_published(summary.published);
    added->set_revision(summary.revision);
    added->set_text_bytes(summary.text_bytes);
    added->set_sha256(summary.sha256);
  }
  response->set_total_size(page.total);
  response->set_corpus_revision(page.corpus_revision);
}

void ToProto(const DeleteReport& report,
             v1::DeleteDocumentsResponse* response) {
  for (const std::string& id : report.deleted_ids) {
    response->add_deleted_ids(id);
  }
  for (const std::string& id : report.missing_ids) {
    response->add_missing_ids(id);
  }
  response->set_corpus_revision(report.corpus_revision);
}

void ToProto(absl::string_view corpus, const CorpusCounts& counts,
             v1::CorpusStatus* status) {
  status->set_corpus(std::string(corpus));
  status->set_corpus_revision(counts.revision);
  status->set_documents(counts.documents);
  status->set_passages(counts.passages);
  status->set_sentences(counts.sentences);
  status->set_text_bytes(counts.text_bytes);
  status->set_file_bytes(counts.file_bytes);
  status->mutable_settings()->set_revisions_kept(counts.revisions_kept);
  status->set_earlier_versions(counts.earlier_versions);
}

}  // namespace footnote
