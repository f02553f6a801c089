// What a request may hold. Checked before any work is done; nothing is cut
// silently. The rules of documents are the library's: see ValidateDocument().

#ifndef FOOTNOTE_SERVICE_VALIDATION_H_
#define FOOTNOTE_SERVICE_VALIDATION_H_

#include <cstddef>

#include "absl/status/status.h"
#include "footnote/v1/corpus.pb.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// The most questions of one batch.
inline constexpr size_t kMaxBatchQuestions = 100;

// The most documents of one import request.
inline constexpr size_t kMaxImportDocuments = 100;

// The most quotations that are verified at once.
inline constexpr size_t kMaxQuotations = 100;

// The most ids of one deletion.
inline constexpr size_t kMaxDeleteIds = 1000;

// The longest document id, in bytes.
inline constexpr size_t kMaxDocumentIdBytes = 128;

// The documents or corpora of a page.
inline constexpr int kMaxPageSize = 100;
inline constexpr int kDefaultPageSize = 50;

// The passages of a search when none are asked for.
inline constexpr int kDefaultSearchSize = 10;

// Each returns OK if the request keeps every rule that its proto states and
// that can be checked without the corpus. The questions of a batch are checked
// each by itself.
//
// Errors: kInvalidArgument with one violation a field, named by its path from
// the request's root (`question.filter.document_ids`); with `limit` and
// `actual` as metadata if a single limit is exceeded.
absl::Status Validate(const v1::AskRequest& request);
absl::Status Validate(const v1::BatchAskRequest& request);
absl::Status Validate(const v1::SearchRequest& request);
absl::Status Validate(const v1::VerifyCitationsRequest& request);
absl::Status Validate(const v1::ImportDocumentsRequest& request);
absl::Status Validate(const v1::GetDocumentRequest& request);
absl::Status Validate(const v1::ListDocumentsRequest& request);
absl::Status Validate(const v1::DeleteDocumentsRequest& request);
absl::Status Validate(const v1::CreateSnapshotRequest& request);
absl::Status Validate(const v1::CreateCorpusRequest& request);
absl::Status Validate(const v1::GetCorpusRequest& request);
absl::Status Validate(const v1::ListCorporaRequest& request);
absl::Status Validate(const v1::DeleteCorpusRequest& request);
absl::Status Validate(const v1::GetStatusRequest& request);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_VALIDATION_H_
