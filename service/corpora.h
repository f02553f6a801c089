// What CorpusService does with corpora as a whole.

#ifndef FOOTNOTE_SERVICE_CORPORA_H_
#define FOOTNOTE_SERVICE_CORPORA_H_

#include "absl/status/status.h"
#include "footnote/v1/corpus.pb.h"
#include "service/call.h"

namespace footnote {

// Each does the work of the method of its name, for a request that was
// validated, and fills an empty response. Errors: as the proto states them.
absl::Status CreateCorpus(v1::CreateCorpusRequest* request,
                          const CallScope& scope,
                          v1::CreateCorpusResponse* response);
absl::Status GetCorpus(v1::GetCorpusRequest* request, const CallScope& scope,
                       v1::GetCorpusResponse* response);
absl::Status ListCorpora(v1::ListCorporaRequest* request,
                         const CallScope& scope,
                         v1::ListCorporaResponse* response);

// As above. Runs where changes are made, one after the other: none of them
// comes between the count of documents and the deletion.
absl::Status DeleteCorpus(v1::DeleteCorpusRequest* request,
                          const CallScope& scope,
                          v1::DeleteCorpusResponse* response);

// Fills in what a status tells of corpora. One that can't be read is counted
// and noted in the log, but not described: those who name it are told why.
//
// Errors: as Deadline::Check().
absl::Status DescribeCorpora(const CallScope& scope, RequestLog* log,
                             v1::GetStatusResponse* response);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_CORPORA_H_
