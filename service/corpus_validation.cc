#include <cstddef>

#include "retrieval/document.h"
#include "service/field_checks.h"
#include "service/validation.h"

namespace footnote {
namespace {

// Checks the name of a corpus where none is not the default one.
void CheckRequiredName(const std::string& corpus, FieldChecks* checks) {
  if (corpus.empty()) checks->Refuse("corpus", "is empty; name the corpus.");
  checks->CorpusName(corpus);
}

template <typename Request>
void CheckPageSize(const Request& request, FieldChecks* checks) {
  if (!request.has_page_size()) return;
  checks->Within("page_size", request.page_size(), 1, kMaxPageSize);
}

}  // namespace

absl::Status Validate(const v1::ImportDocumentsRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  checks.AtMost("documents", static_cast<size_t>(request.documents_size()),
                kMaxImportDocuments, "documents");
  return checks.Result();
}

absl::Status Validate(const v1::GetDocumentRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  if (request.document_id().empty()) {
    checks.Refuse("document_id", "is empty; name the document.");
  }
  checks.AtMost("document_id", request.document_id().size(),
                kMaxDocumentIdBytes, "bytes");
  return checks.Result();
}

absl::Status Validate(const v1::ListDocumentsRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  CheckPageSize(request, &checks);
  return checks.Result();
}

absl::Status Validate(const v1::DeleteDocumentsRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  if (request.document_ids().empty()) {
    checks.Refuse("document_ids", "is empty; name what to delete.");
  }
  checks.AtMost("document_ids",
                static_cast<size_t>(request.document_ids_size()), kMaxDeleteIds,
                "ids");
  return checks.Result();
}

absl::Status Validate(const v1::CreateSnapshotRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  return checks.Result();
}

absl::Status Validate(const v1::CreateCorpusRequest& request) {
  FieldChecks checks;
  CheckRequiredName(request.corpus(), &checks);
  if (request.settings().has_revisions_kept()) {
    checks.Within("settings.revisions_kept",
                  request.settings().revisions_kept(), 1, kMaxRevisionsKept);
  }
  return checks.Result();
}

absl::Status Validate(const v1::GetCorpusRequest& request) {
  FieldChecks checks;
  checks.CorpusName(request.corpus());
  return checks.Result();
}

absl::Status Validate(const v1::ListCorporaRequest& request) {
  FieldChecks checks;
  CheckPageSize(request, &checks);
  return checks.Result();
}

absl::Status Validate(const v1::DeleteCorpusRequest& request) {
  FieldChecks checks;
  CheckRequiredName(request.corpus(), &checks);
  return checks.Result();
}

absl::Status Validate(const v1::GetStatusRequest& /*request*/) {
  return absl::OkStatus();
}

}  // namespace footnote
