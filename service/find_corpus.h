// Finds the corpus that a request names.

#ifndef FOOTNOTE_SERVICE_FIND_CORPUS_H_
#define FOOTNOTE_SERVICE_FIND_CORPUS_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "retrieval/corpus.h"
#include "retrieval/library.h"

namespace footnote {

// Returns the corpus `name` of `library`. The work of a request lets it go
// before it ends.
//
// Errors: kNotFound, reason CORPUS_NOT_FOUND with the name as metadata; else as
// Library::Find().
absl::StatusOr<std::shared_ptr<Corpus>> FindCorpus(Library& library,
                                                   const std::string& name);

}  // namespace footnote

#endif  // FOOTNOTE_SERVICE_FIND_CORPUS_H_
