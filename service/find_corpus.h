// Finds the corpus that a request names.

#ifndef FOOTNOTE_SERVICE_FIND_CORPUS_H_
#define FOOTNOTE_SERVICE_FIND_CORPUS_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "retrieval/corpus.h"
#include "service/call.h"

namespace footnote {

// Returns the corpus `name` of the scope's library. The work of a request lets
// it go before it ends.
//
// Errors: as Library::Find(), with the name as metadata `corpus` where there is
// none of that name.
absl::StatusOr<std::shared_ptr<Corpus>> FindCorpus(const CallScope& scope,
                                                   const std::string& name);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_FIND_CORPUS_H_
