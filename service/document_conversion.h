// Between documents and corpora of the contract and those of the library.

#ifndef FOOTNOTE_SERVICE_DOCUMENT_CONVERSION_H_
#define FOOTNOTE_SERVICE_DOCUMENT_CONVERSION_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "footnote/v1/corpus.pb.h"
#include "footnote/v1/document.pb.h"
#include "retrieval/corpus.h"

namespace footnote {

// Returns the documents of `request`, whose strings are moved out of it.
std::vector<Document> TakeDocuments(v1::ImportDocumentsRequest* request);

// Each fills an empty message with everything that the library's value says.
void ToProto(const TextSpan& span, v1::TextSpan* proto);
void ToProto(const ImportReport& report, v1::ImportDocumentsResponse* response);
void ToProto(DocumentAtRevision document, v1::GetDocumentResponse* response);
void ToProto(const DeleteReport& report, v1::DeleteDocumentsResponse* response);
void ToProto(absl::string_view corpus, const CorpusCounts& counts,
             v1::CorpusStatus* status);

// As above, but for `next_page_token`, which the request decides too.
void ToProto(const DocumentPage& page, v1::ListDocumentsResponse* response);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_DOCUMENT_CONVERSION_H_
