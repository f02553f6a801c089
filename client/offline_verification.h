// Citations compared with documents at hand: bytes and hashes, no server.

#ifndef FOOTNOTE_CLIENT_OFFLINE_VERIFICATION_H_
#define FOOTNOTE_CLIENT_OFFLINE_VERIFICATION_H_

#include "client/given_documents.h"
#include "footnote/v1/question_answering.pb.h"

namespace footnote {

// Compares `quotation` with its document: the bytes at its span, the code
// points and UTF-16 units of that, the hashes of quotation and document. What
// is empty or zero claims nothing. A quotation that stands in another version
// of its document is CITATION_STATUS_DOCUMENT_CHANGED. Revisions are unknown:
// 0.
v1::CitationVerification VerifyOffline(const v1::Quotation& quotation,
                                       const DocumentTexts& documents);

}  // namespace footnote

#endif  // FOOTNOTE_CLIENT_OFFLINE_VERIFICATION_H_
